/**
 * A program of the asked files that leaves out what they import from the project itself, and the modules of Node that they
 * do not name. Most questions never look there: whether one did is seen, and then its answer is worth nothing. What
 * declares things for all files, wherever it is imported, is part of it, so that an answer which did not look there is the
 * whole program's.
 */
import { posix } from "node:path";
import { ts } from "../../typescript.ts";
import type { Project } from "../../project/project.ts";
import { modulesNamed, modulesOnly } from "./modules-only.ts";

export type Missed = "own file" | "module of Node";

export interface NearProgram {
  readonly program: ts.Program;
  /** What was left out and asked for; no answer since is the whole program's. */
  missed(): Missed | undefined;
}

export interface LeftOut {
  /** Whether the modules of Node are left out that no asked file names. */
  readonly modulesOfNode: boolean;
}

/** The program, or undefined where what it may leave out cannot be told. `roots` are absolute paths. */
export function createNearProgram(
  project: Project,
  roots: readonly string[],
  options: ts.CompilerOptions,
  base: ts.CompilerHost,
  { modulesOfNode }: LeftOut = { modulesOfNode: true },
): NearProgram | undefined {
  if (isUnusual(options)) return undefined;
  const cache = ts.createModuleResolutionCache(project.root, (name) => name, options);
  const found = findDeclaring(project, roots, options, base, cache);
  if (found === undefined) return undefined;
  const left = new Set<string>();
  const modules = modulesOfNode ? createModulesOfNode(base, found) : undefined;
  const host: ts.CompilerHost = {
    ...base,
    getSourceFile: modules?.getSourceFile ?? base.getSourceFile,
    resolveModuleNameLiterals: (literals, file, redirect, fileOptions, source) =>
      literals.map((literal) => {
        const leaveOut = (): ts.ResolvedModuleWithFailedLookupLocations => {
          left.add(keyOf(file, literal.text));
          return { resolvedModule: undefined };
        };
        if (isRelative(literal.text) && isOwn(project, file)) return leaveOut();
        const mode = ts.getModeForUsageLocation(source, literal, fileOptions);
        const resolved = ts.resolveModuleName(literal.text, file, fileOptions, host, cache, redirect, mode);
        const target = resolved.resolvedModule?.resolvedFileName;
        return target !== undefined && isOwn(project, file) && isOwn(project, target) ? leaveOut() : resolved;
      }),
  };
  const program = ts.createProgram([...found], options, host);
  let missed: Missed | undefined;
  // The checker asks its program for every module that it goes on to.
  const resolve: unknown = Reflect.get(program, "getResolvedModule");
  if (!isResolver(resolve)) return undefined;
  Reflect.set(program, "getResolvedModule", (file: ts.SourceFile, name: string, mode: ts.ResolutionMode): unknown => {
    if (left.has(keyOf(file.fileName, name))) missed = "own file";
    else if (modules?.isLeft(name) === true) missed ??= "module of Node";
    return resolve(file, name, mode);
  });
  return { program, missed: () => missed ?? (modules?.isNamedElsewhere() === true ? "module of Node" : undefined) };
}

interface ModulesOfNode {
  readonly getSourceFile: ts.CompilerHost["getSourceFile"];
  isLeft(name: string): boolean;
  /** True where another file adds to a module that was left out, so that nobody need ask for it. */
  isNamedElsewhere(): boolean;
}

/** A reader that takes the declarations of Node's modules for empty, but for those the files at `found` name. */
function createModulesOfNode(base: ts.CompilerHost, found: ReadonlySet<string>): ModulesOfNode {
  const texts = [...found].map((path) => base.readFile(path) ?? "");
  const isNamed = (name: string): boolean =>
    texts.some((text) => text.includes(`"${name}"`) || text.includes(`'${name}'`));
  const left = new Set<string>();
  const elsewhere = new Set<string>();
  return {
    getSourceFile(path, how, ...rest) {
      const isOfNode = /\/node_modules\/@types\/node\/.*\.d\.ts$/.test(path);
      const text = path.includes("/@typescript/lib/") ? "" : (base.readFile(path) ?? "");
      const names = isOfNode ? modulesOnly(text) : undefined;
      if (names === undefined || names.some(isNamed)) {
        for (const name of modulesNamed(text)) elsewhere.add(name);
        return base.getSourceFile(path, how, ...rest);
      }
      for (const name of names) left.add(name);
      return ts.createSourceFile(path, "", how);
    },
    isLeft: (name) => left.has(name),
    isNamedElsewhere: () => [...elsewhere].some((name) => left.has(name)),
  };
}

type Resolver = (file: ts.SourceFile, name: string, mode: ts.ResolutionMode) => unknown;

function isResolver(value: unknown): value is Resolver {
  return typeof value === "function";
}

function keyOf(file: string, specifier: string): string {
  return `${file}\0${specifier}`;
}

function isRelative(specifier: string): boolean {
  return /^\.{0,2}(?:\/|$)/.test(specifier);
}

function isOwn(project: Project, path: string): boolean {
  return path.startsWith(`${project.root}/`) && !path.includes("/node_modules/");
}

/** Options by which an import is found, or made, in ways that are not followed here. */
function isUnusual(options: ts.CompilerOptions): boolean {
  const { jsx, rootDirs, moduleSuffixes, maxNodeModuleJsDepth, moduleResolution } = options;
  return (
    (jsx !== undefined && jsx >= ts.JsxEmit.ReactJSX) ||
    rootDirs !== undefined ||
    moduleSuffixes !== undefined ||
    maxNodeModuleJsDepth !== undefined ||
    moduleResolution === ts.ModuleResolutionKind.Classic
  );
}

/** An import in any form, or what a text shows of one. */
const imports =
  /\b(?:from|import|require)\b(?:\s|\(|\/\*[^]*?\*\/|\/\/[^\n]*\n)*(?:"([^"\n]+)"|'([^'\n]+)'|`([^`\n]+)`)/g;
const dynamic = /\b(?:import|require)\b(?:\s|\/\*[^]*?\*\/|\/\/[^\n]*\n)*\(/;
/** Of JavaScript: an assignment to a member may be one of a global, which the compiler takes for its declaration. */
const assignment = /(?<![\w$.])(?!(?:this|module|exports)\b)[\w$]+(?:\s*\.\s*[\w$]+|\[[^\]\n]*\])+\s*=(?![=>])/;

/**
 * The roots, and of all that they lead to the files that declare something for every file: of packages all that are
 * imported, of the project those whose text shows a reference or no import and export. Undefined where an import leads to
 * a file that is no source of the project.
 */
function findDeclaring(
  project: Project,
  roots: readonly string[],
  options: ts.CompilerOptions,
  host: ts.CompilerHost,
  cache: ts.ModuleResolutionCache,
): ReadonlySet<string> | undefined {
  const sources = new Set(project.sources.map(({ path }) => `${project.root}/${path}`));
  const found = new Set(roots);
  const reached = new Set(roots);
  for (const path of reached) {
    const text = host.readFile(path);
    if (text === undefined) return undefined;
    // Where JavaScript is not allowed, an import of it leads nowhere.
    if (/\.[cm]?jsx?$/.test(path) && options.allowJs !== true && options.checkJs !== true) continue;
    if (!found.has(path) && declaresForAll(path, text)) found.add(path);
    const specifiers = new Set([...text.matchAll(imports)].map((match) => match[1] ?? match[2] ?? match[3] ?? ""));
    if (specifiers.size === 0) continue;
    for (const specifier of specifiers) {
      const near = isRelative(specifier) ? sourceAt(posix.join(posix.dirname(path), specifier), sources) : undefined;
      if (near !== undefined) {
        reached.add(near);
        continue;
      }
      for (const mode of modesOf(path, text, options, host, cache)) {
        const target = ts.resolveModuleName(specifier, path, options, host, cache, undefined, mode).resolvedModule;
        if (target === undefined) continue;
        const file = target.resolvedFileName;
        if (sources.has(file)) reached.add(file);
        else if (!/\.[cm]?tsx?$/.test(file)) {
          // JavaScript and data of a package are no part of a program; of the project they may be.
          if (isOwn(project, file) && !file.endsWith(".json")) return undefined;
        } else if (file.includes("/node_modules/")) found.add(file);
        else return undefined;
      }
    }
  }
  return found;
}

function declaresForAll(path: string, text: string): boolean {
  if (/^\s*\/\/\/\s*</m.test(text) || /\bdeclare\s+(?:global|module)\b/.test(text)) return true;
  if (!/^\s*(?:import|export)\b/m.test(text)) return true;
  return /\.[cm]?jsx?$/.test(path) && assignment.test(text);
}

/** The kinds of module that the imports of a file may ask for. */
function modesOf(
  path: string,
  text: string,
  options: ts.CompilerOptions,
  host: ts.CompilerHost,
  cache: ts.ModuleResolutionCache,
): readonly ts.ResolutionMode[] {
  const own = ts.getImpliedNodeFormatForFile(path, cache.getPackageJsonInfoCache(), host, options);
  return own !== undefined && dynamic.test(text) ? [ts.ModuleKind.ESNext, ts.ModuleKind.CommonJS] : [own];
}

/** The source that a path without, or with another, ending leads to; undefined where that is not plain. */
function sourceAt(path: string, sources: ReadonlySet<string>): string | undefined {
  const bare = path.replace(/\.([cm]?)jsx?$/, ".$1");
  const ends = bare === path ? [".ts", ".tsx", ".d.ts"] : ["ts", "tsx", "d.ts"];
  const typed = ends.map((end) => bare + end).find((one) => sources.has(one));
  return typed ?? (sources.has(path) ? path : undefined);
}
