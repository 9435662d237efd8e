/** The user's own tsconfig files: which there are, which files each is about, with the defaults of the installed compiler. */
import { posix } from "node:path";
import { ts } from "../../typescript.ts";
import { nearestConfig } from "../../analyze/facts/program.ts";
import { parseJson } from "../../project/json.ts";
import type { Disk, Project } from "../../project/project.ts";

export interface Config {
  /** Relative to the root. */
  readonly path: string;
  readonly options: ts.CompilerOptions;
  /** Absolute paths of the files it names or includes. */
  readonly files: readonly string[];
  readonly references: readonly ts.ProjectReference[];
  /** The installed compiler takes what all files share for their root; ours would take the configuration's directory. */
  readonly isRootShared: boolean;
}

/** Every tsconfig.json that governs a source or a manifest, and what they refer to; those without files are left out. */
export function findConfigs(project: Project, parse: (path: string) => Config | undefined): readonly Config[] {
  const { disk, root, sources, manifests } = project;
  const isTyped = (language: string) => language === "ts" || language === "tsx" || language === "dts";
  const directories = new Set(sources.filter((one) => isTyped(one.language)).map((one) => posix.dirname(one.path)));
  const waiting = new Set([...directories].flatMap((directory) => nearestConfig(disk, `${directory}/x.ts`) ?? []));
  for (const { directory } of manifests) waiting.add(posix.join(directory, "tsconfig.json"));
  const found: Config[] = [];
  for (const path of waiting) {
    const config = disk.exists(path) ? parse(path) : undefined;
    if (config === undefined) continue;
    if (config.files.length > 0) found.push(config);
    for (const reference of config.references) {
      const target = ts.resolveProjectReferencePath(reference);
      if (target.startsWith(`${root}/`)) waiting.add(target.slice(root.length + 1));
    }
  }
  return found;
}

/** Reads one configuration with all it extends. `added` are absolute paths of files that are not there yet. */
export function parseConfig(project: Project, path: string, added: ReadonlySet<string>): Config | undefined {
  const { disk, root } = project;
  const absolute = `${root}/${path}`;
  const file = disk.read(path);
  if (!("text" in file)) return undefined;
  const json: { config?: unknown; error?: unknown } = ts.parseConfigFileTextToJson(absolute, file.text);
  if (json.error !== undefined) return undefined;
  const host: ts.ParseConfigHost = {
    useCaseSensitiveFileNames: true,
    fileExists: (name) => disk.exists(name) && !disk.isDirectory(name),
    readFile: (name) => {
      const text = disk.read(name);
      return "text" in text ? text.text : undefined;
    },
    readDirectory: (directory, extensions, excludes, includes, depth) =>
      listFiles(disk, root, added, directory, extensions, excludes, includes, depth),
  };
  const parsed = ts.parseJsonConfigFileContent(json.config, host, posix.dirname(absolute), undefined, absolute);
  // The library's own files do not change; checking them would take longer than most projects.
  const fixed = { noEmit: true, incremental: false, skipDefaultLibCheck: true };
  const options = { ...withDefaults(parsed.options, disk), ...fixed };
  const { rootDir, composite } = parsed.options;
  const isRootShared = rootDir === undefined && composite !== true && installedMajor(disk) < 6;
  return { path, options, files: parsed.fileNames, references: parsed.projectReferences ?? [], isRootShared };
}

/** The compiler's own matcher of include patterns: it has no public name, and a second one would differ. */
type MatchFiles = (
  path: string,
  extensions: readonly string[] | undefined,
  excludes: readonly string[] | undefined,
  includes: readonly string[] | undefined,
  useCaseSensitiveFileNames: boolean,
  currentDirectory: string,
  depth: number | undefined,
  entriesOf: (path: string) => { files: readonly string[]; directories: readonly string[] },
  realpath: (path: string) => string,
) => string[];

function isMatchFiles(value: unknown): value is MatchFiles {
  return typeof value === "function";
}

/** The files below a directory that the patterns ask for, `added` (absolute paths) as if they were there. */
export function listFiles(
  disk: Disk,
  root: string,
  added: ReadonlySet<string>,
  directory: string,
  extensions: readonly string[] | undefined,
  excludes: readonly string[] | undefined,
  includes: readonly string[] | undefined,
  depth: number | undefined,
): string[] {
  const match: unknown = Reflect.get(ts, "matchFiles");
  if (!isMatchFiles(match)) throw new Error("this TypeScript has no matchFiles");
  const entriesOf = (path: string) => {
    const names = disk.list(path);
    const directories = names.filter((name) => disk.isDirectory(posix.join(path, name)));
    const inside = [...added]
      .filter((file) => file.startsWith(`${path}/`))
      .map((f) => f.slice(path.length + 1).split("/"));
    const files = new Set(names.filter((name) => !directories.includes(name)));
    for (const [first = "", ...rest] of inside) {
      if (rest.length === 0) files.add(first);
      else if (!directories.includes(first)) directories.push(first);
    }
    return { files: [...files], directories };
  };
  return match(directory, extensions, excludes, includes, true, root, depth, entriesOf, (path) => disk.realpath(path));
}

/** What a compiler before version 6 assumes where a configuration says nothing; ours is a 6. */
function withDefaults(given: ts.CompilerOptions, disk: Disk): ts.CompilerOptions {
  if (installedMajor(disk) >= 6) return given;
  const target = given.target ?? ts.ScriptTarget.ES5;
  const module = given.module ?? (target >= ts.ScriptTarget.ES2015 ? ts.ModuleKind.ES2015 : ts.ModuleKind.CommonJS);
  const isNode = module >= ts.ModuleKind.Node16 && module <= ts.ModuleKind.NodeNext;
  const interop = given.esModuleInterop ?? (isNode || module === ts.ModuleKind.Preserve);
  const resolution = given.moduleResolution ?? oldResolution(module);
  const isLoose = interop || module === ts.ModuleKind.System || resolution === ts.ModuleResolutionKind.Bundler;
  return {
    noUncheckedSideEffectImports: false,
    strict: false,
    types: ["*"],
    allowSyntheticDefaultImports: isLoose,
    ...given,
    target,
    module,
    moduleResolution: resolution,
    esModuleInterop: interop,
  };
}

function oldResolution(module: ts.ModuleKind): ts.ModuleResolutionKind {
  if (module === ts.ModuleKind.CommonJS) return ts.ModuleResolutionKind.Node10;
  if (module === ts.ModuleKind.NodeNext) return ts.ModuleResolutionKind.NodeNext;
  if (module === ts.ModuleKind.Preserve) return ts.ModuleResolutionKind.Bundler;
  return module >= ts.ModuleKind.Node16 ? ts.ModuleResolutionKind.Node16 : ts.ModuleResolutionKind.Classic;
}

function installedMajor(disk: Disk): number {
  const file = disk.read("node_modules/typescript/package.json");
  const json = "text" in file ? parseJson(file.text) : { value: undefined };
  if (!("value" in json) || typeof json.value !== "object" || json.value === null || !("version" in json.value))
    return 5;
  return Number.parseInt(String(json.value.version), 10);
}
