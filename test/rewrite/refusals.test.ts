/** What is refused, and the reason that is given: nothing of the file changes, and the package stays. */
import { refused } from "./forms.ts";

refused("ways to load a package that are refused", [
  {
    fact: "a string runs its command",
    source: `require("child_process").execSync("npx pad --all");\n`,
    because: /runs its command/,
  },
  {
    fact: "a string points into its folder",
    source: `require("fs").readFileSync("node_modules/pad/index.js");\n`,
    because: /points into its folder/,
  },
  {
    fact: "a statement without braces loads it for its side effects",
    source: `if (!globalThis.polyfilled) require("polyfill");\nconsole.log("on");\n`,
    because: /stands without braces/,
  },
  {
    fact: "a test stubs a member of it",
    source: `const sinon = require("sinon");\nconst merge = require("merge-all");\nsinon.stub(merge);\n`,
    because: /watched or replaced by a test/,
  },
  {
    fact: "a file that replaces modules has a key of its name",
    source: `const proxyquire = require("proxyquire");\nconst stubs = { pad: () => "x" };\nproxyquire("./lib", stubs);\n`,
    because: /replaces modules by their names/,
  },
  {
    fact: "a test mocks the module of Node that its replacement is",
    source: `const where = require("where");\nmodule.exports = () => where("a", "b");\n`,
    others: { "main.test.js": `jest.mock("path", () => ({ join: () => "x" }));\n` },
    because: /where: main\.js:2:24: its replacement uses node:path, which main\.test\.js replaces/,
  },
  {
    fact: "a test mocks the module of Node that its helper uses",
    source: `const nook = require("nook");\nmodule.exports = () => [1].map(nook);\n`,
    others: { "test/main.js": `vi.doMock(import("node:path/posix"), () => ({ join: () => "x" }));\n` },
    because: /nook: main\.js:2:32: its replacement uses node:path, which test\/main\.js replaces/,
  },
  {
    fact: "a test mocks a module by a name that a variable holds",
    source: `const pad = require("pad");\nmodule.exports = () => pad("a", 3);\n`,
    others: { "main.test.js": `const name = "pad";\nvi.doMock(name, () => ({ default: () => "x" }));\n` },
    because: /main\.test\.js:1:14: is named in a file that replaces modules by their names/,
  },
  {
    fact: "a test sets the variable by its name",
    source: `const pad = require("pad");\nmodule.exports = () => pad("a", 3);\n`,
    others: { "main.test.js": `require("rewire")("./main").__set__("pad", () => "x");\n` },
    manifest: { devDependencies: { rewire: "^7.0.0" } },
    because: /main\.js:1:13: pad is set from outside by its name, in main\.test\.js/,
  },
  {
    fact: "a test sets a member of the variable",
    source: `const kit = require("kit");\nmodule.exports = () => kit.twice(3);\n`,
    others: { "main.test.js": `const main = rewire("./main");\nmain.__set__({ "kit.twice": () => 7 });\n` },
    manifest: { devDependencies: { rewire: "^7.0.0" } },
    because: /kit is set from outside by its name, in main\.test\.js/,
  },
  {
    fact: "a test sets a variable by a name that is not written there",
    file: "main.mjs",
    source: `import { twice } from "kit";\nexport default () => twice(3);\n`,
    others: {
      "main.test.mjs": `import { __RewireAPI__ as main } from "./main.mjs";\nfor (const name of ["twice"]) main.__Rewire__(name, () => 7);\n`,
    },
    manifest: { devDependencies: { "babel-plugin-rewire": "^1.2.0" } },
    because: /twice is set from outside by its name, in main\.test\.mjs/,
  },
  {
    fact: "it is loaded by require with new",
    source: `console.log(typeof new require("pad")("a", 3));\n`,
    because: /new require/,
  },
  {
    fact: "a computed require names it",
    source: `const name = "pad";\nconsole.log(require(name)("a", 3));\n`,
    because: /computed names/,
  },
  {
    fact: "a computed require starts with its name",
    source: `const pad = require("pad");\nconst part = (name) => require("pad/lib/" + name);\nconsole.log(pad("a", 3), part);\n`,
    because: /computed names/,
  },
  {
    fact: "require.resolve asks for its place",
    source: `console.log(require.resolve("pad"));\n`,
    because: /place on disk/,
  },
  {
    fact: "everything is exported again",
    file: "main.mjs",
    source: `export * from "kit";\n`,
    because: /everything of it is exported again/,
  },
  {
    fact: "an export without a replacement is used",
    source: `const { triple } = require("kit");\nconsole.log(triple(1));\n`,
    because: /triple/,
  },
  { fact: "it is loaded for its side effects", source: `require("pad");\nconsole.log(1);\n`, because: /side effects/ },
  {
    fact: "a test mocks it by its name",
    source: `jest.mock("pad");\nconst pad = require("pad");\nconsole.log(pad("a", 2));\n`,
    because: /jest\.mock replaces it/,
  },
  {
    fact: "a mock is given the module itself",
    file: "main.mjs",
    source: `vi.mock(import("pad"), () => ({}));\n`,
    because: /vi\.mock replaces it/,
  },
  {
    fact: "an AMD loader loads it",
    source: `define(["pad"], function (pad) {\n  console.log(pad("a", 2));\n});\n`,
    because: /is loaded by define\(\)/,
  },
  {
    fact: "a pattern gives an export another value where there is none",
    source: `const { twice = (n) => n } = require("kit");\nconsole.log(twice(2));\n`,
    because: /handed on as a whole/,
  },
  {
    fact: "a pattern takes all other exports",
    source: `const { twice, ...others } = require("kit");\nconsole.log(twice(2), others);\n`,
    because: /handed on as a whole/,
  },
  {
    fact: "require.resolve.paths asks for its place",
    source: `console.log(require.resolve.paths("pad"), require.resolve("pad", { paths: [__dirname] }));\n`,
    because: /require\.resolve\.paths\(\) asks for its place on disk/,
  },
  {
    fact: "import.meta.resolve asks for its place",
    file: "main.mjs",
    source: `console.log(import.meta.resolve("pad"));\n`,
    because: /import\.meta\.resolve\(\) asks for its place on disk/,
  },
  {
    fact: "createRequire makes a require for another place",
    file: "main.mjs",
    source: `import { createRequire } from "node:module";\nconst load = createRequire(process.cwd() + "/");\nconsole.log(load("pad")("a", 2));\n`,
    because: /given to a function that may load it/,
  },
  {
    fact: "require goes by another name",
    source: `const load = require;\nconsole.log(load("pad")("a", 2), (0, require)("pad")("a", 2));\n`,
    because: /given to a function that may load it/,
  },
  {
    fact: "a function that was given require loads it",
    source: `const lazy = (load) => (name) => () => load(name);\nconst pad = lazy(require)("pad");\nconsole.log(pad()("a", 2));\n`,
    because: /given to a function that may load it/,
  },
  {
    fact: "a function that is named for loading gets its name",
    source: `const load = require("lazy-loader");\nmodule.exports = load("pad");\n`,
    because: /given to a function that may load it/,
  },
  {
    fact: "it is imported with attributes",
    file: "main.mjs",
    source: `import pad from "pad" with { type: "javascript" };\nconsole.log(pad("a", 2));\n`,
    because: /imported with attributes/,
  },
  {
    fact: "it is imported later with attributes",
    file: "main.mjs",
    source: `console.log(await import("pad", { with: {} }));\n`,
    because: /loaded with further arguments/,
  },
  {
    fact: "everything is exported again under a name",
    file: "main.mjs",
    source: `export * as kit from "kit";\n`,
    because: /everything of it is exported again; name the exports/,
  },
  {
    fact: "a mapper of a test tool leads its name elsewhere",
    source: `const pad = require("pad");\nconsole.log(pad("a", 2));\n`,
    others: {
      "jest.config.js": `module.exports = { projects: [{ moduleNameMapper: { "^p.d$": "<rootDir>/stub.js" } }] };\n`,
    },
    because: /"moduleNameMapper" in jest\.config\.js maps it/,
  },
  {
    fact: "its import is deferred",
    file: "main.mjs",
    source: `import defer * as pad from "pad";\nconsole.log(pad);\n`,
    because: /imported with defer/,
  },
  {
    fact: "require gets more than its name",
    source: `console.log(require("pad", 1));\n`,
    because: /loaded with further arguments/,
  },
  {
    fact: "an entry point without a replacement is loaded",
    source: `console.log(require("pad/lib/other"));\n`,
    because: /its entry point pad\/lib\/other has no replacement/,
  },
]);

refused("uses of a package that are refused", [
  {
    fact: "a string behind it would become a directive",
    source: `const pad = require("pad");\n"use strict";\nloose = pad("a", 2);\nconsole.log(loose);\n`,
    because: /would take a string for a directive/,
  },
  {
    fact: "it is assigned",
    file: "main.cjs",
    source: `const kit = require("kit");\nkit.twice = (n) => n;\nconsole.log(kit.twice(1));\n`,
    because: /assigned|changed/,
  },
  {
    fact: "a member of the function is read",
    source: `const pad = require("pad");\nconsole.log(pad.length);\n`,
    because: /member length is read/,
  },
  {
    fact: "the whole namespace is passed on",
    source: `const kit = require("kit");\nconsole.log(Object.keys(kit));\n`,
    because: /handed on as a whole/,
  },
  {
    fact: "a value goes where only some calls are served",
    source: `const { twice } = require("kit");\nconsole.log([1].map(twice));\n`,
    because: /does not serve every call/,
  },
  {
    fact: "an argument is not proved",
    source: `const { twice } = require("kit");\nmodule.exports = (n) => twice(n);\n`,
    because: /argument 1 \(n\) is not known to be number/,
  },
  {
    fact: "a function is used as a class, and the native is a method",
    source: `const merge = require("merge-all");\nconsole.log(typeof new merge({}));\n`,
    because: /used as a class/,
  },
  {
    fact: "a function is used as a class",
    source: `const pad = require("pad");\nconsole.log(new pad("a"));\n`,
    because: /used as a class/,
  },
  {
    fact: "a class is called without new",
    source: `const { Fault } = require("faults");\nfunction Mine() {\n  return Fault.call(this, "a");\n}\nconsole.log(typeof Mine);\n`,
    because: /called without new/,
  },
  {
    fact: "a class would be there twice, for two kinds of module",
    source: `const { Fault } = require("faults");\nexports.check = (error) => error instanceof Fault;\n`,
    others: { "raise.mjs": `import { raise } from "faults";\nexport default () => raise("a");\n` },
    because: /more than one copy of its class/,
  },
  {
    fact: "a class is one that another package makes instances of",
    source: `const { Fault } = require("faults");\nexports.check = (error) => error instanceof Fault;\n`,
    others: {
      "node_modules/other/package.json": `{"name":"other","version":"1.0.0","dependencies":{"faults":"^1.0.0"}}`,
      "node_modules/other/index.js": "",
    },
    because: /is a class that other code keeps a copy of/,
  },
  {
    fact: "the file cannot be parsed",
    source: `const pad = require("pad");\nconsole.log(pad("a", 2);\n`,
    because: /cannot be parsed \(line 2/,
  },
  {
    fact: "eval could see the name",
    source: `const pad = require("pad");\nconsole.log(eval("pad('a', 3)"));\n`,
    because: /eval/,
  },
  {
    fact: "a call has more arguments than the replacement",
    source: `const pad = require("pad");\nconsole.log(pad("a", 2, " ", { trim: true }));\n`,
    because: /is called with 4 arguments; the replacement takes 3/,
  },
  {
    fact: "a member of it is deleted",
    source: `const kit = require("kit");\ndelete kit.twice;\nconsole.log(kit.shout("a"));\n`,
    because: /assigned a new value/,
  },
  {
    fact: "the module is patched as a whole",
    source: `const kit = require("kit");\nObject.assign(kit, { twice: 1 });\nconsole.log(kit.shout("a"));\n`,
    because: /handed on as a whole/,
  },
  {
    fact: "an assignment takes members of it",
    source: `const pad = require("pad");\nlet length;\n({ length } = pad);\nconsole.log(length);\n`,
    because: /members of it are taken by a pattern/,
  },
  {
    fact: "a member is read by a computed name",
    source: `const kit = require("kit");\nconsole.log(kit[process.argv[9] ?? "twice"](2));\n`,
    because: /read by a computed name/,
  },
  {
    fact: "a with statement could shadow it",
    source: `const pad = require("pad");\nwith ({ pad: () => "own" }) console.log(pad("a", 2));\n`,
    because: /with statement/,
  },
  {
    fact: "a member of it is a JSX element",
    file: "main.jsx",
    source: `import pad from "pad";\nexport default () => <pad.Box />;\n`,
    because: /member Box is read/,
  },
  {
    fact: "it is a JSX element",
    file: "main.jsx",
    source: `import Pad from "pad";\nexport default () => <Pad />;\n`,
    because: /used as a JSX element/,
  },
  {
    fact: "a member default is read that it may not have",
    source: `const pad = require("pad").default;\nconsole.log(pad);\n`,
    because: /not seen to have/,
  },
  {
    fact: "a name is used above its declaration",
    source: `try {\n  console.log(pad("a", 2));\n} catch (error) {\n  console.log(error.name);\n}\nconst pad = require("pad");\nconsole.log(pad("b", 2));\n`,
    because: /is used before it is loaded/,
  },
  {
    fact: "a string is code that requires it",
    source: `const { Worker } = require("worker_threads");\nnew Worker("require('pad')('a', 2)", { eval: true });\n`,
    because: /is code that loads it/,
  },
  {
    fact: "a template is code that imports it",
    source: `const name = "x";\nconsole.log(\`import pad from "pad";\nexport const \${name} = pad("a", 2);\`);\n`,
    because: /is code that loads it/,
  },
]);

refused("types of a package that are refused", [
  {
    fact: "a comment uses its types",
    source: `exports.one = 1;\n/** @type {import("pad")} */\nexports.pad = null;\n`,
    because: /main\.js:2:12: its types are used in a comment$/,
  },
  {
    fact: "a type that is asked of what has no general replacement",
    file: "main.ts",
    source: `import { twice } from "kit";\nexport let f: typeof twice;\nconsole.log(twice(2));\n`,
    because: /main\.ts:2:22: its type is used$/,
  },
  {
    fact: "a type-only import is used",
    file: "main.ts",
    source: `import type pad from "pad";\nexport let f: typeof pad;\n`,
    because: /its types are used/,
  },
  {
    fact: "a type of it is used",
    file: "main.ts",
    source: `import { type Fill } from "pad";\nexport let f: Fill;\n`,
    because: /its export Fill has no replacement/,
  },
  {
    fact: "import() takes a type of it",
    file: "main.ts",
    source: `export let f: import("pad").Fill;\n`,
    because: /its types are used; write the type out/,
  },
  {
    fact: "its types are exported again",
    file: "main.ts",
    source: `export type { Fill } from "pad";\n`,
    because: /its types are exported again/,
  },
  {
    fact: "import = require() exports it again",
    file: "main.ts",
    source: `export import pad = require("pad");\n`,
    because: /exported again by import = require\(\)/,
  },
  {
    fact: "a file adds to its types",
    file: "main.ts",
    source: `import pad from "pad";\ndeclare module "pad" {\n  export const x: number;\n}\nconsole.log(pad("a", 2));\n`,
    because: /its types are declared or extended here/,
  },
  {
    fact: "a file declares its types",
    file: "main.ts",
    source: `import pad from "pad";\nconsole.log(pad("a", 2));\n`,
    others: { "types.d.ts": `declare module "pad" {\n  export default function pad(text: string): string;\n}\n` },
    because: /types\.d\.ts:1:1: its types are declared/,
  },
  {
    fact: "a declaration file imports its types",
    file: "main.ts",
    source: `import pad from "pad";\nconsole.log(pad("a", 2));\n`,
    others: { "types.d.ts": `import { Fill } from "pad";\nexport type F = Fill;\n` },
    because: /types\.d\.ts:2:17: its export Fill has no replacement/,
  },
  {
    fact: "a comment at the top refers to its types",
    file: "main.ts",
    source: `/// <reference types="pad" />\nexport {};\n`,
    because: /main\.ts:1:23: .*referred to by a comment at the top/,
  },
  {
    fact: "a namespace is called that interop makes an object",
    file: "main.ts",
    source: `import * as pad from "pad";\nconsole.log(pad("a", 2));\n`,
    others: { "tsconfig.json": `{ "compilerOptions": { "module": "CommonJS", "esModuleInterop": true } }` },
    because: /handed on as a whole/,
  },
  {
    fact: "a namespace is called, and nobody says how it is compiled",
    file: "main.ts",
    source: `import * as pad from "pad";\nconsole.log(pad("a", 2));\n`,
    others: { "tsconfig.json": `{ "compilerOptions": { "module": "CommonJS" } }` },
    because: /handed on as a whole/,
  },
  {
    fact: "TypeScript loads it through createRequire where a helper is needed",
    file: "main.mts",
    source: `import { createRequire } from "node:module";\nconst load = createRequire(import.meta.url);\nconsole.log([1].map(load("pad")));\n`,
    because: /createRequire\(\) in TypeScript/,
  },
]);
