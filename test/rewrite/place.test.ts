/** Where a helper goes: beside its users, and never where something would take it for one of its own. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rewrite, type Files } from "./harness.ts";

const user = `const pad = require("pad");\nmodule.exports = [1].map(pad);\n`;

/** The path of the one helper. */
async function place(files: Files, manifest: object = {}): Promise<string> {
  const { plan, reasons } = await rewrite(files, manifest);
  assert.equal(reasons, "");
  return plan.newFiles.map(({ path }) => path).join(" ");
}

describe("the place of a helper", () => {
  for (const [fact, where, files, manifest] of [
    ["is beside its one user", "src/tools/pad.js", { "src/tools/a.js": user }, {}],
    ["is what its users share", "src/pad.js", { "src/a/a.js": user, "src/b/b.js": user }, {}],
    ["is no page of a framework", "src/pad.js", { "src/pages/a.js": user }, {}],
    ["is no page of a folder of pages", "src/pad.js", { "src/pages/shop/a.js": user }, {}],
    ["is no function of a cloud", "lib/pad.js", { "api/users/a.js": user, "lib/b.js": "" }, {}],
    ["is among what only has the name of a server's part", "src/api/http/pad.js", { "src/api/http/a.js": user }, {}],
    ["is no file of a language", "src/pad.js", { "src/locales/a.js": user }, {}],
    ["is no page at the top", "pad.js", { "pages/a.js": user }, {}],
    ["is in the library rather than among pages at the top", "lib/pad.js", { "pages/a.js": user, "lib/b.js": "" }, {}],
    ["is no suite of tests", "src/pad.js", { "src/__tests__/a.js": user }, {}],
    [
      "is among what tests share, whatever else is loaded by names made up",
      "test/helpers/pad.js",
      {
        "test/helpers/a.js": user,
        "lib/load.js": `const fs = require("fs");\nmodule.exports = (dir) => fs.readdirSync(dir).map((file) => require(dir + "/" + file));\n`,
      },
      {},
    ],
    [
      "is among what tests share where only tests use it",
      "test/helpers/pad.js",
      { "test/helpers/a.js": user, "test-cli/b.js": user, "lib/c.js": "" },
      { files: ["lib"] },
    ],
    [
      "is beside a user whose neighbours are tests, whatever else is loaded by names made up",
      "packages/hull/src/pad.js",
      {
        "packages/hull/package.json": `{ "name": "hull" }`,
        "packages/hull/src/a.js": user,
        "packages/hull/src/a.test.js": `require("./a");\n`,
        "lib/load.js": `const fs = require("fs");\nmodule.exports = (dir) => fs.readdirSync(dir).map((file) => require(dir + "/" + file));\n`,
        "index.js": `require("./packages/hull/src/a");\n`,
      },
      { workspaces: ["packages/*"] },
    ],
    [
      "is in src beside its user, as what is compiled from there may not leave it, whatever else is loaded by names made up",
      "src/pad.js",
      {
        "src/a.js": user,
        "src/nobody.js": "",
        "lib/load.js": `const fs = require("fs");\nmodule.exports = (dir) => fs.readdirSync(dir).map((file) => require(dir + "/" + file));\n`,
        "index.js": `require("./src/a");\n`,
      },
      {},
    ],
    [
      "is beside a user that speaks of a file's name and loads many",
      "lib/pad.js",
      {
        "lib/a.js": `${user}exports.all = (files) => Promise.all(files.map((file) => import(file).then((one) => (one.__filename = file))));\nrequire("fs").readdir(".", () => {});\n`,
        "index.js": `require("./lib/a");\n`,
      },
      {},
    ],
    ["is no file that AVA runs", "test/helpers/pad.js", { "test/a.js": user }, { devDependencies: { ava: "6.0.0" } }],
    [
      "is not among files that one beside them loads",
      "lib/pad.js",
      {
        "lib/checks/a.js": user,
        "lib/checks/index.js": `require("fs").readdirSync(__dirname).forEach((file) => require("./" + file));\n`,
      },
      {},
    ],
    ...[
      `const path = require("path");\nrequire("fs").readdirSync(path.join(__dirname)).forEach((file) => require("./" + file));\n`,
      `const here = __dirname;\nrequire("fs").readdirSync(here, "utf8").forEach((file) => require("./" + file));\n`,
      `const glob = require("glob");\nglob.sync("*.js", { cwd: __dirname }).forEach((file) => require("./" + file));\n`,
      `const dir = require("path").dirname(__filename);\nfor (const file of require("fs").readdirSync(dir)) require("./" + file);\n`,
    ].map((index): [string, string, Files, object] => [
      `is not among files that one beside them loads by ${index.split("\n")[1] ?? ""}`,
      "lib/pad.js",
      {
        "lib/checks/a.js": user,
        "lib/checks/index.js": index,
        "lib/index.js": `require("./checks");\nrequire("./checks/a");\n`,
      },
      {},
    ]),
    [
      "is not among files that a pattern above finds",
      "lib/pad.js",
      {
        "lib/checks/a.js": user,
        "lib/index.js": `const { globSync } = require("fs");\nglobSync(__dirname + "/checks/*.js").forEach((file) => require(file));\nrequire("./checks/a");\n`,
      },
      {},
    ],
    [
      "is among files of which one above lists others and names one by its path",
      "lib/pad.js",
      {
        "index.js": `const { globSync } = require("fs");\nmodule.exports = (at, maker) => [globSync(at), require(maker || "./lib/makers/a")];\n`,
        "lib/a.js": user,
        "lib/makers/a.js": "",
        "bin/run.js": `require("../lib/a");\n`,
      },
      { files: ["index.js", "lib/**/*.js"] },
    ],
    [
      "is not in a folder that one above lists as that of a file",
      "bin/pad.js",
      {
        "index.js": `const { dirname } = require("path");\nconst { readdirSync } = require("fs");\nmodule.exports = readdirSync(dirname("./lib/a"));\n`,
        "lib/a.js": user,
        "bin/run.js": `require("../lib/a");\n`,
      },
      { files: ["index.js", "lib/**/*.js", "bin"] },
    ],
    [
      "is among files that npm scripts run, whatever else is loaded by names made up",
      "tools/pad.js",
      {
        "tools/a.js": user,
        "tools/b.js": user,
        "lib/load.js": `const fs = require("fs");\nmodule.exports = (dir) => fs.readdirSync(dir).map((file) => require(dir + "/" + file));\n`,
        "lib/index.js": `require("./load");\n`,
      },
      { scripts: { a: "node tools/a", b: "cd . && node ./tools/b.js --all" } },
    ],
    [
      "is not among files that one above loads",
      "lib/pad.js",
      {
        "lib/checks/a.js": user,
        "lib/index.js": `const path = require("path");\nrequire("fs").readdirSync(path.join(__dirname, "checks"));\n`,
      },
      {},
    ],
    [
      "is not among files that are loaded by names made up elsewhere",
      "lib/pad.js",
      {
        "lib/verbs/a.js": user,
        "lib/index.js": `require("./load")(require("path").join(__dirname, "verbs"));\n`,
        "lib/load.js": `const fs = require("fs");\nmodule.exports = (dir) => fs.readdirSync(dir).map((file) => require(dir + "/" + file));\n`,
      },
      {},
    ],
    ["is no command of a program", "lib/pad.js", { "lib/command/a.js": user }, {}],
    [
      "is beside its user where another directory is listed",
      "lib/checks/pad.js",
      { "lib/checks/a.js": user, "lib/index.js": `require("fs").readdirSync(__dirname + "/data");\n` },
      {},
    ],
    [
      "is in the library whose files something loads one by one that lists another directory",
      "lib/pad.js",
      {
        "index.js": `${user}require("fs").readdirSync(__dirname + "/data"); // see site/lib/b.js\nrequire("./lib/b");\n`,
        "lib/b.js": "",
      },
      { files: ["index.js", "lib/*.js"] },
    ],
    [
      "is packed with a user at the root",
      "lib/pad.js",
      { "index.js": user, "lib/commands/a.js": user, "lib/b.js": "" },
      { files: ["index.js", "lib/**/*.js"] },
    ],
    [
      "is packed with a user that main names",
      "src/core/pad.js",
      { "index.js": user, "src/core/a.js": "", "tools/b.js": user },
      { main: "./index", files: ["src/core"] },
    ],
    [
      "is not beside users of which each is packed alone",
      "core/pad.js",
      { "lib/a.js": user, "lib/b.js": user, "core/c.js": "" },
      { files: ["lib/*.cjs", "lib/a.js", "lib/b.js", "core"] },
    ],
    [
      "is not where a pattern leaves it out",
      "src/pad.js",
      { "index.js": user, "lib/a.js": "", "src/a.js": "" },
      { files: ["index.js", "lib", "src", "!lib"] },
    ],
    ["is beside users that a build packs", "src/pad.js", { "src/a.js": user, "src/b/c.js": user }, { files: ["dist"] }],
    ["is at the root for users there that a build packs", "pad.js", { "a.js": user }, { files: ["out"] }],
    ["has a name of its own on every file system", "src/pad-helper.js", { "src/a.js": user, "src/Pad.js": "" }, {}],
    [
      "is where files are modules of its users' kind",
      "src/pad.js",
      { "a.js": user, "lib/package.json": `{ "type": "module" }`, "lib/b.js": "", "src/c.js": "" },
      { files: ["*.cjs", "lib", "src", "a.js"] },
    ],
    ["hides no directory", "src/pad-helper.js", { "src/a.js": user, "src/pad/index.js": "" }, {}],
  ] satisfies readonly (readonly [string, string, Files, object])[])
    it(fact, async () => assert.equal(await place(files, manifest), where));
});

describe("a helper without a place", () => {
  for (const [fact, reason, files, manifest] of [
    [
      "would not be published",
      'its helper would not be published: "files" in package.json lists no directory of sources for it, and 2 files that it lists need it',
      { "index.js": user, "other.js": user },
      { files: ["index.js", "other.js"] },
    ],
    [
      "would be loaded as modules of both kinds",
      "its helper would serve files of both module kinds",
      {
        "a/package.json": `{ "type": "module" }`,
        "a/a.js": `import pad from "pad";\nexport default [1].map(pad);\n`,
        "b/b.js": `import pad from "pad";\nexport default [1].map(pad);\n`,
      },
      {},
    ],
  ] satisfies readonly (readonly [string, string, Files, object])[])
    it(`${fact}, which a report says as well`, async () => {
      const { plan, reasons } = await rewrite(files, manifest);
      assert.deepEqual([reasons, plan.files.length], [`pad: ${reason}`, 0]);
    });
});

it("a helper is named without an ending where most relative imports are", async () => {
  const importer = `import pad from "pad";\nexport default [1].map(pad);\n`;
  const nameIn = async (other: string, manifest: object = {}) => {
    const { plan } = await rewrite({ "src/a.js": importer, "src/b.js": other, "src/c.js": "" }, manifest);
    return /import pad from "(.*)"/.exec(plan.files.find(({ path }) => path === "src/a.js")?.after ?? "")?.[1];
  };
  assert.equal(await nameIn('import c from "./c";\nimport d from "./d.json";\n'), "./pad");
  assert.equal(await nameIn('import c from "./c";\nimport d from "./d";\nimport e from "./e.js";\n'), "./pad");
  assert.equal(await nameIn('import c from "./c";\nimport d from "./d.js";\n'), "./pad.js");
  assert.equal(await nameIn('import c from "c";\n'), "./pad.js");
  assert.equal(await nameIn('import c from "./c";\n', { type: "module" }), "./pad.js");
});
