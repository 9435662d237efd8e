/** The comparison that checks again only what a change reaches, against one that checks everything twice. */
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { ts } from "../../src/typescript.ts";
import { createProgramHost } from "../../src/analyze/facts/program.ts";
import { newDiagnostics } from "../../src/apply/typecheck/typecheck.ts";
import { readProject } from "../../src/project/read.ts";
import { makeTree, removeTree } from "./tree.ts";

const roots: string[] = [];
after(() => roots.forEach(removeTree));

const types = [
  "string",
  "number",
  "boolean | undefined",
  "{ a: string }",
  "readonly string[]",
  "(x: string) => number",
];
const values = ['"a"', "1", "[1, 2].length", "{ a: 'b' }", '["a"]', "(x: string) => x.length", "undefined as any"];
const uses = [".length", ".a", "[0]", " + 1", "('a')", " as string"];

/** What a module may say of what it imports: pass it on as it is, infer from it, name its type, use it. */
const statement = fc.oneof(
  fc.constantFrom("export const $ = IN;", "export type T$ = typeof IN;", "export function $() { return IN; }"),
  fc.constantFrom("export const $ = [IN] as const;", "export { IN as $ };", "export const $ = { a: IN };"),
  fc.constantFrom(
    "export class C$ { in = IN; }",
    "export interface I$ { in: typeof IN }",
    "declare global { var $: typeof IN }",
  ),
  fc.tuple(fc.constantFrom(...types)).map(([type]) => `export const $: ${type} = IN;`),
  fc.tuple(fc.constantFrom(...values)).map(([value]) => `export const $ = ${value};`),
  fc.tuple(fc.constantFrom(...uses)).map(([use]) => `export const $ = IN${use};`),
  fc
    .tuple(fc.constantFrom(...values))
    .map(([value]) => `export function $(): string { const inner = ${value}; return String(inner); }`),
);
const program = fc.record({
  modules: fc.array(fc.record({ from: fc.nat(4), says: statement }), { minLength: 4, maxLength: 6 }),
  changes: fc.array(fc.record({ at: fc.nat(5), says: statement }), { minLength: 1, maxLength: 2 }),
  isGone: fc.boolean(),
});

const tsconfig =
  '{ "compilerOptions": { "strict": true, "lib": ["es5"], "types": [], "module": "commonjs" }, "include": ["src"] }';
const gone = {
  "node_modules/gone/package.json": '{"name":"gone","version":"1.0.0","types":"index.d.ts"}',
  "node_modules/gone/index.d.ts": "export declare const v0: string;\n",
};

/** Module n imports from an earlier one; the first from the package. */
function moduleText(index: number, from: number, says: string): string {
  const source =
    index === 0 ? 'import { v0 as IN } from "gone";' : `import { v${from % index} as IN } from "./m${from % index}";`;
  const text = says.replaceAll("$", `v${index}`);
  // What says nothing of the name that others import still has it.
  return `${source}\n${text}\n${/\bv\d+\b(?!\$)/.test(text.replace(/[TCI]v\d+/g, "")) ? "" : `export const v${index} = IN;\n`}`;
}

function everything(root: string): string[] {
  const config = ts.parseJsonConfigFileContent(JSON.parse(tsconfig), ts.sys, root);
  const options = { ...config.options, noEmit: true };
  const made = ts.createProgram(config.fileNames, options, createProgramHost(root, readProject(root).disk));
  return ts.getPreEmitDiagnostics(made).map((each) => {
    const file = each.file === undefined ? "" : path.relative(root, each.file.fileName);
    return `${file} TS${each.code} ${ts.flattenDiagnosticMessageText(each.messageText, "\n")}`;
  });
}

function firstLine(text: string): string {
  return text.split("\n")[0] ?? "";
}

/** Those of the second list that the first has not, as often as they are there. */
function added(before: readonly string[], now: readonly string[]): string[] {
  // As in the check: a type whose parts are in another order, or otherwise marked, is told in the same words.
  const wordsOf = (text: string): string =>
    text
      .split(/[^\w/.]+/)
      .sort()
      .join(" ");
  const left = before.map(wordsOf);
  return now.filter((each) => {
    const at = left.indexOf(wordsOf(each));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

test("it finds in every file what checking all of them finds", () => {
  let found = 0;
  fc.assert(
    fc.property(program, ({ modules, changes, isGone }) => {
      const texts = modules.map(({ from, says }, index) => moduleText(index, from, says));
      const files = Object.fromEntries(texts.map((text, index) => [`src/m${index}.ts`, text]));
      const manifest = '{"name":"app","private":true,"dependencies":{"gone":"1"}}';
      const root = makeTree({ ...gone, ...files, "package.json": manifest, "tsconfig.json": tsconfig });
      roots.push(root);
      const project = readProject(root);
      const before = everything(root);
      const changed = new Map(
        changes.map(({ at, says }) => {
          const index = at % modules.length;
          return [`src/m${index}.ts`, moduleText(index, modules[index]?.from ?? 0, says)] as const;
        }),
      );
      if (isGone)
        changed.set(
          "src/m0.ts",
          `${changed.get("src/m0.ts") ?? texts[0] ?? ""}`.replace(/^import .*$/m, "const IN = 1 as string | number;"),
        );
      const sources = [...changed].map(([name, text]) => ({ path: name, before: files[name], after: text }));
      const removed = new Set(isGone ? ["gone"] : []);
      const result = newDiagnostics(project, { sources, directories: [], removals: new Map([["", removed]]) });
      for (const [name, text] of changed) writeFileSync(path.join(root, name), text);
      if (isGone) rmSync(path.join(root, "node_modules/gone"), { recursive: true });
      const now = everything(root);
      const wanted = added(before, now).map(firstLine);
      found += wanted.length;
      const told = new Set(result.diagnostics.map((each) => `${each.path} TS${each.code} ${each.message}`));
      assert.deepEqual(
        wanted.filter((each) => !told.has(each)),
        [],
      );
      // Types may be written in other words, by what was checked before.
      const codeOf = (text: string): string => text.split(" ").slice(0, 2).join(" ");
      const all = new Set(now.map(codeOf));
      assert.deepEqual(
        [...told].filter((each) => !all.has(codeOf(each))),
        [],
      );
    }),
    { numRuns: Number(process.env["SHRINKDEPS_CHECK_RUNS"] ?? 300), seed: 20_261_128, includeErrorInReport: true },
  );
  assert.ok(found > 100, `${found} errors`);
});
