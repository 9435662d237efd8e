/** The compiler's view of the project: as it is on disk, or as it will be, with texts replaced and packages gone. */
import { createHash } from "node:crypto";
import { posix } from "node:path";
import { ts } from "../../typescript.ts";
import { createProgramHost } from "../../analyze/facts/program.ts";
import type { Disk } from "../../project/project.ts";
import { createLister } from "./configs.ts";

/** What differs from the disk. Absolute paths. */
export interface View {
  /** Texts of changed and new files; undefined for one that goes. */
  readonly texts: ReadonlyMap<string, string | undefined>;
  /** Directories of packages that are gone. */
  readonly directories: ReadonlySet<string>;
  /** Names that a file of the project (not of a package) can no longer reach. */
  readonly gone: (file: string) => ReadonlySet<string>;
}

export interface ViewHost extends ts.CompilerHost {
  /** References between projects lead to sources: what was built of them is older than the change. */
  useSourceOfProjectReferenceRedirect(): boolean;
  /** What each import resolved to, by "file\0specifier\0mode"; undefined for nothing. */
  readonly resolved: ReadonlyMap<string, string | undefined>;
}

/** Parsed files by path and how they are to be read, shared by the views of one configuration. */
export type ParsedFiles = Map<string, ts.SourceFile>;

/** The module a specifier asks for: "@scope/name" or "name"; undefined for relative and absolute paths. */
export function packageOf(specifier: string): string | undefined {
  return /^(?:@[^/]+\/)?[^./@][^/]*/.exec(specifier)?.[0];
}

/** The package of the types of another: "@types/scope__name". */
function typesOf(name: string): string {
  return `@types/${name.startsWith("@") ? name.slice(1).replace("/", "__") : name}`;
}

/** A host for one view under one set of options. It writes nothing. */
export function createViewHost(
  root: string,
  disk: Disk,
  view: View,
  options: ts.CompilerOptions,
  parsed: ParsedFiles,
): ViewHost {
  const base = createProgramHost(root, disk, view.texts);
  const isGone = (path: string) => view.directories.size > 0 && isBelow(path, view.directories);
  const made = new Set([...view.texts.keys()].map((path) => posix.dirname(path)));
  const resolved = new Map<string, string | undefined>();
  const cache = ts.createModuleResolutionCache(root, (name) => name, options);
  const isOwn = (file: string) => file.startsWith(`${root}/`) && !file.includes("/node_modules/");
  const host: ViewHost = {
    ...base,
    resolved,
    useSourceOfProjectReferenceRedirect: () => true,
    readDirectory: createLister(root, disk, new Set(view.texts.keys())),
    fileExists: (path) => !isGone(path) && base.fileExists(path),
    readFile: (path) => (isGone(path) ? undefined : base.readFile(path)),
    directoryExists: (path) => !isGone(path) && (made.has(path) || (base.directoryExists?.(path) ?? true)),
    getDirectories(path) {
      const names = base.getDirectories?.(path) ?? [];
      if (posix.basename(path) !== "@types" || !path.startsWith(`${root}/`)) return names;
      const gone = view.gone(`${root}/package.json`);
      return names.filter((name) => !gone.has(`@types/${name}`) && !isGone(`${path}/${name}`));
    },
    getSourceFile(path, how) {
      const text = isGone(path) ? undefined : base.readFile(path);
      if (text === undefined) return undefined;
      const format = typeof how === "object" ? `${how.languageVersion}/${how.impliedNodeFormat ?? ""}` : String(how);
      const key = `${path}\0${format}\0${view.texts.has(path) ? versionOf(text) : ""}`;
      const known = parsed.get(key);
      if (known !== undefined) return known;
      const file = base.getSourceFile(path, how);
      if (file !== undefined) parsed.set(key, setVersion(file, versionOf(text)));
      return file;
    },
    resolveModuleNameLiterals(literals, file, redirect, fileOptions, source) {
      return literals.map((literal) => {
        const mode = ts.getModeForUsageLocation(source, literal, fileOptions);
        const name = packageOf(literal.text);
        const gone = name !== undefined && isOwn(file) ? view.gone(file) : undefined;
        const found = ts.resolveModuleName(literal.text, file, fileOptions, host, cache, redirect, mode);
        const target = found.resolvedModule?.resolvedFileName;
        // An alias of `paths`, or a workspace, may bear the name of a package that goes.
        const isInstalled = target?.includes("/node_modules/") === true;
        // Types may go with their package where the package itself is still there for others.
        const hasLostTypes = gone?.has(typesOf(name ?? "")) === true && target?.includes("/@types/") === true;
        const isHidden = (isInstalled && gone?.has(name ?? "") === true) || hasLostTypes;
        resolved.set(`${file}\0${literal.text}\0${mode ?? ""}`, isHidden ? undefined : target);
        return isHidden ? { resolvedModule: undefined } : found;
      });
    },
  };
  return host;
}

/** The builder tells changed files by this property, which the compiler's own hosts set too. */
export function setVersion(file: ts.SourceFile, version: string): ts.SourceFile {
  return Object.assign(file, { version });
}

export function versionOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function isBelow(path: string, directories: ReadonlySet<string>): boolean {
  for (let at = path.indexOf("/node_modules/"); at !== -1; at = path.indexOf("/node_modules/", at + 1)) {
    const name = /^(?:@[^/]+\/)?[^/]+/.exec(path.slice(at + "/node_modules/".length))?.[0] ?? "";
    if (directories.has(path.slice(0, at) + "/node_modules/" + name)) return true;
  }
  return false;
}
