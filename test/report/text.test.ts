import assert from "node:assert/strict";
import { test } from "node:test";
import { getWidth, printable, truncate, wrap } from "../../src/report/text/cells.ts";
import { createPaint, isColorWanted } from "../../src/report/text/paint.ts";
import { countOf, formatBytes, joinWords } from "../../src/report/text/quantity.ts";
import { listCommands } from "../../src/report/text/section.ts";

test("bytes are in decimal units, and never round to a thousand of one", () => {
  assert.deepEqual(
    [0, 1, 999, 1000, 1234, 9_960, 812_000, 999_499, 999_500, 24_400_000, 1.5e9, 5e15].map(formatBytes),
    [
      "0 bytes",
      "1 byte",
      "999 bytes",
      "1 kB",
      "1.2 kB",
      "10 kB",
      "812 kB",
      "999 kB",
      "1 MB",
      "24 MB",
      "1.5 GB",
      "5000 TB",
    ],
  );
});

test("none, one and many have their words", () => {
  assert.deepEqual(
    [0, 1, 2, 1234].map((count) => countOf(count, "package")),
    ["no packages", "1 package", "2 packages", "1,234 packages"],
  );
  assert.deepEqual(
    [["a"], ["a", "b"], ["a", "b", "c"]].map((words) => joinWords(words)),
    ["a", "a and b", "a, b and c"],
  );
});

test("NO_COLOR, a pipe and a dumb terminal mean no colours; FORCE_COLOR means colours", () => {
  assert.equal(isColorWanted({}, true), true);
  assert.equal(isColorWanted({}, false), false);
  assert.equal(isColorWanted({ NO_COLOR: "1" }, true), false);
  assert.equal(isColorWanted({ NO_COLOR: "" }, true), true);
  assert.equal(isColorWanted({ NODE_DISABLE_COLORS: "1" }, true), false);
  assert.equal(isColorWanted({ TERM: "dumb" }, true), false);
  assert.equal(isColorWanted({ FORCE_COLOR: "1" }, false), true);
  assert.equal(isColorWanted({ FORCE_COLOR: "0" }, true), false);
  assert.equal(createPaint(false)("red", "x"), "x");
  assert.equal(createPaint(true)("red", "x"), "\u001b[31mx\u001b[39m");
});

test("widths count cells, not code units", () => {
  assert.deepEqual(["abc", "é", "e\u0301", "包", "\u001b[31mx\u001b[39m", "👩‍💻"].map(getWidth), [3, 1, 1, 2, 1, 2]);
  assert.equal(truncate("abcdef", 4), "abc…");
  assert.equal(truncate("包包包", 4), "包…");
  assert.deepEqual(wrap("a bb ccc dddd", 5), ["a bb", "ccc", "dddd"]);
});

test("control characters and marks that reorder text are shown as codes", () => {
  assert.equal(printable("a\u001b[2J\u0000\tb\u202e"), "a\\u001b[2J\\u0000 b\\u202e");
});

test("what commands do stands beside them, and below where 80 columns are too few for one of them", () => {
  const long = (length: number) => `shrinkdeps ${"a".repeat(length - "shrinkdeps ".length)}`;
  const purpose = "ask, then make them";
  assert.deepEqual(listCommands([]), []);
  assert.deepEqual(
    listCommands([
      [long(57), purpose],
      ["日本", "all"],
    ]),
    [`  ${long(57)}  ${purpose}`, `  日本${" ".repeat(53)}  all`],
  );
  assert.deepEqual(
    listCommands([
      [long(58), purpose],
      ["b", "all"],
    ]),
    [`  ${long(58)}`, `      ${purpose}`, "  b", "      all"],
  );
});
