/** What `--partial` may touch of a package that stays: nothing, where another use may change what the package does. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Files, rewrite } from "./harness.ts";

const used = `const { twice } = require("kit");\nmodule.exports = () => twice(2);\n`;
const rewritten = `module.exports = () => 2 * 2;\n`;

/** Beside a use that could be rewritten, one that cannot be. */
const tampering: readonly (readonly [how: string, program: string, reason: RegExp])[] = [
  ["a spy", `const kit = require("kit");\nsinon.stub(kit, "twice");\n`, /is handed on as a whole|is watched/],
  ["a member that is written", `const kit = require("kit");\nkit.twice = () => 1;\n`, /is assigned a new value here/],
  ["a member that is written by its name", `const kit = require("kit");\nkit["twice"] = () => 1;\n`, /new value/],
  ["a computed member that is written", `const kit = require("kit");\nkit[module.id] = 1;\n`, /computed name/],
  ["members that are assigned", `const kit = require("kit");\nObject.assign(kit, { twice() {} });\n`, /as a whole/],
  ["an export of all of it", `module.exports = require("kit");\nmodule.exports.twice = () => 1;\n`, /as a whole/],
  ["a name that all of it is passed on by", `const kit = require("kit");\nexports.all = { kit };\n`, /as a whole/],
  ["a member that changes others", `require("kit").mixin({ twice: () => 1 });\n`, /mixin has no replacement/],
  [
    "a prototype that gets a name",
    `const kit = require("kit");\nconst shared = kit.twice.prototype;\nshared.a = 1;\n`,
    /member prototype is read/,
  ],
  [
    "a prototype that is handed out",
    `module.exports = { all: require("kit").twice.prototype };\n`,
    /prototype is read/,
  ],
  ["a mock of its name", `jest.mock("kit", () => ({ twice: () => 1 }));\n`, /jest\.mock replaces it by its name/],
  ["a test double of its name", `require("proxyquire")("./a", { kit: {} });\n`, /replaces modules by their names/],
];

const harmless: readonly (readonly [how: string, program: string])[] = [
  ["an export without a replacement", `const kit = require("kit");\nconsole.log(kit.unknown(2));\n`],
  ["a value of a type the replacement does not take", `console.log(require("kit").twice(module));\n`],
  ["a computed member that is read", `const kit = require("kit");\nconsole.log(kit[module.id]);\n`],
  ["a prototype that is read", `const { call } = require("kit").twice.prototype;\nconsole.log(call);\n`],
  ["a function that is passed on", `const { twice } = require("kit");\nconsole.log([1].map(twice));\n`],
];

describe("a package that one use keeps, with partial", () => {
  for (const [how, program, reason] of tampering)
    it(`loses no use beside ${how}`, async () => {
      const files: Files = { "a.js": used, "b.js": program };
      const { files: after, reasons, plan } = await rewrite(files, {}, { partial: true });
      assert.deepEqual(after, files);
      assert.match(reasons, reason);
      assert.deepEqual(
        plan.packages.map(({ outcome }) => outcome),
        ["stay"],
      );
    });

  for (const [how, program] of harmless)
    it(`loses the others beside ${how}`, async () => {
      const files: Files = { "a.js": used, "b.js": program };
      const { files: after, plan } = await rewrite(files, {}, { partial: true });
      assert.deepEqual(after, { ...files, "a.js": rewritten });
      assert.deepEqual(
        plan.packages.map(({ outcome }) => outcome),
        ["partial"],
      );
    });

  it("loses no use of a replacement whose difference was not allowed", async () => {
    const files: Files = { "a.js": `const drift = require("drift");\nconsole.log(drift(1));\n` };
    const kept = await rewrite(files, {}, { partial: true });
    assert.deepEqual(kept.files, files);
    assert.match(kept.reasons, /differs observably: The tide is another\./);
    const allowed = await rewrite(files, {}, { partial: true, allowDeviations: true });
    assert.deepEqual(allowed.files, { "a.js": "console.log(1 + 1);\n" });
  });

  it("loses no use that needs a global by the name it has in the file", async () => {
    const send = 'fetch("/", { headers: form.getHeaders(), body: form.getBuffer() });';
    const program = (name: string): string =>
      `const ${name} = require("sheet");\nconst form = new ${name}();\n${send}\nconsole.log(new ${name}());\n`;
    const manifest = { engines: { node: ">=20" } };
    const kept = { "a.js": program("FormData") };
    const alike = await rewrite(kept, manifest, { partial: true });
    assert.deepEqual(alike.files, kept);
    assert.match(alike.reasons, /needs the global FormData, and that is the package here/);
    const { files } = await rewrite({ "a.js": program("Sheet") }, manifest, { partial: true });
    const served = program("Sheet")
      .replace("= new Sheet()", "= new FormData()")
      .replace(send, 'fetch("/", { body: form });');
    assert.deepEqual(files, { "a.js": served });
  });

  it("shows in a preview what every use would become", async () => {
    const files: Files = { "a.js": used, "b.js": tampering[0]![1] };
    const { files: after } = await rewrite(files, {}, { preview: true });
    assert.deepEqual(after, { ...files, "a.js": rewritten });
  });
});

describe("a fixture", () => {
  for (const path of ["test/fixtures/b.js", "src/__fixtures__/b.js", "testdata/b.js", "test/fixture/deep/b.js"])
    it(`keeps what ${path} uses, and its text`, async () => {
      const files: Files = { "a.js": used, [path]: used };
      const { files: after, reasons } = await rewrite(files);
      assert.deepEqual(after, files);
      assert.match(reasons, /is in a fixture, which tests may read as data/);
      const { files: partly } = await rewrite(files, {}, { partial: true });
      assert.deepEqual(partly, { ...files, "a.js": rewritten });
    });

  it("is what a folder's name says, not a file's", async () => {
    const { files: after } = await rewrite({ "fixtures.js": used, "fixtures-of/b.js": used });
    assert.deepEqual(after, { "fixtures.js": rewritten, "fixtures-of/b.js": rewritten });
  });
});

describe("a package that another workspace changes", () => {
  const files: Files = {
    "a/package.json": '{ "name": "a", "version": "1.0.0", "dependencies": { "kit": "1.5.0" } }\n',
    "a/main.js": used,
    "b/package.json": '{ "name": "b", "version": "1.0.0", "dependencies": { "kit": "1.5.0" } }\n',
  };
  const manifest = { workspaces: ["a", "b"] };
  const options = { workspaces: new Set(["a"]) };

  it("stays in this one", async () => {
    const changed = { ...files, "b/main.js": `const kit = require("kit");\nkit.twice = () => 1;\n` };
    const { files: after, reasons } = await rewrite(changed, manifest, options);
    assert.deepEqual(after, changed);
    assert.match(reasons, /b\/main\.js:2:1: is assigned a new value here/);
  });

  it("goes from this one where the other only uses it", async () => {
    const { files: after } = await rewrite({ ...files, "b/main.js": used }, manifest, options);
    assert.equal(after["a/main.js"], rewritten);
    assert.equal(after["b/main.js"], used);
  });
});
