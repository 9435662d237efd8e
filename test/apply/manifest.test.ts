import { test } from "node:test";
import assert from "node:assert/strict";
import { ShrinkdepsError } from "../../src/errors.ts";
import { removeFromManifest } from "../../src/apply/manifest.ts";

const manifest = `{
  "name": "harbour",
  "dependencies": {
    "has": "^1.0.0",
    "left-pad": "^1.3.0",
    "xtend": "^4.0.0"
  },
  "license": "MIT"
}
`;

test("one line goes, and no other changes", () => {
  for (const name of ["has", "left-pad", "xtend"]) {
    const lines = manifest.split("\n").filter((line) => !line.includes(`"${name}"`));
    const expected = lines.join("\n").replace('"^1.3.0",\n  }', '"^1.3.0"\n  }');
    assert.equal(removeFromManifest(manifest, [name]), expected);
  }
});

test("neighbouring entries go together, and the last comma with them", () => {
  assert.match(removeFromManifest(manifest, ["left-pad", "xtend"]), /\{\n {4}"has": "\^1\.0\.0"\n {2}\},/);
  assert.match(removeFromManifest(manifest, ["has", "left-pad"]), /\{\n {4}"xtend": "\^4\.0\.0"\n {2}\},/);
  assert.match(removeFromManifest(manifest, ["has", "xtend"]), /\{\n {4}"left-pad": "\^1\.3\.0"\n {2}\},/);
});

test("a section left empty goes, wherever it stands", () => {
  const emptied = removeFromManifest(manifest, ["has", "left-pad", "xtend"]);
  assert.equal(emptied, '{\n  "name": "harbour",\n  "license": "MIT"\n}\n');
  assert.equal(removeFromManifest('{"a":1,"dependencies":{"x":"1"}}', ["x"]), '{"a":1}');
  assert.equal(removeFromManifest('{"dependencies":{"x":"1"}}', ["x"]), "{}");
});

test("a section that was empty before stays", () => {
  const text = '{ "dependencies": {}, "devDependencies": { "x": "1", "y": "1" }, "bundleDependencies": [] }';
  const expected = '{ "dependencies": {}, "devDependencies": { "y": "1" }, "bundleDependencies": [] }';
  assert.equal(removeFromManifest(text, ["x"]), expected);
});

test("BOM, CRLF, tabs and a missing final newline stay", () => {
  const text = "\uFEFF" + manifest.trimEnd().replaceAll("  ", "\t").replaceAll("\n", "\r\n");
  const after = removeFromManifest(text, ["left-pad"]);
  assert.equal(after, text.replace('\t\t"left-pad": "^1.3.0",\r\n', ""));
});

test("every section is cleared of the name, its optional peer mark and its bundling too", () => {
  const text = JSON.stringify({
    dependencies: { x: "1", y: "1" },
    devDependencies: { x: "1" },
    optionalDependencies: { z: "1", x: "1" },
    peerDependencies: { x: ">=1", y: "1" },
    peerDependenciesMeta: { x: { optional: true } },
    bundleDependencies: ["y", "x"],
    bundledDependencies: ["x"],
    shrinkdeps: { x: 1 },
  });
  assert.deepEqual(JSON.parse(removeFromManifest(text, ["x"])), {
    dependencies: { y: "1" },
    optionalDependencies: { z: "1" },
    peerDependencies: { y: "1" },
    bundleDependencies: ["y"],
    shrinkdeps: { x: 1 },
  });
});

test("an override goes when nothing in the tree has the name any more, else it stays", () => {
  const text = JSON.stringify({
    dependencies: { x: "1" },
    overrides: { x: "1.0.1", "x@2": "2.0.1", y: { x: "1" }, "@s/x": "1" },
    resolutions: { x: "1.0.1" },
    pnpm: { overrides: { x: "$x" }, other: true },
  });
  const kept = JSON.parse(removeFromManifest(text, ["x"]));
  assert.deepEqual(kept.overrides, { x: "1.0.1", "x@2": "2.0.1", y: { x: "1" }, "@s/x": "1" });
  const gone = JSON.parse(removeFromManifest(text, ["x"], { gone: new Set(["x"]) }));
  assert.deepEqual(gone, { overrides: { y: { x: "1" }, "@s/x": "1" }, pnpm: { other: true } });
});

test("an override that refers to the removed dependency gets its range", () => {
  const text = '{"dependencies":{"x":"^1.2.0"},"overrides":{"x":"$x","y":{"x":"$x","z":"$z"}}}';
  const expected = '{"overrides":{"x":"^1.2.0","y":{"x":"^1.2.0","z":"$z"}}}';
  assert.equal(removeFromManifest(text, ["x"]), expected);
});

test("names are data: escapes, repetitions and prototype names", () => {
  const text = '{"dependencies":{"left\\u002dpad":"1","__proto__":"1","left-pad":"2","constructor":"1"}}';
  assert.equal(removeFromManifest(text, ["left-pad"]), '{"dependencies":{"__proto__":"1","constructor":"1"}}');
  assert.equal(removeFromManifest(text, ["__proto__", "left-pad", "constructor"]), "{}");
  assert.equal(removeFromManifest('{"dependencies":["x"],"devDependencies":null}', ["x"]).length, 45);
  const twice = '{"dependencies":{"x":"1","y":"1"},"dependencies":{"x":"1"}}';
  assert.equal(removeFromManifest(twice, ["x"]), '{"dependencies":{"y":"1"}}');
});

test("a name that is not there changes nothing", () => {
  assert.equal(removeFromManifest(manifest, ["chalk"]), manifest);
});

test("what is no manifest is an error with its place", () => {
  for (const text of ["", "[]", '{"a":1,}', "null"]) {
    assert.throws(
      () => removeFromManifest(text, ["x"], { path: "packages/a/package.json" }),
      (error) =>
        error instanceof ShrinkdepsError && error.kind === "manifest" && error.path === "packages/a/package.json",
    );
  }
});

test("overrides that hide resolutions from bun stay as an empty object", () => {
  const options = { gone: new Set(["x"]) };
  const text =
    '{ "dependencies": { "x": "1", "y": "1" }, "overrides": { "x": "1.0.1" }, "resolutions": { "y": "1.0.2" } }';
  const expected = '{ "dependencies": { "y": "1" }, "overrides": {}, "resolutions": { "y": "1.0.2" } }';
  assert.equal(removeFromManifest(text, ["x"], options), expected);
  const both = text.replace('"y": "1.0.2"', '"x": "1.0.2"');
  assert.equal(removeFromManifest(both, ["x"], options), '{ "dependencies": { "y": "1" } }');
  const none = text.replace('{ "y": "1.0.2" }', "{}");
  assert.equal(removeFromManifest(none, ["x"], options), '{ "dependencies": { "y": "1" }, "resolutions": {} }');
});
