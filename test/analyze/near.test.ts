/** The program that leaves out what nobody asks about, and when it may speak for the whole one. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ts } from "../../src/typescript.ts";
import { createNearProgram, type NearProgram } from "../../src/analyze/facts/near.ts";
import { createProgramHost } from "../../src/analyze/facts/program.ts";
import { modulesOnly } from "../../src/analyze/facts/modules-only.ts";
import { createTypes } from "../../src/analyze/facts/typed.ts";
import type { Project } from "../../src/project/project.ts";
import { projectOf } from "./memory.ts";

const options: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
};
const config = JSON.stringify({ compilerOptions: { strict: true, target: "ES2022", module: "NodeNext", types: [] } });
const manifest = '{ "name": "harbour", "type": "module" }';

type Files = Readonly<Record<string, string>>;

/** A project made of those files, whose disk takes absolute paths too, as the compiler gives them. */
function projectWith(files: Files): Project {
  const project = projectOf(files);
  const { disk } = project;
  const own = (path: string): string => path.replace(/^\/memory(?:\/|$)/, "").replace(/^$/, ".");
  return {
    ...project,
    disk: {
      read: (path) => disk.read(own(path)),
      exists: (path) => disk.exists(own(path)),
      isDirectory: (path) => disk.isDirectory(own(path)),
      list: (path) => disk.list(own(path)),
      realpath: (path) => path,
    },
  };
}

function near(files: Files, extra: ts.CompilerOptions = {}): NearProgram | undefined {
  const project = projectWith({ "package.json": manifest, "tsconfig.json": config, ...files });
  const host = createProgramHost(project.root, project.disk);
  return createNearProgram(project, ["/memory/main.ts"], { ...options, ...extra }, host);
}

/** The files of the project that are part of the program. */
function filesOf(made: NearProgram | undefined): readonly string[] {
  const paths = made?.program.getSourceFiles().map(({ fileName }) => fileName) ?? [];
  return paths.filter((path) => path.startsWith("/memory/")).map((path) => path.slice("/memory/".length));
}

/** The type of the last statement of main.ts. */
function lastType({ program }: NearProgram): string {
  const statement = program.getSourceFile("/memory/main.ts")?.statements.at(-1);
  assert.ok(statement !== undefined && ts.isExpressionStatement(statement));
  const checker = program.getTypeChecker();
  return checker.typeToString(checker.getTypeAtLocation(statement.expression));
}

/** The kinds of what stands between parentheses in the last line of main.ts, by all that the engine knows of types. */
function kindsOf(files: Files): readonly string[] {
  const project = projectWith({ "package.json": manifest, "tsconfig.json": config, ...files });
  const text = files["main.ts"] ?? "";
  const start = text.lastIndexOf("(") + 1;
  const end = text.lastIndexOf(")");
  return [...(createTypes(project, new Set(["main.ts"])).factOf("main.ts", start, end)?.kinds ?? [])];
}

describe("a near program", () => {
  const far = { "far.ts": 'import "./farther.js";\nexport const far = "x";\n', "farther.ts": "export const y = 1;\n" };

  it("leaves out what the project's own files import, and answers what does not need it", () => {
    const made = near({ "main.ts": 'import { far } from "./far.js";\nconst near = [1];\nfar;\nnear;\n', ...far });
    assert.deepEqual(filesOf(made), ["main.ts"]);
    assert.ok(made !== undefined);
    assert.equal(lastType(made), "number[]");
    assert.equal(made.missed(), undefined);
  });

  it("says so when an answer looked at what was left out", () => {
    const made = near({ "main.ts": 'import { far } from "./far.js";\nconst near = [far];\nnear;\n', ...far });
    assert.ok(made !== undefined);
    lastType(made);
    assert.equal(made.missed(), "own file");
  });

  const ways: readonly { readonly way: string; readonly files: Files; readonly extra?: ts.CompilerOptions }[] = [
    { way: "an import of a package", files: { "far.ts": 'import "globals";\nexport const far = 1;\n' } },
    {
      way: "an import with a comment in it",
      files: { "far.ts": 'import /* for all */ "globals";\nexport const far = 1;\n' },
    },
    {
      way: "an import of an import",
      files: {
        "far.ts": 'export * from "./farther.js";\n',
        "farther.ts": 'import "globals";\nexport const far = 1;\n',
      },
    },
    {
      way: "a reference",
      files: {
        "far.ts": '/// <reference path="./all.d.ts" />\nexport const far = 1;\n',
        "all.d.ts": "declare function label(): string;\n",
      },
    },
    {
      way: "a declaration for all",
      files: { "far.ts": "declare global {\n  function label(): string;\n}\nexport const far = 1;\n" },
    },
    {
      way: "a script",
      files: { "far.ts": "function label(): string { return ''; }\n" },
      extra: { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
    },
  ];
  const globals = {
    "node_modules/globals/package.json": '{ "name": "globals", "version": "1.0.0", "types": "index.d.ts" }',
    "node_modules/globals/index.d.ts": "declare global {\n  function label(): string;\n}\nexport {};\n",
  };
  for (const { way, files, extra } of ways)
    it(`knows what is declared for all files by way of ${way}`, () => {
      const made = near({ "main.ts": 'import "./far.js";\nlabel();\n', ...globals, ...files }, extra);
      assert.ok(made !== undefined);
      assert.equal(lastType(made), "string");
      assert.equal(made.missed(), undefined);
    });

  it("knows of no global that only JavaScript imports, where that is not allowed", () => {
    const files = { "main.ts": 'import "./far.js";\nlabel();\n', "far.js": 'import "globals";\n', ...globals };
    assert.deepEqual(filesOf(near(files)), ["main.ts"]);
    assert.ok(filesOf(near(files, { allowJs: true })).includes("node_modules/globals/index.d.ts"));
  });

  it("has JavaScript that may add to a global", () => {
    const files = { "main.ts": 'import "./far.js";\n', "far.js": "Array.label = () => '';\nexport const far = 1;\n" };
    assert.deepEqual(filesOf(near(files, { allowJs: true })).toSorted(), ["far.js", "main.ts"]);
  });

  it("is not made where an import leads to a file that is no source of the project", () => {
    const hidden = projectWith({
      "package.json": manifest,
      "main.ts": 'import "./made.js";\n',
      "made.ts": "export {};\n",
    });
    const project = { ...hidden, sources: hidden.sources.filter(({ path }) => path !== "made.ts") };
    const host = createProgramHost(project.root, project.disk);
    assert.equal(createNearProgram(project, ["/memory/main.ts"], options, host), undefined);
  });

  it("is not made where options find imports in other ways", () => {
    const unusual: readonly ts.CompilerOptions[] = [
      { jsx: ts.JsxEmit.ReactJSX },
      { rootDirs: ["/memory"] },
      { moduleSuffixes: [".native", ""] },
    ];
    for (const extra of unusual) assert.equal(near({ "main.ts": "export {};\n" }, extra), undefined);
  });
});

describe("the modules of Node in a near program", () => {
  const tides =
    'declare module "tides" {\n    function high(): string;\n}\ndeclare module "node:tides" {\n    export * from "tides";\n}\n';
  const node: Files = {
    "node_modules/@types/node/package.json": '{ "name": "@types/node", "version": "1.0.0", "types": "index.d.ts" }',
    "node_modules/@types/node/index.d.ts":
      '/// <reference path="tides.d.ts" />\n/// <reference path="harbour.d.ts" />\n',
    "node_modules/@types/node/tides.d.ts": tides,
    "node_modules/@types/node/harbour.d.ts":
      'declare module "harbour" {\n    import { high } from "tides";\n    global {\n        var level: number;\n        var high: ReturnType<typeof import("tides").high>;\n    }\n}\n',
  };
  const types = { types: ["node"] };
  const textOf = (made: NearProgram | undefined): string | undefined =>
    made?.program.getSourceFile("/memory/node_modules/@types/node/tides.d.ts")?.text;

  it("are left out where no asked file names them, with what they add to all files kept", () => {
    const made = near({ "main.ts": "level;\n", ...node }, types);
    assert.equal(textOf(made), "");
    assert.ok(made !== undefined);
    assert.equal(lastType(made), "number");
    assert.equal(made.missed(), undefined);
  });

  it("are there where an asked file names them", () => {
    for (const main of ['import { high } from "tides";\nhigh();\n', "import { high } from 'node:tides';\nhigh();\n"]) {
      const made = near({ "main.ts": main, ...node }, types);
      assert.equal(textOf(made), tides);
      assert.ok(made !== undefined);
      assert.equal(lastType(made), "string");
    }
  });

  it("are missed where a question leads there by what another module says", () => {
    const made = near({ "main.ts": "high;\n", ...node }, types);
    assert.ok(made !== undefined);
    lastType(made);
    assert.equal(made.missed(), "module of Node");
  });

  it("are missed at once where another file adds to them", () => {
    const files = {
      "main.ts": "level;\n",
      "node_modules/other/package.json": '{ "name": "other", "types": "index.d.ts" }',
      "node_modules/other/index.d.ts": 'declare module "tides" {\n    function low(): string;\n}\n',
    };
    const asked = (main: string): string | undefined => near({ ...files, ...node, "main.ts": main }, types)?.missed();
    assert.equal(asked("level;\n"), undefined);
    assert.equal(asked('/// <reference types="other" />\nlevel;\n'), "module of Node");
  });

  it("are missed at once where a file of Node that is kept adds to them", () => {
    const more =
      'declare module "harbour" {\n    global {\n        var level: number;\n    }\n}\ndeclare module "tides" {\n}\n';
    const made = near({ ...node, "node_modules/@types/node/harbour.d.ts": more, "main.ts": "level;\n" }, types);
    assert.equal(made?.missed(), "module of Node");
  });

  it("are asked of a program that has them, before the whole one", () => {
    const config = JSON.stringify({
      compilerOptions: { strict: true, target: "ES2022", module: "NodeNext", types: ["node"] },
    });
    assert.deepEqual(kindsOf({ ...node, "tsconfig.json": config, "main.ts": "use(high);\n" }), ["string"]);
  });

  const others: readonly { readonly what: string; readonly text: string }[] = [
    { what: "something of its own before them", text: `declare var level: number;\n${tides}` },
    {
      what: "something of its own between them",
      text: tides.replace("declare module", "  declare var x: 1;\ndeclare module"),
    },
    { what: "something of its own after them", text: `${tides}  declare var level: number;\n` },
    { what: "something of its own after a comment", text: `/** All. */ declare var level: number;\n${tides}` },
    {
      what: "something for all files",
      text: tides.replace("function", "global {\n        var x: 1;\n    }\n    function"),
    },
    { what: "a reference", text: `/// <reference lib="dom" />\n${tides}` },
    { what: "a pattern", text: tides.replace("tides", "*.svg") },
    { what: "a module that does not end", text: tides.replace(/\}\n$/, "") },
    { what: "nothing", text: "" },
  ];
  for (const { what, text } of others)
    it(`are not taken for all of a file that has ${what}`, () => {
      assert.equal(modulesOnly(text), undefined);
    });

  it("are told with comments around them and any line endings", () => {
    const text = `/**\n * Of the sea.\n */\n// Twice a day.\n\n${tides}/* end */\n`;
    assert.deepEqual(modulesOnly(text), ["tides", "node:tides"]);
    assert.deepEqual(modulesOnly(text.replaceAll("\n", "\r\n")), ["tides", "node:tides"]);
  });
});

describe("the types of a project", () => {
  it("are those of the whole program where a question leads into another file", () => {
    const files = {
      "main.ts": 'import { far } from "./far.js";\nuse(far);\n',
      "far.ts": 'import { y } from "./farther.js";\nexport const far = [y].length;\n',
      "farther.ts": "export const y = 1;\n",
    };
    assert.deepEqual(kindsOf(files), ["number"]);
  });

  it("do not take an overload for want of what another file says", () => {
    const pick = "declare function pick(x: string): string;\ndeclare function pick(x: number): number;\n";
    const files = {
      "main.ts": `import { far } from "./far.js";\n${pick}const picked = pick(far);\nuse(picked);\n`,
      "far.ts": "export const far = 1;\n",
    };
    assert.deepEqual(kindsOf(files), ["number"]);
  });
});
