/** The user's own tsconfig files: which there are, which files each is about, with the defaults of the installed compiler. */
import { posix } from "node:path";
import { ts } from "../../typescript.ts";
import { createMatcher, type Lister, nearestConfig, parseConfigFile } from "../../analyze/facts/configs.ts";
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
  const parsed = parseConfigFile(root, disk, path, createLister(root, disk, added));
  if (parsed === undefined) return undefined;
  // The library's own files do not change; checking them would take longer than most projects.
  const fixed = { noEmit: true, incremental: false, skipDefaultLibCheck: true };
  const options = { ...withDefaults(parsed.options, disk), ...fixed };
  const { rootDir, composite } = parsed.options;
  const isRootShared = rootDir === undefined && composite !== true && installedMajor(disk) < 6;
  return { path, options, files: parsed.fileNames, references: parsed.projectReferences ?? [], isRootShared };
}

/** How the compiler lists the files that patterns ask for, `added` (absolute paths) as if they were there. */
export function createLister(root: string, disk: Disk, added: ReadonlySet<string>): Lister {
  return createMatcher(
    root,
    (directory) => entriesOf(disk, added, directory),
    (path) => disk.realpath(path),
  );
}

/** What a directory holds, `added` (absolute paths) as if they were there. */
function entriesOf(
  disk: Disk,
  added: ReadonlySet<string>,
  path: string,
): { readonly files: readonly string[]; readonly directories: readonly string[] } {
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
