import assert from "node:assert/strict";
import { test } from "node:test";
import type { YamlNode } from "../../src/project/yaml/node.ts";
import { readYaml } from "../../src/project/yaml/read.ts";

function plain(node: YamlNode): unknown {
  if (node.kind === "scalar") return node.text;
  if (node.kind === "list") return node.items.map((item) => plain(item.value));
  return Object.fromEntries([...node.members].map(([key, { value }]) => [key, plain(value)]));
}

function read(text: string): unknown {
  const reading = readYaml(text);
  return "error" in reading ? `${reading.error.line} ${reading.error.message}` : reading.documents.map(plain);
}

test("mappings, lists and scalars of a lockfile are read in every form they take", () => {
  const text = `\uFEFF# settings
lockfileVersion: '9.0'
packages:

  /@s/a@1.0.0(b@2.0.0):
    resolution: {integrity: sha512-a==, tarball: https://x.y/a#b}
    cpu: [x64, "arm\\u0036\\x34"]
    engines: {node: '>=8'} # a comment
    deprecated: it's "old", no
  ? ${"long".repeat(300)}
  : resolution:
      cpu:
      - one
      - two
    empty:
list:
  - a: 1
    b: {}
  - 'it''s'
  -
    - nested`;
  assert.deepEqual(read(text.replace(": no", ", no").replaceAll("\n", "\r\n")), [
    {
      lockfileVersion: "9.0",
      packages: {
        "/@s/a@1.0.0(b@2.0.0)": {
          resolution: { integrity: "sha512-a==", tarball: "https://x.y/a#b" },
          cpu: ["x64", "arm64"],
          engines: { node: ">=8" },
          deprecated: 'it\'s "old", no',
        },
        ["long".repeat(300)]: { resolution: { cpu: ["one", "two"] }, empty: "" },
      },
      list: [{ a: "1", b: {} }, "it's", ["nested"]],
    },
  ]);
});

test("block scalars keep or fold their lines, and end with their indentation", () => {
  assert.deepEqual(read("a: |-\n  one\n\n    two\nb: >\n  one\n  two\n\n  three\n\nc: |+\n  x\n\nd: ''"), [
    { a: "one\n\n  two", b: "one two\nthree\n", c: "x\n\n", d: "" },
  ]);
});

test("documents are told apart", () => {
  assert.deepEqual(read("---\na: 1\n---\nb: 2\n...\n"), [{ a: "1" }, { b: "2" }]);
  assert.deepEqual(read("# nothing\n"), []);
});

test("places are those of the text", () => {
  const text = "a:\n  b: 'x' # y\n  c: [d]\n";
  const reading = readYaml(text);
  assert.ok("documents" in reading);
  const [root] = reading.documents;
  assert.ok(root?.kind === "map");
  const member = root.members.get("a");
  assert.equal(text.slice(member?.start, member?.end), "a:\n  b: 'x' # y\n  c: [d]");
  assert.ok(member?.value.kind === "map");
  const { start, end } = member.value.members.get("b") ?? {};
  assert.equal(text.slice(start, end), "b: 'x'");
});

test("what is not read is refused with its line, never guessed", () => {
  const refused: readonly (readonly [text: string, message: string])[] = [
    ["a: 1\nb: &x 2", '2 a value that starts with "&" is not read'],
    ["a: *x", '1 a value that starts with "*" is not read'],
    ["a: !!str 1", '1 a value that starts with "!" is not read'],
    ["a: 1\na: 2", '2 the key "a" is there twice'],
    ["a: b\n  c", "2 a value over several lines is not read"],
    ["a: 'b\n  c'", "1 a quote is not closed on its line"],
    ["a:\n\tb: 1", "2 a tab indents it"],
    ["a: b: c", "1 a key is not expected behind another"],
    ["a: 'b' c", "1 nothing is expected behind the value"],
    ["a: {b: 1", "1 a comma or } is missing"],
    ["a: [b, ", "1 the text ends inside { or ["],
    ["a: [1 2}", "1 a comma or ] is missing"],
    ["  a: 1\n b: 2", "2 its indentation fits nothing above it"],
    ["? a\n", '1 a line with ":" has to follow the key'],
    ['a: "\\q"', '1 "\\q" is no escape'],
    [`a: ${"[".repeat(5000)}`, "1 it is nested deeper than 100 levels"],
    ["- ".repeat(5000), "1 it is nested deeper than 100 levels"],
  ];
  for (const [text, message] of refused) assert.equal(read(text), message, text.slice(0, 40));
});
