/** Whose code is not taken over, and why. Each package is fit but for the one thing that a case changes. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Files, refusalOf, type Setting } from "./project.ts";

const code = '"use strict";\nmodule.exports = function tide(level) {\n  return level * 2;\n};\n';
const program: Files = { "src/main.js": 'const tide = require("tide");\nconsole.log(tide(2));\n' };

interface Case {
  readonly fact: string;
  readonly code?: string;
  /** Of the package's own manifest. */
  readonly json?: object;
  /** More files of the package; "" takes one away. */
  readonly files?: Files;
  readonly entry?: object;
  readonly program?: Files;
  readonly manifest?: object;
  readonly deeper?: Setting["deeper"];
  readonly reason: RegExp;
}

const other = { name: "gauge", version: "1.0.0" };
const tideElsewhere: Setting["deeper"] = {
  "gauge/node_modules/tide": { version: "1.0.0", from: {} },
};
const gauge = {
  version: "1.0.0",
  from: { "package.json": JSON.stringify(other) },
  entry: { dependencies: { tide: "1" } },
};

const cases: readonly Case[] = [
  { fact: "a licence that is not known", json: { license: "GPL-3.0" }, reason: /its licence \(GPL-3\.0\) is none/ },
  { fact: "no licence", json: { license: undefined }, reason: /names no licence/ },
  {
    fact: "a licence without its text",
    files: { LICENSE: "" },
    reason: /text of its licence \(MIT\) is not installed/,
  },
  { fact: "an install script", json: { scripts: { postinstall: "node x" } }, reason: /install script/ },
  { fact: "dependencies", json: { dependencies: { moon: "1" } }, reason: /it needs moon/ },
  { fact: "a file for browsers", json: { browser: "b.js" }, reason: /other code for some loaders \("browser"\)/ },
  { fact: "a file for bundlers", json: { module: "m.js" }, reason: /other code for some loaders \("module"\)/ },
  {
    fact: "a file for each condition",
    json: { exports: { import: "./index.mjs", require: "./index.js" } },
    reason: /several files, one by each condition/,
  },
  { fact: "data", json: { main: "data.json" }, files: { "data.json": "{}" }, reason: /no JavaScript/ },
  {
    fact: "several files",
    code: 'module.exports = require("./more");\n',
    files: { "more.js": code },
    reason: /several files/,
  },
  {
    fact: "large code",
    code: `"use strict";\nexports.f = function () {\n${"  use();\n".repeat(200)}};\n`,
    reason: /statements and \d+ characters/,
  },
  {
    fact: "effects on load",
    code: "setTimeout(function () {}, 1);\nmodule.exports = 1;\n",
    reason: /loading it may do more/,
  },
  {
    fact: "computed loads",
    code: '"use strict";\nmodule.exports = function (x) {\n  return require(x);\n};\n',
    reason: /computed name/,
  },
  {
    fact: "a package it does not list",
    code: '"use strict";\nmodule.exports = function () {\n  return require("moon");\n};\n',
    reason: /it loads "moon"/,
  },
  {
    fact: "its place on disk",
    code: '"use strict";\nmodule.exports = function () {\n  return __dirname;\n};\n',
    reason: /__dirname/,
  },
  {
    fact: "the environment on load",
    code: '"use strict";\nvar debug = process.env.DEBUG;\nmodule.exports = function () {\n  return debug;\n};\n',
    reason: /reads process when it is loaded/,
  },
  {
    fact: "evaluated text",
    code: '"use strict";\nmodule.exports = function (x) {\n  return eval(x);\n};\n',
    reason: /evaluates text/,
  },
  {
    fact: "the stack",
    code: '"use strict";\nmodule.exports = function () {\n  return new Error().stack;\n};\n',
    reason: /reads stack/,
  },
  {
    fact: "minified code",
    code: `"use strict";module.exports=function(a){return ${"a+".repeat(250)}a};\n`,
    reason: /minified or obfuscated/,
  },
  { fact: "built code", code: `${code}//# sourceMappingURL=index.js.map\n`, reason: /built from another source/ },
  { fact: "hidden characters", code: code.replace("level * 2", 'level * 2 + "\u202E"'), reason: /do not show/ },
  {
    fact: "module used otherwise",
    code: '"use strict";\nmodule.exports = function () {\n  return module.id;\n};\n',
    reason: /uses module for more/,
  },
  {
    fact: "flags for other loaders",
    code: '"use strict";\nexports.__esModule = true;\nexports.tide = 1;\n',
    reason: /__esModule/,
  },
  {
    fact: "exports lost by its own mistake",
    code: '"use strict";\nmodule.exports = function () {};\nexports.more = 1;\n',
    reason: /after module\.exports has become something else/,
  },
  { fact: "no integrity", entry: { integrity: undefined }, reason: /no integrity/ },
  { fact: "another version installed", json: { version: "1.0.1" }, reason: /what is installed is tide@1\.0\.1/ },
  {
    fact: "a patch",
    program: { ...program, "patches/tide+1.0.0.patch": "" },
    reason: /patches\/tide\+1\.0\.0\.patch changes its code/,
  },
  {
    fact: "a git dependency",
    entry: { resolved: "git+ssh://git@example.com/tide.git#abc" },
    reason: /not the registry's package/,
  },
  {
    fact: "TypeScript",
    program: { "src/main.ts": 'import tide from "tide";\nconsole.log(tide(2));\n' },
    reason: /JavaScript, and a file in TypeScript would need its types/,
  },
  {
    fact: "CommonJS in an ES module",
    program: { "src/main.mjs": 'import tide from "tide";\nconsole.log(tide(2));\n' },
    reason: /CommonJS, and this loads it as an ES module/,
  },
  {
    fact: "an ES module by require()",
    json: { type: "module" },
    code: "export default function tide() {}\n",
    program: { "src/main.js": 'require("tide").default(2);\n' },
    reason: /ES module, and this loads it by require\(\)/,
  },
  {
    fact: "an ES module by import() from CommonJS",
    json: { type: "module" },
    code: "export default function tide() {}\n",
    program: {
      "src/main.js": 'async function f() {\n  const { default: tide } = await import("tide");\n  tide(2);\n}\nf();\n',
    },
    reason: /loaded by import\(\) from another kind of module/,
  },
  {
    fact: "sloppy code where a compiler makes it strict",
    code: "module.exports = function () {\n  return this;\n};\n",
    manifest: { devDependencies: { "@babel/core": "7" } },
    reason: /not in strict mode, and @babel\/core may put it there/,
  },
  {
    fact: "sloppy code where TypeScript compiles JavaScript, by a configuration that is extended",
    code: "module.exports = function () {\n  return this;\n};\n",
    program: {
      ...program,
      "tsconfig.json": '{ "extends": "./base.json" }',
      "base.json": '{ "compilerOptions": { "allowJs": true } }',
    },
    reason: /not in strict mode, and tsconfig\.json may put it there/,
  },
  {
    fact: "syntax that the promised Node cannot read",
    code: '"use strict";\nmodule.exports = (a) => a?.b ?? 1;\n',
    manifest: { engines: { node: ">=12" } },
    reason: /needs Node 14\.0\.0; the project promises 12/,
  },
  {
    fact: "modules of Node in code for browsers",
    code: '"use strict";\nmodule.exports = require("path").join;\n',
    manifest: { browserslist: ["chrome >= 100"] },
    reason: /built for browsers/,
  },
  {
    fact: "its command in use",
    json: { bin: "index.js" },
    program: { ...program, "package.sh": "" },
    manifest: { scripts: { tide: "tide 3" } },
    reason: /package\.json:\d+:\d+: /,
  },
  {
    fact: "a part of it by its path",
    program: { "src/main.js": 'console.log(require("tide/package.json").version);\n' },
    reason: /entry point tide\/package\.json has no replacement/,
  },
  {
    fact: "a change of it",
    program: { "src/main.js": 'const tide = require("tide");\ntide.unit = 1;\nconsole.log(tide(2));\n' },
    reason: /a member of it is written/,
  },
  {
    fact: "memory that a copy elsewhere would not share",
    code: '"use strict";\nvar count = 0;\nmodule.exports = function () {\n  return ++count;\n};\n',
    deeper: { gauge, ...tideElsewhere },
    reason: /changes count after it is loaded, and another copy of it stays/,
  },
  {
    fact: "a class that a copy elsewhere would not share",
    code: '"use strict";\nclass Tide {}\nmodule.exports = Tide;\n',
    deeper: { gauge, ...tideElsewhere },
    reason: /has a class, by which instances are known, and another copy/,
  },
  {
    fact: "a symbol that a copy elsewhere would not share",
    code: '"use strict";\nvar key = Symbol("tide");\nmodule.exports = function (o) {\n  return o[key];\n};\n',
    deeper: { gauge, ...tideElsewhere },
    reason: /makes a symbol, and another copy/,
  },
  {
    fact: "memory that two workspaces would each have",
    code: '"use strict";\nvar count = 0;\nmodule.exports = function () {\n  return ++count;\n};\n',
    program: {
      ...program,
      "packages/a/package.json": '{"name":"a","version":"1.0.0"}',
      "packages/a/main.js": 'console.log(require("tide")());\n',
    },
    manifest: { workspaces: ["packages/a"] },
    reason: /changes count after it is loaded, and it would take more than one copy/,
  },
];

function settingOf(one: Case): Setting {
  const json = { name: "tide", version: "1.0.0", license: "MIT", main: "index.js", ...one.json };
  const all: Files = {
    "package.json": JSON.stringify(json),
    LICENSE: "MIT\n",
    "index.js": one.code ?? code,
    ...one.files,
  };
  const from = Object.fromEntries(Object.entries(all).filter(([, text]) => text !== ""));
  const listed = one.deeper === undefined ? {} : { dependencies: { tide: "1.0.0", gauge: "1.0.0" } };
  return {
    files: one.program ?? program,
    packages: { tide: { version: "1.0.0", from, ...(one.entry === undefined ? {} : { entry: one.entry }) } },
    manifest: { ...listed, ...one.manifest },
    ...(one.deeper === undefined ? {} : { deeper: one.deeper }),
  };
}

test("nothing stands in the way of the package that every case changes", async () => {
  assert.equal(await refusalOf(settingOf({ fact: "", reason: /./ })), "");
});

test("syntax that every Node can read goes where Node 0.8 is promised", async () => {
  assert.equal(await refusalOf(settingOf({ fact: "", manifest: { engines: { node: ">=0.8" } }, reason: /./ })), "");
});

for (const one of cases)
  test(`refuses ${one.fact}`, async () => {
    assert.match(await refusalOf(settingOf(one)), one.reason);
  });
