/** From the files of a project to its sources, what is left alone, and the other texts that can need a package. */
import { posix } from "node:path";
import type { ProjectDisk } from "../disk.ts";
import { parseJson } from "../json.ts";
import { isRecord, type RawManifest } from "../manifest.ts";
import type { DataFile, Problem, SkippedFile, SourceFile, TextFile } from "../project.ts";
import type { TsConfig } from "../tsconfig.ts";
import { generatedBy } from "./generated.ts";
import { isAuxiliary, isData, languageOf, languageOfScript, mayBeScript, moduleKindOf, textKindOf } from "./names.ts";
import { outputOf } from "./output.ts";

export interface Files {
  readonly sources: readonly SourceFile[];
  readonly skipped: readonly SkippedFile[];
  readonly texts: readonly TextFile[];
  readonly data: readonly DataFile[];
}

interface Judged {
  readonly source: SourceFile;
  /** Why it is left alone; undefined for plain sources. */
  readonly reason: string | undefined;
  readonly built: boolean;
}

/** Sorts `paths` (relative, sorted). What cannot be read stays a source, so that nobody takes it for clean, and a problem. */
export function sortFiles(
  disk: ProjectDisk,
  paths: readonly string[],
  manifests: readonly RawManifest[],
  tsconfigs: ReadonlyMap<string, readonly TsConfig[]>,
  problems: Problem[],
): Files {
  const directories = manifests.map(({ directory }) => directory).sort((a, b) => b.length - a.length);
  const workspaceOf = (path: string) => directories.find((at) => at === "" || path.startsWith(`${at}/`)) ?? "";
  const typeOf = moduleTypes(disk, paths);
  const scripts = new Set(manifests.flatMap(binPaths));
  const found: SourceFile[] = [];
  for (const path of paths) {
    const name = posix.basename(path);
    const isScript = mayBeScript(name) || scripts.has(path);
    const language = languageOf(name) ?? (isScript ? languageOfScript(disk.head(path, 300)) : undefined);
    if (language === undefined) continue;
    found.push({ path, workspace: workspaceOf(path), language, moduleKind: moduleKindOf(name) ?? typeOf(path) });
  }

  const sources: SourceFile[] = [];
  const skipped: SkippedFile[] = [];
  for (const manifest of manifests) {
    const own = found.filter(({ workspace }) => workspace === manifest.directory);
    const reasonOf = outputOf(
      manifest,
      own.map(({ path }) => path),
      tsconfigs.get(manifest.directory) ?? [],
      disk,
    );
    const names = new Set(own.map(({ path }) => path));
    const judged = own.map((source) => judge(disk, source, reasonOf(source.path), names, problems));
    const isExplained = explains(judged, manifest.directory);
    for (const { source, reason, built } of judged) {
      if (reason === undefined || (built && !isExplained)) sources.push(source);
      else skipped.push({ path: source.path, workspace: source.workspace, reason });
    }
  }
  const texts = paths.flatMap((path): TextFile[] => {
    const kind = textKindOf(path);
    return kind === undefined ? [] : [{ path, workspace: workspaceOf(path), kind }];
  });
  const known = new Set([...found, ...texts].map(({ path }) => path));
  const data = paths
    .filter((path) => !known.has(path) && isData(path))
    .map((path) => ({ path, workspace: workspaceOf(path) }));
  return { sources: sources.sort(byPath), skipped: skipped.sort(byPath), texts, data };
}

/**
 * Whether the plain sources can be what the built files were made from. In a published package what was built may be all
 * there is; then it is the source.
 */
function explains(judged: readonly Judged[], directory: string): boolean {
  const stems = (files: readonly Judged[]) =>
    new Set(files.map(({ source }) => posix.basename(source.path).replace(/\..*$/, ""))).size;
  const code = judged.filter(({ source }) => source.language !== "dts");
  const plain = code.filter(
    ({ source, reason }) => reason === undefined && !isAuxiliary(posix.relative(directory, source.path)),
  );
  return plain.length > 0 && stems(plain) * 2 >= stems(code.filter(({ built }) => built));
}

function judge(
  disk: ProjectDisk,
  source: SourceFile,
  output: string | undefined,
  names: ReadonlySet<string>,
  problems: Problem[],
): Judged {
  const { path } = source;
  const file = disk.read(path);
  if ("unreadable" in file) {
    if (output === undefined) {
      const message = `it cannot be read, ${file.unreadable}: it may need any package`;
      problems.push({ kind: "source-unreadable", path, message, fatal: false });
    }
    return { source, reason: output, built: false };
  }
  const generated = generatedBy(path, file.text);
  if (generated !== undefined && !generated.built) return { source, reason: generated.reason, built: false };
  if (output !== undefined) return { source, reason: output, built: true };
  const original = generated === undefined ? undefined : /^(.*)\.([cm]?)jsx?$/.exec(path);
  if (original !== null && original !== undefined) {
    const [, stem, letter] = original;
    const typed = [`${stem}.${letter}ts`, `${stem}.${letter}tsx`].find((name) => names.has(name));
    if (typed !== undefined) return { source, reason: `built from ${typed}`, built: true };
  }
  return { source, reason: generated?.reason, built: generated?.built ?? false };
}

/** Module kind of files without a telling extension, by the nearest package.json, which need not be a workspace's. */
function moduleTypes(disk: ProjectDisk, paths: readonly string[]): (path: string) => SourceFile["moduleKind"] {
  const kinds = new Map<string, SourceFile["moduleKind"]>();
  for (const path of paths) {
    if (posix.basename(path) !== "package.json") continue;
    const file = disk.read(path);
    const reading = "text" in file ? parseJson(file.text) : undefined;
    const json = reading !== undefined && "value" in reading && isRecord(reading.value) ? reading.value : {};
    kinds.set(posix.dirname(path), json.type === "module" ? "esm" : json.type === "commonjs" ? "cjs" : "unknown");
  }
  return (path) => {
    for (let at = posix.dirname(path); ; at = posix.dirname(at)) {
      const kind = kinds.get(at);
      if (kind !== undefined || at === ".") return kind ?? "unknown";
    }
  };
}

function binPaths({ json, directory }: RawManifest): string[] {
  const bins = typeof json.bin === "string" ? [json.bin] : isRecord(json.bin) ? Object.values(json.bin) : [];
  return bins.filter((bin): bin is string => typeof bin === "string").map((bin) => posix.join(directory, bin));
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1;
}
