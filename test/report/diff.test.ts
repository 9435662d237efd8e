import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { renderDiff, type FileChange } from "../../src/report/diff/diff.ts";
import { diffLines, splitLines } from "../../src/report/diff/lines.ts";
import { findShortest } from "../../src/report/diff/shortest.ts";

/** Writes the texts before, lets git apply the diff, and compares what is there with the texts after. */
function assertGitApplies(changes: readonly FileChange[], patch = renderDiff(changes, { color: false })): void {
  const directory = mkdtempSync(join(tmpdir(), "shrinkdeps-diff-"));
  try {
    for (const { path, before } of changes) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      if (before !== undefined) writeFileSync(join(directory, path), before);
    }
    execFileSync("git", ["init", "-q"], { cwd: directory });
    const options = ["-c", "core.autocrlf=false", "-c", "core.whitespace=cr-at-eol", "apply", "--whitespace=nowarn"];
    execFileSync("git", [...options, "--check", "-"], { cwd: directory, input: patch });
    execFileSync("git", [...options, "-"], { cwd: directory, input: patch });
    for (const { path, after } of changes) {
      if (after !== undefined) assert.equal(readFileSync(join(directory, path), "utf8"), after, path);
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const source = Array.from({ length: 30 }, (_, index) => `line ${index + 1}`).join("\n") + "\n";

test("shows three lines of context around a change", () => {
  const diff = renderDiff([{ path: "a.js", before: source, after: source.replace("line 10\n", "line ten\n") }], {
    color: false,
  });
  assert.equal(
    diff,
    [
      "diff --git a/a.js b/a.js",
      "--- a/a.js",
      "+++ b/a.js",
      "@@ -7,7 +7,7 @@",
      " line 7",
      " line 8",
      " line 9",
      "-line 10",
      "+line ten",
      " line 11",
      " line 12",
      " line 13",
      "",
    ].join("\n"),
  );
});

test("joins changes whose contexts touch and parts those further away", () => {
  const after = source.replace("line 5\n", "").replace("line 12\n", "twelve\n").replace("line 20\n", "twenty\n");
  const diff = renderDiff([{ path: "a.js", before: source, after }], { color: false });
  assert.deepEqual(diff.match(/^@@.*@@$/gm), ["@@ -2,14 +2,13 @@", "@@ -17,7 +16,7 @@"]);
});

test("says nothing of a file that stays the same", () => {
  assert.equal(renderDiff([{ path: "a.js", before: "a\n", after: "a\n" }], { color: false }), "");
});

test("marks a last line without a line break", () => {
  const diff = renderDiff([{ path: "a.js", before: "a\nb", after: "a\nb\n" }], { color: false });
  assert.match(diff, /-b\n\\ No newline at end of file\n\+b\n$/);
});

test("git takes new files, files that go, CRLF, BOM, missing line breaks and odd names", () => {
  assertGitApplies([
    { path: "src/new helper.ts", before: undefined, after: "export const a = 1;\n" },
    { path: "src/no-break.ts", before: undefined, after: "export const a = 1;" },
    { path: "empty.ts", before: undefined, after: "" },
    { path: "goes.ts", before: "gone\n", after: undefined },
    { path: "crlf.js", before: "a\r\nb\r\nc\r\n", after: "a\r\nc\r\n" },
    { path: "mixed.js", before: "a\r\nb\nc\rd\n", after: "a\r\nB\nc\rd\n" },
    { path: "bom.js", before: "\ufeffvar a;\nvar b;\n", after: "\ufeffvar b;\n" },
    { path: "emptied.js", before: "a\n", after: "" },
    { path: "filled.js", before: "", after: "a" },
    { path: "with space/é\u{1f600}.js", before: "a\n", after: "b\n" },
    { path: 'quote"back\\slash\ttab.js', before: "a\n", after: "b\n" },
    { path: "separator.js", before: "a\u2028b\n", after: "a\u2028c\n" },
  ]);
});

test("git takes a diff that stands between the words of a report", () => {
  const change = { path: "a.js", before: source, after: source.replace("line 30\n", "") };
  const diff = renderDiff([change], { color: false });
  assertGitApplies([change], `Plan\n  left-pad goes\n\n${diff}\nStays\n  src/a.js:1:2  a reason\n`);
});

const line = fc.constantFrom("a\n", "b\n", "c\n", "}\n", "\n", "a\r\n", "-- x\n", "++ y\n", "@@ -1 +1 @@\n", "\\ z\n");
const text = fc
  .tuple(fc.array(line, { maxLength: 25 }), fc.constantFrom("", "a", "tail"))
  .map(([lines, end]) => lines.join("") + end);

test("git turns any text into any other by the diff between them", () => {
  const pairs = fc.sample(fc.tuple(text, text), { numRuns: 400, seed: 20260801 });
  assertGitApplies(pairs.map(([before, after], index) => ({ path: `f${index}.txt`, before, after })));
});

test("changes are in order, apart, and name exactly what differs", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const from = splitLines(before);
      const to = splitLines(after);
      const built: string[] = [];
      let position = 0;
      for (const change of diffLines(from, to)) {
        assert.ok(change.beforeStart >= position);
        built.push(...from.slice(position, change.beforeStart));
        assert.equal(built.length, change.afterStart);
        built.push(...to.slice(change.afterStart, change.afterEnd));
        position = change.beforeEnd;
      }
      assert.deepEqual([...built, ...from.slice(position)], to);
    }),
    { numRuns: 500 },
  );
});

test("the lines between two anchors are compared by a shortest edit script", () => {
  const shortest = (from: readonly string[], to: readonly string[]): number => {
    const row = Array.from({ length: to.length + 1 }, (_, index) => index);
    for (const one of from) {
      let diagonal = row[0] ?? 0;
      row[0] = diagonal + 1;
      for (let index = 1; index <= to.length; index += 1) {
        const above = row[index] ?? 0;
        row[index] = one === to[index - 1] ? diagonal : 1 + Math.min(above, row[index - 1] ?? 0);
        diagonal = above;
      }
    }
    return row.at(-1) ?? 0;
  };
  fc.assert(
    fc.property(text, text, (before, after) => {
      const from = splitLines(before);
      const to = splitLines(after);
      const whole = { beforeStart: 0, beforeEnd: from.length, afterStart: 0, afterEnd: to.length };
      const size = findShortest(from, to, whole).reduce((sum, change) => {
        return sum + change.beforeEnd - change.beforeStart + change.afterEnd - change.afterStart;
      }, 0);
      assert.equal(size, shortest(from, to));
    }),
    { numRuns: 500 },
  );
});

test("a lockfile of 100,000 lines that loses 5,000 is compared in under two seconds", () => {
  const entries = Array.from(
    { length: 10_000 },
    (_, index) =>
      `    "node_modules/p${index}": {\n      "version": "1.0.0",\n      "dev": true,\n      "integrity": "sha512-${index}",\n      "engines": {\n        "node": ">=8"\n      }\n    },\n`,
  );
  const before = entries.join("");
  const after = entries.filter((_, index) => index % 16 !== 0).join("");
  const start = performance.now();
  const diff = renderDiff([{ path: "package-lock.json", before, after }], { color: false });
  assert.ok(performance.now() - start < 2000);
  assert.equal(diff.match(/^-[^-]/gm)?.length, 625 * 8);
  assert.equal(diff.match(/^\+[^+]/gm), null);
});

test("two texts with nothing in common make one block, quickly", () => {
  const before = "x\n".repeat(20_000);
  const after = "y\n".repeat(20_000);
  const start = performance.now();
  assert.equal(diffLines(splitLines(before), splitLines(after)).length, 1);
  assert.ok(performance.now() - start < 2000);
});

test("for a person a lockfile is told in a line, and anything else in full", () => {
  const changes = [
    { path: "package-lock.json", before: source, after: source.replace(/line 1\d\n/g, "") },
    { path: "a.js", before: "a\n", after: "b\n" },
  ];
  const diff = renderDiff(changes, { color: false, brief: true });
  assert.match(
    diff,
    /\+\+\+ b\/package-lock\.json\n10 lines go, no lines come; a pipe or a file gets the whole diff\ndiff --git a\/a\.js/,
  );
  assert.match(diff, /-a\n\+b\n$/);
  assertGitApplies(changes);
});

test("colours are for reading: control characters of a source are shown, not sent", () => {
  const diff = renderDiff([{ path: "a.js", before: "a\n", after: "\u001b]0;title\u0007b\r\n" }], { color: true });
  assert.ok(diff.includes("\\u001b]0;title\\u0007b"));
  assert.ok(diff.includes("\u001b[32m+"));
});
