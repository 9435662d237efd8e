import { after, test } from "node:test";
import assert from "node:assert/strict";
import { readProject } from "../../src/project/read.ts";
import { createTypeCheck, newDiagnostics, type TypeCheckedChanges } from "../../src/apply/typecheck/typecheck.ts";
import { makeTree, removeTree } from "./tree.ts";

const roots: string[] = [];
after(() => roots.forEach(removeTree));

const tide = {
  "node_modules/left-pad/package.json": '{"name":"left-pad","version":"1.3.0","types":"index.d.ts"}',
  "node_modules/left-pad/index.d.ts": "declare function leftPad(s: string, n: number): string;\nexport = leftPad;\n",
  "node_modules/plain/package.json": '{"name":"plain","version":"1.0.0","main":"index.js"}',
  "node_modules/plain/index.js": "module.exports = 1;\n",
  "node_modules/loud/package.json": '{"name":"loud","version":"1.0.0"}',
  "node_modules/loud/index.js": "module.exports = 1;\n",
  "node_modules/@types/loud/package.json": '{"name":"@types/loud","version":"1.0.0","types":"index.d.ts"}',
  "node_modules/@types/loud/index.d.ts": "declare global { const LOUD: string }\nexport const volume: number;\n",
  "package.json": JSON.stringify({
    name: "tide",
    dependencies: { "left-pad": "1", plain: "1", loud: "1" },
    devDependencies: { "@types/loud": "1" },
  }),
  "tsconfig.json":
    '{ "compilerOptions": { "strict": true, "lib": ["es2020"], "noImplicitAny": false, "module": "commonjs" }, "include": ["src"] }',
  "src/a.ts": 'import leftPad = require("left-pad");\nexport const id = leftPad("1", 5);\n',
  "src/b.ts": 'import { id } from "./a";\nexport const length: number = id.length;\nexport const wrong: string = 5;\n',
  "src/c.ts": 'import plain = require("plain");\nexport const p = plain;\n',
};

function open(files: Readonly<Record<string, string>>) {
  const root = makeTree(files);
  roots.push(root);
  return readProject(root);
}

function change(
  path: string,
  before: string | undefined,
  text: string,
  removed: readonly string[],
): TypeCheckedChanges {
  return { sources: [{ path, before, after: text }], directories: [], removals: new Map([["", new Set(removed)]]) };
}

const short = (found: ReturnType<typeof newDiagnostics>) =>
  found.diagnostics.map((d) => `${d.path}:${d.line} TS${d.code}`);

test("a faithful rewrite adds nothing, though the project has errors of its own and its lines move", () => {
  const rewritten = '// padded\n\nexport const id = "1".padStart(5);\n';
  const result = newDiagnostics(open(tide), change("src/a.ts", tide["src/a.ts"], rewritten, ["left-pad"]));
  assert.deepEqual(result, { diagnostics: [], notProved: [] });
});

test("an error in a file that only depends on the changed one is found", () => {
  const result = newDiagnostics(
    open(tide),
    change("src/a.ts", tide["src/a.ts"], "export const id = 5;\n", ["left-pad"]),
  );
  assert.deepEqual(short(result), ["src/b.ts:2 TS2339"]);
});

test("an import left over of a package that goes is an error, with types, without, and through @types", () => {
  const project = open({ ...tide, "src/d.ts": 'import { volume } from "loud";\nexport const v = volume;\n' });
  const check = createTypeCheck(project);
  const gone = (...names: string[]) =>
    short(check.check({ sources: [], directories: [], removals: new Map([["", new Set(names)]]) }));
  assert.deepEqual(gone("left-pad"), ["src/a.ts:1 TS2307"]);
  assert.deepEqual(gone("plain"), ["src/c.ts:1 TS2307"]);
  assert.deepEqual(gone("loud", "@types/loud"), ["src/d.ts:1 TS2307"]);
  assert.deepEqual(gone(), []);
  assert.deepEqual(gone("left-pad"), ["src/a.ts:1 TS2307"]);
});

test("globals that went with @types are missed, by configuration without a list of types too", () => {
  const project = open({ ...tide, "src/d.ts": "export const loudest = LOUD;\n" });
  const changes = { sources: [], directories: [], removals: new Map([["", new Set(["@types/loud"])]]) };
  assert.deepEqual(short(newDiagnostics(project, changes)), ["src/d.ts:1 TS2304"]);
  const byDirectory = { ...changes, directories: ["node_modules/@types/loud"], removals: new Map() };
  assert.deepEqual(short(newDiagnostics(project, byDirectory)), ["src/d.ts:1 TS2304"]);
});

test("a package that others still have stays visible to them, not to the project", () => {
  const project = open({
    ...tide,
    "node_modules/plain/index.d.ts":
      'import leftPad = require("left-pad");\ndeclare const p: typeof leftPad;\nexport = p;\n',
    "src/c.ts": 'import plain = require("plain");\nexport const p: string = plain("1", 2);\n',
    "src/a.ts": 'export const id = "";\n',
  });
  const changes = { sources: [], directories: [], removals: new Map([["", new Set(["left-pad"])]]) };
  assert.deepEqual(short(newDiagnostics(project, changes)), []);
});

test("a new helper is part of the program where the configuration would include it", () => {
  const files = {
    ...tide,
    "tsconfig.json":
      '{ "compilerOptions": { "strict": true, "lib": ["es2020"], "composite": true, "module": "commonjs" }, "include": ["src/**/*"] }',
    "src/b.ts": "export {};\n",
  };
  const helper =
    "export function pad(text: string, length: number): string {\n  while (text.length < length) text = ' ' + text;\n  return text;\n}\n";
  const user = 'import { pad } from "./native/pad";\nexport const id = pad("1", 5);\n';
  const check = (text: string) =>
    newDiagnostics(open(files), {
      ...change("src/a.ts", tide["src/a.ts"], user, ["left-pad"]),
      sources: [
        { path: "src/a.ts", before: tide["src/a.ts"], after: user },
        { path: "src/native/pad.ts", before: undefined, after: text },
      ],
    });
  assert.deepEqual(short(check(helper)), []);
  assert.deepEqual(short(check(helper.replace("length: number)", "length)"))), ["src/native/pad.ts:1 TS7006"]);
});

test("a new helper is in the root that a compiler before version 6 takes, and not in that of a later one", () => {
  const check = (version: string) => {
    const project = open({
      ...tide,
      "node_modules/typescript/package.json": JSON.stringify({ name: "typescript", version }),
      "test/tsconfig.json":
        '{ "extends": "../tsconfig", "compilerOptions": { "outDir": "../out" }, "include": [".", "../src"] }',
      "test/b.test.ts": 'import { length } from "../src/b";\nexport const twice = length * 2;\n',
    });
    const after = 'import pad from "./pad";\nexport const id = pad("1", 5);\n';
    const helper = "export default (text: string, length: number) => text.padStart(length);\n";
    return newDiagnostics(project, {
      ...change("src/a.ts", tide["src/a.ts"], after, ["left-pad"]),
      sources: [
        { path: "src/a.ts", before: tide["src/a.ts"], after },
        { path: "src/pad.ts", before: undefined, after: helper },
      ],
    });
  };
  assert.deepEqual(short(check("5.9.3")), []);
  assert.ok(short(check("6.0.2")).some((one) => one.endsWith("TS6059")));
});

test("several configurations with references and extends are all asked", () => {
  const files = {
    ...tide,
    "tsconfig.json": '{ "files": [], "references": [{ "path": "./lib" }, { "path": "./app/tsconfig.app.json" }] }',
    "tsconfig.base.json":
      '{ "compilerOptions": { "strict": true, "lib": ["es2020"], "composite": true, "module": "nodenext" } }',
    "lib/tsconfig.json":
      '{ "extends": "../tsconfig.base.json", "compilerOptions": { "rootDir": ".", "outDir": "../out" } }',
    "lib/tide.ts": 'import leftPad = require("left-pad");\nexport const id = leftPad("1", 5);\n',
    "app/tsconfig.app.json": '{ "extends": "../tsconfig.base.json", "references": [{ "path": "../lib" }] }',
    "app/main.ts": 'import { id } from "../lib/tide.js";\nexport const upper = id.toUpperCase();\n',
  };
  const before = files["lib/tide.ts"];
  const project = open(files);
  const result = newDiagnostics(project, change("lib/tide.ts", before, "export const id = 5;\n", ["left-pad"]));
  assert.ok(short(result).includes("app/main.ts:2 TS2339"), short(result).join());
  assert.deepEqual(
    short(newDiagnostics(project, change("lib/tide.ts", before, 'export const id = "    1";\n', []))),
    [],
  );
});

test("a workspace that keeps the package still reaches it", () => {
  const files = {
    ...tide,
    "package.json": '{ "name": "tide", "workspaces": ["packages/*"] }',
    "packages/a/package.json": '{ "name": "a", "dependencies": { "left-pad": "1" } }',
    "packages/b/package.json": '{ "name": "b", "dependencies": { "left-pad": "1" } }',
    "packages/a/tsconfig.json": '{ "compilerOptions": { "strict": true, "lib": ["es2020"], "module": "commonjs" } }',
    "packages/b/tsconfig.json": '{ "compilerOptions": { "strict": true, "lib": ["es2020"], "module": "commonjs" } }',
    "packages/a/a.ts": tide["src/a.ts"],
    "packages/b/b.ts": tide["src/a.ts"],
  };
  const changes = { sources: [], directories: [], removals: new Map([["packages/a", new Set(["left-pad"])]]) };
  assert.deepEqual(short(newDiagnostics(open(files), changes)), ["packages/a/a.ts:1 TS2307"]);
});

test("what cannot be checked is said: no tsconfig, nothing installed, a file in no program", () => {
  const plain = open({ "package.json": "{}", "a.js": "1;\n" });
  const none = { sources: [{ path: "a.js", before: "1;\n", after: "2;\n" }], directories: [], removals: new Map() };
  assert.deepEqual(newDiagnostics(plain, none).notProved, ["types were not checked: the project has no tsconfig.json"]);
  const bare = open(Object.fromEntries(Object.entries(tide).filter(([path]) => !path.startsWith("node_modules"))));
  assert.deepEqual(newDiagnostics(bare, none).notProved, ["types were not checked: its packages are not installed"]);
  const outside = open({ ...tide, "other/x.ts": "export {};\n", "a.js": "1;\n" });
  const sources = [...none.sources, { path: "other/x.ts", before: "export {};\n", after: "export const x = 1;\n" }];
  assert.deepEqual(newDiagnostics(outside, { ...none, sources }).notProved, [
    "other/x.ts is in no program of a tsconfig.json, so its types were not checked",
    "1 rewritten JavaScript file is in no type check",
  ]);
});

test("an alias of the configuration may bear the name of the package that goes", () => {
  const files = {
    ...tide,
    "tsconfig.json":
      '{ "compilerOptions": { "lib": ["es2020"], "paths": { "left-pad": ["./src/pad.ts"] } }, "include": ["src"] }',
    "src/pad.ts": "export default (text: string, length: number): string => text.padStart(length);\n",
    "src/a.ts": 'import pad from "left-pad";\nexport const id = pad("1", 5);\n',
  };
  const changes = { sources: [], directories: [], removals: new Map([["", new Set(["left-pad"])]]) };
  assert.deepEqual(short(newDiagnostics(open(files), changes)), []);
});
