/** The recipes as one program: what their functions take and give, and whether they depend on their arguments alone. */
import { join } from "node:path";
import { ts } from "../../src/typescript.ts";
import { createProgramHost } from "../../src/analyze/facts/program.ts";
import type { NativePath, RecipeReplacement, RecipeValue } from "../../src/catalog/catalog.ts";
import { createDisk } from "../../src/project/disk.ts";
import { root } from "../recipes/proof/originals.ts";
import type { ProofSettings } from "../recipes/proof/settings.ts";
import { givenBy, kindOf } from "./kinds.ts";
import type { ArgumentKind, Export } from "./packages.ts";
import { createPurity } from "./purity.ts";

export interface Signature {
  readonly kinds: readonly ArgumentKind[];
  /** The last kind may be given any number of times. */
  readonly rest: boolean;
  readonly gives: Export["gives"];
  readonly isClass: boolean;
}

export interface OpenRecipes {
  /** One for each case; those of which nothing is known are left out. */
  signaturesOf(replacement: RecipeReplacement, settings: ProofSettings): readonly Signature[];
  isPure(replacement: RecipeReplacement): boolean;
}

const options: ts.CompilerOptions = {
  lib: ["lib.esnext.d.ts"],
  types: [],
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.NodeNext,
  allowImportingTsExtensions: true,
};

/** Opens the recipe files (absolute paths), and all they import, without the types of Node. */
export function openRecipes(paths: readonly string[]): OpenRecipes {
  const program = ts.createProgram(paths, options, createProgramHost(root, createDisk(root)));
  const checker = program.getTypeChecker();
  const isPureNode = createPurity(checker);
  const anywhere = program.getSourceFiles()[0];
  const inScope = anywhere === undefined ? [] : checker.getSymbolsInScope(anywhere, ts.SymbolFlags.Value);
  const globals = new Map(inScope.map((symbol) => [symbol.name, symbol]));
  const found = (node: ts.Node): ts.Node | undefined => {
    const source = program.getSourceFile(join(root, node.getSourceFile().fileName));
    return source === undefined ? undefined : nodeLike(source, node);
  };
  const ofNative = (native: NativePath): Signature | undefined => {
    if (!("global" in native.root)) return undefined;
    const type = typeOfNative(checker, globals, [native.root.global, ...native.members]);
    const calls = [...(type?.getCallSignatures() ?? [])].sort((a, b) => b.parameters.length - a.parameters.length);
    const signature = calls[0] ?? type?.getConstructSignatures()[0];
    return signature && describe(checker, signature, calls.length === 0, {});
  };
  const ofMaker = ({ name, statement, makes }: RecipeValue): Signature | undefined => {
    const node = makes === undefined ? undefined : found(statement);
    const declared = node && ts.isVariableStatement(node) ? declarationOf(node, name) : node;
    const named = declared && (ts.isVariableDeclaration(declared) || ts.isClassDeclaration(declared)) && declared.name;
    const symbol = named ? checker.getSymbolAtLocation(named) : undefined;
    const [signature] = symbol === undefined ? [] : checker.getTypeOfSymbol(symbol).getConstructSignatures();
    return signature && describe(checker, signature, true, {});
  };
  return {
    signaturesOf(replacement, settings) {
      if (replacement.kind === "native") return [ofNative(replacement.native)].filter((one) => one !== undefined);
      if (replacement.kind === "value") return [ofMaker(replacement.value)].filter((one) => one !== undefined);
      if (replacement.kind !== "cases") return [];
      return replacement.cases.flatMap((one) => {
        if (one.native !== undefined) return ofNative(one.native) ?? [];
        const node = found(one.function);
        const isFunction = node !== undefined && (ts.isFunctionLike(node) as boolean);
        const signature = isFunction ? checker.getSignatureFromDeclaration(node as ts.SignatureDeclaration) : undefined;
        return signature === undefined ? [] : describe(checker, signature, false, settings);
      });
    },
    isPure(replacement) {
      if (replacement.kind === "native") return isPureNode.native(replacement.native);
      if (replacement.kind === "value") {
        const { statement, makes } = replacement.value;
        const node = makes === undefined ? undefined : found(statement);
        // A constant that makes no instances is not called.
        return node !== undefined && isPureNode.node(node);
      }
      if (replacement.kind !== "cases") return false;
      return replacement.cases.every((one) => {
        if (one.native !== undefined) return isPureNode.native(one.native);
        const node = found(one.function);
        return node !== undefined && isPureNode.node(node);
      });
    },
  };
}

function declarationOf(statement: ts.VariableStatement, name: string): ts.VariableDeclaration | undefined {
  return statement.declarationList.declarations.find((one) => one.name.getText() === name);
}

/** The node of another reading of the same text. */
function nodeLike(source: ts.SourceFile, wanted: ts.Node): ts.Node | undefined {
  let at: ts.Node | undefined = source;
  while (at !== undefined && !(at.pos === wanted.pos && at.end === wanted.end && at.kind === wanted.kind))
    at = ts.forEachChild(at, (child) => (child.pos <= wanted.pos && wanted.end <= child.end ? child : undefined));
  return at;
}

/** The type of a global, or of a member of one: `["Object", "assign"]`. */
function typeOfNative(
  checker: ts.TypeChecker,
  globals: ReadonlyMap<string, ts.Symbol>,
  path: readonly string[],
): ts.Type | undefined {
  const [first = "", ...members] = path;
  const symbol = globals.get(first);
  let type = symbol && checker.getTypeOfSymbol(symbol);
  for (const member of members) {
    const property: ts.Symbol | undefined = type?.getProperty(member);
    type = property && checker.getTypeOfSymbol(property);
  }
  return type;
}

function describe(
  checker: ts.TypeChecker,
  signature: ts.Signature,
  isClass: boolean,
  settings: ProofSettings,
): Signature {
  let rest = false;
  const kinds = signature.getParameters().flatMap((parameter): ArgumentKind[] => {
    if (parameter.name === "this") return [];
    const at = parameter.valueDeclaration;
    const written = at !== undefined && ts.isParameter(at) ? at : undefined;
    const kind = kindOf(checker, checker.getTypeOfSymbol(parameter), written?.type);
    // A number that no run can try: sizes of gigabytes, endless lengths.
    const isLimited = settings.limits?.[parameter.name] !== undefined && !/list|array|object/i.test(parameter.name);
    if (isLimited && (kind === "number" || kind === "anything")) return ["length"];
    if (written?.dotDotDotToken === undefined) return [hinted(kind, parameter.name)];
    rest = true;
    return [hinted(typeof kind === "object" && "listOf" in kind ? kind.listOf : "anything", parameter.name)];
  });
  return { kinds, rest, gives: givenBy(checker, signature.getReturnType()), isClass };
}

const hints: readonly (readonly [RegExp, ArgumentKind])[] = [
  [/list|array|items|values|collection/i, { oneOf: ["list", "nested"] }],
  [/text|string|word|name|prefix|suffix/i, "texty"],
  [/object|target|source|record|defaults/i, "object"],
  [/key|path|property/i, "key"],
  [/length|size|count|depth|index|from|start|end|number|^n$/i, "count"],
  [/callback|function|test|predicate|iteratee|compare|^fn$/i, "test"],
];

/** A parameter that takes anything is given most often what its name says. */
function hinted(kind: ArgumentKind, name: string): ArgumentKind {
  const hint = kind === "anything" ? hints.find(([pattern]) => pattern.test(name))?.[1] : undefined;
  return hint === undefined ? kind : { oneOf: [hint, hint, "anything"] };
}
