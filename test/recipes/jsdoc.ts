/** Helpers in JavaScript with their types in JSDoc, against the same helpers in TypeScript. */
import { createProgramHost } from "../../src/analyze/facts/program.ts";
import { createDisk } from "../../src/project/disk.ts";
import { withJsdoc } from "../../src/rewrite/helper/jsdoc.ts";
import { ts } from "../../src/typescript.ts";
import { root } from "./proof/originals.ts";
import { writtenIn } from "./written.ts";

/** What is wrong with one helper in so many of the catalogue: what the compiler says of it, or its type beside the other's. */
export function compareTypes(
  step: number,
  named = /^$/,
): { readonly wrong: readonly string[]; readonly count: number } {
  const texts = new Map<string, string>();
  const helpers = writtenIn("ts").filter(({ uses }, index) => {
    return index % step === 0 || uses.some(({ where }) => named.test(where));
  });
  for (const [index, { source }] of helpers.entries()) {
    texts.set(`${root}/typed-${index}.ts`, source.text);
    texts.set(`${root}/commented-${index}.js`, withJsdoc(source.text));
  }
  const program = ts.createProgram({
    rootNames: [...texts.keys()],
    options: strict,
    host: createProgramHost(root, createDisk(root), texts),
  });
  const wrong = helpers.flatMap(({ uses }, index) => {
    const where = uses[0]?.where ?? "";
    const path = `${root}/commented-${index}.js`;
    const said = problemsOf(program, path).map((text) => `${where}: ${text}`);
    const plain = problemsOf(program, `${root}/typed-${index}.ts`).map((text) => `${where} in TypeScript: ${text}`);
    const [typed, other] = [`${root}/typed-${index}.ts`, path].map((each) => typeOf(program, each));
    const isSame = unsayable.test(where) || areSame(program, typed, other);
    return [...plain, ...said, ...(isSame ? [] : [`${where}: ${typed?.text}\n  is ${other?.text}`])];
  });
  return { wrong, count: helpers.length };
}

/** Whose overloads take the rest, or literals as they are: in JSDoc they are as general as the function itself. */
const unsayable =
  /^(?:extend-shallow|invariant|p-settle|p-try|pump) |^lodash\S* .* (?:pull|zip|castArray|default)$|^(?:fs-extra|mz) .* write$/;

const strict: ts.CompilerOptions = {
  allowJs: true,
  checkJs: true,
  noEmit: true,
  strict: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  skipLibCheck: true,
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2023,
  lib: ["lib.esnext.d.ts"],
  types: ["node"],
};

function problemsOf(program: ts.Program, path: string): string[] {
  const source = program.getSourceFile(path);
  const all = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  return all.map(({ file, start = 0, messageText }) => {
    const line = file?.text.slice(0, start).split("\n").length ?? 0;
    const text = file?.text.split("\n")[line - 1]?.trim() ?? "";
    return `${ts.flattenDiagnosticMessageText(messageText, " ")}: ${text}`;
  });
}

interface Given {
  readonly type: ts.Type;
  readonly text: string;
}

/** The type of the default export; who calls a function sees no difference in whether its rest is read only. */
function typeOf(program: ts.Program, path: string): Given | undefined {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(path);
  const module = source && checker.getSymbolAtLocation(source);
  const given = module && checker.getExportsOfModule(module).find(({ name }) => name === "default");
  if (given === undefined) return undefined;
  const symbol = given.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(given) : given;
  const type = checker.getTypeOfSymbol(symbol);
  const text = checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
  return { type, text: text.replaceAll(/(\.{3}\w+: )readonly /g, "$1") };
}

/** The same in words, or each for the other in a place where neither is anything at all. */
function areSame(program: ts.Program, one: Given | undefined, other: Given | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  if (one.text === other.text) return true;
  const checker = program.getTypeChecker();
  const fits = (from: Given, to: Given): boolean => checker.isTypeAssignableTo(from.type, to.type);
  const count = ({ text }: Given): number => text.match(/\bany\b/g)?.length ?? 0;
  return count(one) === count(other) && fits(one, other) && fits(other, one);
}
