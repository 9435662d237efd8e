/** The tsconfig.json of a file: where it is, and what it says. */
import { posix } from "node:path";
import type { Disk, Project } from "../../project/project.ts";
import { ts } from "../../typescript.ts";

/** The tsconfig.json nearest to a file (relative path), within the root; undefined when there is none. */
export function nearestConfig(disk: Disk, file: string, name = "tsconfig.json"): string | undefined {
  const parts = file.split("/").slice(0, -1);
  for (;;) {
    const path = [...parts, name].join("/");
    if (disk.exists(path)) return path;
    if (parts.length === 0) return undefined;
    parts.pop();
  }
}

/**
 * The configuration that a file (relative path) of a project is compiled by: the nearest tsconfig.json, or the first that
 * this one refers to which names or includes the file, where it does neither itself.
 */
export function governingConfig(project: Project, file: string): string | undefined {
  const find = finders.get(project) ?? createFinder(project);
  finders.set(project, find);
  return find(file);
}

const finders = new WeakMap<Project, (file: string) => string | undefined>();

function createFinder(project: Project): (file: string) => string | undefined {
  const nearest = new Map<string, string | undefined>();
  const read = new Map<string, Governed>();
  const governedBy = (config: string): Governed => {
    const known = read.get(config) ?? readGoverned(project, config);
    read.set(config, known);
    return known;
  };
  const among = (configs: readonly string[], file: string, seen: Set<string>): string | undefined => {
    for (const config of configs) {
      if (seen.has(config)) continue;
      seen.add(config);
      const { files, references } = governedBy(config);
      if (files.has(file)) return config;
      const further = among(references, file, seen);
      if (further !== undefined) return further;
    }
    return undefined;
  };
  return (file) => {
    const directory = posix.dirname(file);
    if (!nearest.has(directory)) nearest.set(directory, nearestConfig(project.disk, file));
    const config = nearest.get(directory);
    if (config === undefined || !mayRefer(project.disk, config)) return config;
    return among([config], file, new Set()) ?? config;
  };
}

function mayRefer(disk: Disk, config: string): boolean {
  const file = disk.read(config);
  return "text" in file && file.text.includes('"references"');
}

interface Governed {
  /** The project's sources that it names or includes. */
  readonly files: ReadonlySet<string>;
  /** The configurations in the project that it refers to. */
  readonly references: readonly string[];
}

function readGoverned(project: Project, config: string): Governed {
  const { root, disk, sources } = project;
  const parsed = parseConfigFile(
    root,
    disk,
    config,
    createLister(
      root,
      sources.map(({ path }) => path),
    ),
  );
  const own = (path: string): string[] => (path.startsWith(`${root}/`) ? [path.slice(root.length + 1)] : []);
  return {
    files: new Set(parsed?.fileNames.flatMap(own)),
    references: (parsed?.projectReferences ?? []).flatMap((one) => own(ts.resolveProjectReferencePath(one))),
  };
}

/** The compiler options of a tsconfig.json, `extends` followed; undefined when it is malformed. */
export function readConfigOptions(root: string, disk: Disk, config: string): ts.CompilerOptions | undefined {
  // Only the options are asked for: which files belong to the program is the caller's to say.
  return parseConfigFile(root, disk, config, () => [])?.options;
}

/** Reads a configuration (relative path) with all it extends; undefined when it is malformed or not there. */
export function parseConfigFile(
  root: string,
  disk: Disk,
  config: string,
  readDirectory: Lister,
): ts.ParsedCommandLine | undefined {
  const path = `${root}/${config}`;
  const file = disk.read(path);
  if (!("text" in file)) return undefined;
  const json: { config?: unknown; error?: unknown } = ts.parseConfigFileTextToJson(path, file.text);
  if (json.error !== undefined) return undefined;
  const host: ts.ParseConfigHost = {
    useCaseSensitiveFileNames: true,
    fileExists: (name) => disk.exists(name) && !disk.isDirectory(name),
    readFile: (name) => {
      const text = disk.read(name);
      return "text" in text ? text.text : undefined;
    },
    readDirectory,
  };
  return ts.parseJsonConfigFileContent(json.config, host, posix.dirname(path), undefined, path);
}

/** Lists the files below a directory that patterns ask for. */
export type Lister = (...given: Parameters<ts.ParseConfigHost["readDirectory"]>) => string[];

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

/** How a compiler lists the files that patterns ask for, in the directories that `entriesOf` knows (absolute paths). */
export function createMatcher(
  root: string,
  entriesOf: (path: string) => { files: readonly string[]; directories: readonly string[] },
  realpath: (path: string) => string,
): Lister {
  const match: unknown = Reflect.get(ts, "matchFiles");
  if (!isMatchFiles(match)) throw new Error("this TypeScript has no matchFiles");
  return (directory, extensions, excludes, includes, depth) =>
    match(directory, extensions, excludes, includes, true, root, depth, entriesOf, realpath);
}

/** Lists among these files (relative paths) as if there were no others. */
function createLister(root: string, files: readonly string[]): Lister {
  const entries = new Map<string, { readonly files: Set<string>; readonly directories: Set<string> }>();
  const at = (path: string) => {
    const known = entries.get(path) ?? { files: new Set(), directories: new Set() };
    entries.set(path, known);
    return known;
  };
  for (const file of files) {
    const parts = file.split("/");
    parts.forEach((name, depth) => {
      const { files, directories } = at([root, ...parts.slice(0, depth)].join("/"));
      (depth === parts.length - 1 ? files : directories).add(name);
    });
  }
  const entriesOf = (path: string) => {
    const { files = [], directories = [] } = entries.get(path.replace(/\/$/, "")) ?? {};
    return { files: [...files], directories: [...directories] };
  };
  return createMatcher(root, entriesOf, (path) => path);
}
