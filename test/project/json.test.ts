import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { locateAllJson, locateJson, parseJson, parseJsonWithComments, scanJson } from "../../src/project/json.ts";

const slice = (text: string, range: { start: number; end: number } | undefined) =>
  range === undefined ? undefined : text.slice(range.start, range.end);

test("a property's key, value, comma and line are found", () => {
  const text = '{\n  "name": "x",\n  "dependencies": {\n    "a": "^1",\n    "b": "2"\n  }\n}\n';
  const place = locateJson(text, ["dependencies", "a"]);
  assert.equal(slice(text, place), '"^1"');
  assert.equal(slice(text, place?.key), '"a"');
  assert.equal(slice(text, place?.property), '"a": "^1"');
  assert.equal(text[place?.comma ?? 0], ",");
  assert.equal(text.slice(place?.after, place?.property.start), "\n    ");
  assert.deepEqual([place?.line, place?.column], [4, 5]);
  assert.equal(locateJson(text, ["dependencies", "b"])?.comma, undefined);
  assert.equal(text[(locateJson(text, ["dependencies", "b"])?.after ?? 0) - 1], ",");
});

test("taking a property out with its comma and line leaves the rest as it was", () => {
  const text = '\uFEFF{\r\n\t"a": 1,\r\n\t"b": [1, {}],\r\n\t"c": "x"\r\n}';
  const without = (key: string) => {
    const place = locateJson(text, [key])!;
    if (place.comma !== undefined) return text.slice(0, place.after) + text.slice(place.comma + 1);
    return text.slice(0, place.after - 1) + text.slice(place.end);
  };
  assert.equal(without("a"), '\uFEFF{\r\n\t"b": [1, {}],\r\n\t"c": "x"\r\n}');
  assert.equal(without("b"), '\uFEFF{\r\n\t"a": 1,\r\n\t"c": "x"\r\n}');
  assert.equal(without("c"), '\uFEFF{\r\n\t"a": 1,\r\n\t"b": [1, {}]\r\n}');
});

test("of a repeated key the last one counts, and all are found", () => {
  const text = '{"a": {"x": 1}, "a": {"x": 2, "x": 3}}';
  assert.equal(slice(text, locateJson(text, ["a", "x"])), "3");
  assert.deepEqual(
    locateAllJson(text, ["a", "x"]).map((place) => slice(text, place)),
    ["2", "3"],
  );
});

test("__proto__ is a key like any other", () => {
  const text = '{"dependencies": {"__proto__": "^1", "constructor": "2"}}';
  assert.equal(slice(text, locateJson(text, ["dependencies", "__proto__"])), '"^1"');
  assert.equal(locateJson(text, ["dependencies", "toString"]), undefined);
  const reading = parseJsonWithComments(text);
  assert.ok("value" in reading);
  assert.equal(JSON.stringify(reading.value), JSON.stringify(JSON.parse(text)));
});

test("items of an array are found by index, escaped keys by their meaning", () => {
  const text = '["a", {"\\u0062": [true, null]}]';
  assert.equal(slice(text, locateJson(text, [1, "b", 1])), "null");
  assert.equal(locateJson(text, [2]), undefined);
  assert.equal(locateJson(text, ["0"]), undefined);
  assert.equal(slice(text, locateJson(text, [])), text);
});

test("broken JSON is reported with its line, its column and what is missing", () => {
  const broken = (text: string) => {
    const reading = parseJson(text);
    return "error" in reading ? `${reading.error.line}:${reading.error.column} ${reading.error.message}` : "fine";
  };
  assert.equal(broken('{\r\n  "a": 1\r\n  "b": 2\r\n}'), "3:3 a comma or } is missing");
  assert.equal(broken('{\n  "a": 1,\n}'), "3:1 a comma stands before }");
  assert.equal(broken("{a: 1}"), "1:2 a key in double quotes is missing");
  assert.equal(broken('{"a"'), "1:5 the file ends where a colon is missing");
  assert.equal(broken('{"a": "x'), "1:9 a string is not closed");
  assert.equal(broken('{"a": "\\x"}'), "1:7 a string holds an unknown escape");
  assert.equal(broken(""), "1:1 the file ends too early");
  assert.equal(broken("\uFEFF{} x"), "1:4 something follows the end of the JSON value");
  assert.equal(broken("{\"a\": 'x'}"), "1:7 a value is missing");
  assert.equal(broken('{"a": "x\ny"}'), "1:9 a string holds a line end or a control character");
});

test("nesting without end is an error, not a crash", () => {
  const reading = scanJson("[".repeat(200_000));
  assert.ok("error" in reading);
  assert.match(reading.error.message, /deeper than 500 levels/);
});

test("a string of ten megabytes is read", () => {
  const text = JSON.stringify({ big: "x\n".repeat(5_000_000) });
  assert.equal(locateJson(text, ["big"])?.end, text.length - 1);
});

test("comments and trailing commas are read where they are allowed, and nowhere else", () => {
  const text = '// top\n{ /* in */ "a": [1, 2,], "url": "http://x", }';
  assert.deepEqual(parseJsonWithComments(text), { value: { a: [1, 2], url: "http://x" } });
  assert.ok("error" in parseJson(text));
});

test("agrees with JSON.parse on every JSON text", () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(undefined, 2, "\t"), (text, indent) => {
      const pretty = JSON.stringify(JSON.parse(text), undefined, indent);
      const reading = parseJsonWithComments(pretty);
      assert.ok("value" in reading);
      assert.equal(JSON.stringify(reading.value), JSON.stringify(JSON.parse(pretty)));
    }),
  );
});

test("agrees with JSON.parse on what is no JSON", () => {
  const pieces = [
    '"a"',
    ":",
    ",",
    "{",
    "}",
    "[",
    "]",
    "1",
    "01",
    "-",
    "1e5",
    ".5",
    "true",
    "nul",
    " ",
    "\n",
    '"\\x"',
    "\t",
    "'",
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 9 }), (parts) => {
      const text = parts.join("");
      let valid = true;
      try {
        JSON.parse(text);
      } catch {
        valid = false;
      }
      assert.equal("root" in scanJson(text), valid, text);
    }),
    { numRuns: 3000 },
  );
});
