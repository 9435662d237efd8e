/** Programs of the user's own code for the type checker, read through the project's disk; the library is ts-morph's. */
import { getLibFiles, ts } from "../../typescript.ts";
import type { Disk } from "../../project/project.ts";

const libraryFolder = "/@typescript/lib";

/** The library files that TypeScript carries, by their path in `libraryFolder`. */
const library = new Map(getLibFiles().map((file) => [`${libraryFolder}/${file.fileName}`, file.text]));

const parsedLibrary = new Map<string, ts.SourceFile>();

/** A library file, parsed once for all programs of a language version. */
function libraryFile(path: string, text: string, options: ts.ScriptTarget | ts.CreateSourceFileOptions): ts.SourceFile {
  const key = keyOf(path, options);
  const file = parsedLibrary.get(key) ?? ts.createSourceFile(path, text, options);
  parsedLibrary.set(key, file);
  return file;
}

/** Declarations of packages as a disk has them, parsed once for all programs of a language version. */
const parsedDeclarations = new WeakMap<Disk, Map<string, ts.SourceFile>>();

function declarationFile(
  disk: Disk,
  path: string,
  text: string,
  options: ts.ScriptTarget | ts.CreateSourceFileOptions,
): ts.SourceFile {
  const known = parsedDeclarations.get(disk) ?? new Map<string, ts.SourceFile>();
  parsedDeclarations.set(disk, known);
  const key = keyOf(path, options);
  const before = known.get(key);
  if (before?.text === text) return before;
  const file = ts.createSourceFile(path, text, options);
  known.set(key, file);
  return file;
}

function isOfPackage(path: string): boolean {
  return path.includes("/node_modules/") && /\.d\.[cm]?ts$/.test(path);
}

function keyOf(path: string, options: ts.ScriptTarget | ts.CreateSourceFileOptions): string {
  return `${JSON.stringify(options, (name, value: unknown) => (name === "setExternalModuleIndicator" ? undefined : value))} ${path}`;
}

/**
 * A compiler host over the project: absolute paths below `root` are read through `disk`, after `overlay` (absolute path
 * to text; undefined hides the file). It writes nothing.
 */
export function createProgramHost(
  root: string,
  disk: Disk,
  overlay: ReadonlyMap<string, string | undefined> = new Map(),
): ts.CompilerHost {
  const read = (path: string): string | undefined => {
    if (overlay.has(path)) return overlay.get(path);
    const known = library.get(path);
    if (known !== undefined) return known;
    const file = disk.read(path);
    return "text" in file ? file.text : undefined;
  };
  const exists = (path: string): boolean =>
    overlay.has(path)
      ? overlay.get(path) !== undefined
      : library.has(path) || (disk.exists(path) && !disk.isDirectory(path));
  return {
    getSourceFile(path, target) {
      const known = overlay.has(path) ? undefined : library.get(path);
      if (known !== undefined) return libraryFile(path, known, target);
      const text = read(path);
      if (text === undefined) return undefined;
      return isOfPackage(path) && !overlay.has(path)
        ? declarationFile(disk, path, text, target)
        : ts.createSourceFile(path, text, target);
    },
    getDefaultLibFileName: (options) => `${libraryFolder}/${ts.getDefaultLibFileName(options)}`,
    getDefaultLibLocation: () => libraryFolder,
    getCurrentDirectory: () => root,
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: exists,
    readFile: read,
    // Comments give no types in TypeScript; in JavaScript they are parsed all the same.
    jsDocParsingMode: ts.JSDocParsingMode.ParseForTypeErrors,
    directoryExists: (path) => path === libraryFolder || disk.isDirectory(path),
    getDirectories: (path) => disk.list(path).filter((name) => disk.isDirectory(`${path}/${name}`)),
    realpath: (path) => (library.has(path) ? path : disk.realpath(path)),
    writeFile: () => undefined,
  };
}
