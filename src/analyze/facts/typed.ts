/** What the type checker knows of an expression, as a fact. Asked only where the syntax proves nothing. */
import { ts } from "../../typescript.ts";
import type { Project } from "../../project/project.ts";
import { enter } from "../../steps.ts";
import { isUnchecked } from "../usages/scope.ts";
import { typeAt } from "./changed.ts";
import type { Fact } from "./fact.ts";
import { factOfType, heldBy } from "./types.ts";
import { createNearProgram, type Missed, type NearProgram } from "./near.ts";
import { governingConfig, readConfigOptions } from "./configs.ts";
import { createProgramHost } from "./program.ts";

export interface Types {
  /** True where the types that a file declares may be trusted: TypeScript, checked with `strictNullChecks`. */
  trusts(path: string): boolean;
  /** The fact of the expression at [start, end) of a TypeScript file; undefined where types prove nothing. */
  factOf(path: string, start: number, end: number): Fact | undefined;
  /** The fact of what a wrapper there holds: of what its method `value` gives. */
  factOfWrapped(path: string, start: number, end: number): Fact | undefined;
}

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
  const nearest = (path: string) => governingConfig(project, path);

  const configFor = (path: string): string | undefined => {
    const file = byPath.get(path);
    if (file === undefined || (file.language !== "ts" && file.language !== "tsx")) return undefined;
    const config = nearest(path);
    if (config !== undefined && !options.has(config)) options.set(config, strictOptions(project, config));
    return config !== undefined && options.get(config) !== undefined ? config : undefined;
  };
  const nears = new Map<string, NearProgram | undefined>();
  const widened = new Set<string>();
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
      nears.set(config, createNearProgram(project, roots, checked, host, { modulesOfNode: !widened.has(config) }));
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
  const ask = (program: ts.Program | undefined, path: string, [start, end, isWrapped]: Asked): Fact | undefined => {
    const source = program?.getSourceFile(`${project.root}/${path}`);
    if (program === undefined || source === undefined || isUnchecked(source)) return undefined;
    const node = expressionAt(source, start, end);
    if (node === undefined) return undefined;
    const checker = program.getTypeChecker();
    const type = typeAt(checker, node);
    if (!isWrapped) return factOfType(checker, type);
    const held = heldBy(checker, type, node);
    return held && factOfType(checker, held);
  };
  /** The answer of the near program; undefined where it is not the whole program's, and from then on. */
  const askNear = (config: string, path: string, asked: Asked): { fact: Fact | undefined } | undefined => {
    let missed: Missed | undefined;
    try {
      const near = nearFor(config);
      if (near === undefined) return undefined;
      const fact = ask(near.program, path, asked);
      missed = near.missed();
      if (missed === undefined) return { fact };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
    nears.set(config, undefined);
    if (missed !== "module of Node") return undefined;
    nears.delete(config);
    widened.add(config);
    return askNear(config, path, asked);
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

  const find = (path: string, asked: Asked): Fact | undefined => {
    const config = configFor(path);
    if (config === undefined) return undefined;
    if (programs.has(config)) return within(config, () => ask(programFor(config), path, asked));
    const near = askNear(config, path, asked);
    return near === undefined ? within(config, () => ask(programFor(config), path, asked)) : near.fact;
  };
  return {
    trusts: (path) => configFor(path) !== undefined,
    factOf: (path, start, end) => find(path, [start, end, false]),
    factOfWrapped: (path, start, end) => find(path, [start, end, true]),
  };
}

/** Where an expression begins and ends, and whether what it wraps is meant. */
type Asked = readonly [start: number, end: number, isWrapped: boolean];

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
