import assert from "node:assert/strict";
import { test } from "node:test";
import { changedLines } from "../../src/report/diff/change.ts";
import { changeOf } from "../../src/rewrite/line-changes.ts";
import { usageAt } from "./results.ts";

/** What a use in this text becomes when `from` turns into `to`. */
function change(before: string, from: string, to: string) {
  const start = before.indexOf(from);
  const edits = [{ start, end: start + from.length, text: to }];
  return changeOf(
    { ...usageAt("a.js", 1), start, end: start + from.trimEnd().length },
    {
      path: "a.js",
      before,
      after: "",
      edits,
      packages: [],
    },
  );
}

test("a line that goes with its break takes no line beside it along", () => {
  assert.deepEqual(change("\ufeffa();\r\nb();\r\nc();\r\n", "b();\r\n", ""), { line: 2, before: "b();", after: "" });
  assert.deepEqual(change("\ufeffa();\nb();\n", "a();\n", ""), { line: 1, before: "a();", after: "" });
});

test("a use whose lines stay has no change, and neither has one that is refused", () => {
  assert.equal(change("a();\n", "a()", "a()"), undefined);
  const usage = { ...usageAt("a.js", 1, { kind: "refuse", reason: "no" }), start: 0, end: 1 };
  const file = { path: "a.js", before: "a", after: "b", edits: [{ start: 0, end: 1, text: "b" }], packages: [] };
  assert.equal(changeOf(usage, file), undefined);
});

test("of a line as long as that of a built file what differs is given, and a little around it", () => {
  const found = change(`x;\n${"a;".repeat(5000)}pad(1);${"b;".repeat(5000)}\n`, "pad(1)", "two()");
  assert.equal(found?.line, 2);
  assert.match(found?.before ?? "", /^…(?:a;){100}pad\(1\);[b;]{190,200}…$/);
  assert.match(found?.after ?? "", /^…(?:a;){100}two\(\);[b;]{190,200}…$/);
});

test("lines that stay between two that change are shown as far as they help", () => {
  const inner = Array.from({ length: 9 }, (_, index) => `    ${index}`);
  const text = (name: string) => [`  ${name}(`, ...inner, `  ).${name}`].join("\n");
  assert.deepEqual(
    changedLines({ before: text("a"), after: text("b") }).map(({ sign, text: line }) => `${sign} ${line}`),
    ["- a(", "+ b(", "    0", "    1", "  …", "    7", "    8", "- ).a", "+ ).b"],
  );
});
