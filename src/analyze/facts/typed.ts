/** What the type checker knows of an expression, as a fact. Asked only where the syntax proves nothing. */
import { ts } from "../../typescript.ts";
import type { Project } from "../../project/project.ts";
import { enter } from "../../steps.ts";
import { isUnchecked } from "../usages/scope.ts";
import { anything, either, type Fact, type Kind, ofArray, ofKind, ofLiteral } from "./fact.ts";
import { createNearProgram, type NearProgram } from "./near.ts";
import { createNearestConfig, createProgramHost, readConfigOptions } from "./program.ts";

export interface Types {
  /** True where the types that a file declares may be trusted: TypeScript, checked with `strictNullChecks`. */
  trusts(path: string): boolean;
  /** The fact of the expression at [start, end) of a TypeScript file; undefined where types prove nothing. */
  factOf(path: string, start: number, end: number): Fact | undefined;
}

const classes = new Set(["RegExp", "Date", "Map", "Set", "WeakMap", "WeakSet", "Promise", "Error", "URL", "Buffer"]);

/**
 * The types of a project's TypeScript sources. Programs are made when first asked, one for each tsconfig, with
 * `noUncheckedIndexedAccess`, so that `list[0]` counts as possibly undefined. A project without `strictNullChecks`
 * proves nothing about null, so nothing is proved there at all. Only the files at `asked` can be asked about: a program
 * holds them, what they import, and what declares something for all.
 */
export function createTypes(project: Project, asked: ReadonlySet<string>): Types {
  const byPath = new Map(project.sources.map((source) => [source.path, source]));
  const options = new Map<string, ts.CompilerOptions | undefined>();
  const programs = new Map<string, ts.Program | undefined>();
  const nearest = createNearestConfig(project.disk);

  const configFor = (path: string): string | undefined => {
    const file = byPath.get(path);
    if (file === undefined || (file.language !== "ts" && file.language !== "tsx")) return undefined;
    const config = nearest(path);
    if (config !== undefined && !options.has(config)) options.set(config, strictOptions(project, config));
    return config !== undefined && options.get(config) !== undefined ? config : undefined;
  };
  const nears = new Map<string, NearProgram | undefined>();
  const preparations = new Map<string, Preparation>();
  const preparationFor = (config: string): Preparation => {
    const known = preparations.get(config);
    if (known !== undefined) return known;
    const isGoverned = (path: string): boolean => nearest(path) === config;
    const made = prepareProgram(project, isGoverned, options.get(config) ?? {}, asked);
    preparations.set(config, made);
    return made;
  };
  const nearFor = (config: string): NearProgram | undefined => {
    if (!nears.has(config)) {
      enter("types");
      const { roots, options: checked, host } = preparationFor(config);
      nears.set(config, createNearProgram(project, roots, checked, host));
      enter("usages");
    }
    return nears.get(config);
  };
  const programFor = (config: string): ts.Program | undefined => {
    if (!programs.has(config)) {
      enter("types");
      const { roots, options: checked, host } = preparationFor(config);
      programs.set(config, ts.createProgram([...roots], checked, host));
      enter("usages");
    }
    return programs.get(config);
  };
  /** What a program says, where it says anything. */
  const ask = (program: ts.Program | undefined, path: string, start: number, end: number): Fact | undefined => {
    const source = program?.getSourceFile(`${project.root}/${path}`);
    if (program === undefined || source === undefined || isUnchecked(source)) return undefined;
    const node = expressionAt(source, start, end);
    if (node === undefined) return undefined;
    const checker = program.getTypeChecker();
    return factOfType(checker, checker.getTypeAtLocation(node));
  };
  /** The answer of the near program; undefined where it is not the whole program's, and from then on. */
  const askNear = (
    config: string,
    path: string,
    start: number,
    end: number,
  ): { fact: Fact | undefined } | undefined => {
    try {
      const near = nearFor(config);
      if (near === undefined) return undefined;
      const fact = ask(near.program, path, start, end);
      if (!near.wasLeft()) return { fact };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
    nears.set(config, undefined);
    return undefined;
  };
  // The compiler runs out of stack on long chains of imports or types: from then on nothing is proved by them.
  const within = (config: string, ask: () => Fact | undefined): Fact | undefined => {
    try {
      return ask();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      programs.set(config, undefined);
      return undefined;
    }
  };

  return {
    trusts: (path) => configFor(path) !== undefined,
    factOf(path, start, end) {
      const config = configFor(path);
      if (config === undefined) return undefined;
      if (programs.has(config)) return within(config, () => ask(programFor(config), path, start, end));
      const near = askNear(config, path, start, end);
      return near === undefined ? within(config, () => ask(programFor(config), path, start, end)) : near.fact;
    },
  };
}

/** The options of a configuration that checks for null; undefined for another. */
function strictOptions(project: Project, config: string): ts.CompilerOptions | undefined {
  const given = readConfigOptions(project.root, project.disk, config);
  return given !== undefined && (given.strictNullChecks ?? given.strict ?? false) ? given : undefined;
}

/** What a program of a configuration is made from. */
interface Preparation {
  readonly roots: readonly string[];
  readonly options: ts.CompilerOptions;
  readonly host: ts.CompilerHost;
}

function prepareProgram(
  project: Project,
  isGoverned: (path: string) => boolean,
  given: ts.CompilerOptions,
  asked: ReadonlySet<string>,
): Preparation {
  const options: ts.CompilerOptions = {
    ...given,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    noEmit: true,
    composite: false,
    incremental: false,
  };
  const roots = project.sources
    .filter((source) => source.language === "ts" || source.language === "tsx" || source.language === "dts")
    .filter((source) => isGoverned(source.path))
    .filter((source) => source.language === "dts" || asked.has(source.path) || declaresForAll(project, source.path))
    .map((source) => `${project.root}/${source.path}`);
  return { roots, options, host: keepParsed(createProgramHost(project.root, project.disk)) };
}

/** The host, with each file parsed once for all programs of the same options. */
function keepParsed(host: ts.CompilerHost): ts.CompilerHost {
  const parsed = new Map<string, ts.SourceFile | undefined>();
  return {
    ...host,
    getSourceFile(path, how, ...rest) {
      const format = typeof how === "object" ? `${how.languageVersion}/${how.impliedNodeFormat ?? ""}` : String(how);
      const key = `${path}\0${format}`;
      if (!parsed.has(key)) parsed.set(key, host.getSourceFile(path, how, ...rest));
      return parsed.get(key);
    },
  };
}

/** True for a file that need not be imported to be part of a program's types: a script, or one that adds to globals or modules. */
function declaresForAll(project: Project, path: string): boolean {
  const file = project.disk.read(path);
  if (!("text" in file)) return false;
  return /\bdeclare\s+(?:global|module)\b/.test(file.text) || !/^\s*(?:import|export)\b/m.test(file.text);
}

function expressionAt(source: ts.SourceFile, start: number, end: number): ts.Node | undefined {
  let found: ts.Node | undefined;
  const visit = (node: ts.Node): void => {
    if (node.pos > start || node.end < end) return;
    if (node.end === end && node.getStart(source) === start) found ??= node;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The fact of a type. Structural types are kept wide: an object type may be met by a function or an array. */
export function factOfType(checker: ts.TypeChecker, type: ts.Type): Fact {
  const flags = type.flags;
  // A function typed to give void may give anything.
  if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Never | ts.TypeFlags.Void)) return anything;
  if (type.isUnion()) return either(type.types.map((member) => factOfType(checker, member)));
  if (
    flags &
    (ts.TypeFlags.TypeParameter | ts.TypeFlags.Index | ts.TypeFlags.IndexedAccess | ts.TypeFlags.Conditional)
  ) {
    const constraint = checker.getBaseConstraintOfType(type);
    return constraint === undefined || constraint === type ? anything : factOfType(checker, constraint);
  }
  const primitive = primitiveFact(type);
  if (primitive !== undefined) return primitive;
  if (type.isIntersection()) {
    // A branded primitive is that primitive.
    const parts = type.types.map((part) => primitiveFact(part)).filter((part) => part !== undefined);
    return parts[0] ?? structural(checker, type);
  }
  if (checker.isArrayType(type) || checker.isTupleType(type)) {
    const element = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    return ofArray(element === undefined ? anything : factOfType(checker, element));
  }
  if (type.getCallSignatures().length > 0 || type.getConstructSignatures().length > 0) return ofKind("function");
  const symbol = type.getSymbol();
  if (symbol !== undefined && classes.has(symbol.name) && isFromLibrary(symbol))
    return { kinds: new Set(["object"]), class: symbol.name };
  return structural(checker, type);
}

function primitiveFact(type: ts.Type): Fact | undefined {
  if (type.isStringLiteral() || type.isNumberLiteral())
    return type.flags & ts.TypeFlags.EnumLiteral
      ? ofKind(type.isStringLiteral() ? "string" : "number")
      : ofLiteral(type.value);
  const flags = type.flags;
  if (flags & ts.TypeFlags.StringLike) return ofKind("string");
  if (flags & ts.TypeFlags.NumberLike) return ofKind("number");
  if (flags & ts.TypeFlags.BigIntLike) return ofKind("bigint");
  if (flags & ts.TypeFlags.BooleanLike) return ofKind("boolean");
  if (flags & ts.TypeFlags.ESSymbolLike) return ofKind("symbol");
  if (flags & ts.TypeFlags.Null) return ofLiteral(null);
  if (flags & ts.TypeFlags.Undefined) return ofKind("undefined");
  return undefined;
}

/** Objects of a structural type, and the primitives that TypeScript lets pass as one (`{ length: number }`). */
function structural(checker: ts.TypeChecker, type: ts.Type): Fact {
  const kinds: Kind[] = ["object", "array", "function"];
  const primitives: readonly [Kind, ts.Type][] = [
    ["string", checker.getStringType()],
    ["number", checker.getNumberType()],
    ["boolean", checker.getBooleanType()],
    ["bigint", checker.getBigIntType()],
    ["symbol", checker.getESSymbolType()],
  ];
  for (const [kind, primitive] of primitives) if (checker.isTypeAssignableTo(primitive, type)) kinds.push(kind);
  return ofKind(...kinds);
}

function isFromLibrary(symbol: ts.Symbol): boolean {
  return (symbol.declarations ?? []).some((declaration) => {
    const file = declaration.getSourceFile().fileName;
    return file.startsWith("/@typescript/lib/") || file.includes("/node_modules/@types/node/");
  });
}
