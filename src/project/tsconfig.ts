/** What the TypeScript configurations of a directory say, read without the compiler. */
import { posix } from "node:path";
import { parseJsonWithComments } from "./json.ts";
import { isRecord } from "./manifest.ts";
import type { Disk, Problem } from "./project.ts";

export interface TsConfig {
  readonly path: string;
  /** Directories, relative to the root, that the compiler writes into. */
  readonly outputs: readonly string[];
  /** In lower case; undefined when it is the compiler's default. */
  readonly lib: readonly string[] | undefined;
  readonly types: readonly string[] | undefined;
  /** The edition of the language, in lower case; undefined when it is the compiler's default. */
  readonly target: string | undefined;
}

const deepestExtends = 10;

/** Reads one configuration with the relative ones it extends. One that is broken goes to `problems` and says nothing. */
export function readTsConfig(disk: Disk, path: string, problems: Problem[]): TsConfig {
  const outputs: string[] = [];
  let lib: readonly string[] | undefined;
  let types: readonly string[] | undefined;
  let target: string | undefined;
  const waiting = [{ path, depth: 0 }];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    const json = readOne(disk, at.path, at.path === path ? problems : []);
    const options = isRecord(json?.compilerOptions) ? json.compilerOptions : {};
    const directory = posix.dirname(at.path);
    for (const key of ["outDir", "declarationDir"]) {
      const written = options[key];
      if (typeof written !== "string" || outputs.length > 1) continue;
      outputs.push(
        posix.join(directory, written.replace("${configDir}", posix.relative(directory, posix.dirname(path)) || ".")),
      );
    }
    lib ??= strings(options.lib)?.map((name) => name.toLowerCase());
    types ??= strings(options.types);
    target ??= typeof options.target === "string" ? options.target.toLowerCase() : undefined;
    if (at.depth >= deepestExtends) continue;
    for (const base of basesOf(disk, at.path, json)) waiting.push({ path: base, depth: at.depth + 1 });
  }
  const inside = outputs.map((output) => output.replace(/\/+$/, "")).filter((output) => !output.startsWith(".."));
  return { path, outputs: inside, lib, types, target };
}

/** Every configuration that one extends, directly or not, as far as they are there: paths relative to the root. */
export function listBases(disk: Disk, path: string): readonly string[] {
  const found = new Set<string>();
  const waiting = [path];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    const bases = basesOf(disk, at, readOne(disk, at, [])).filter((base) => !found.has(base));
    for (const base of bases) found.add(base);
    waiting.push(...bases);
  }
  return [...found];
}

/** What a configuration extends directly. */
function basesOf(disk: Disk, path: string, json: Record<string, unknown> | undefined): string[] {
  const bases = typeof json?.extends === "string" ? [json.extends] : (strings(json?.extends) ?? []);
  return bases.flatMap((base) => resolveBase(disk, posix.dirname(path), base) ?? []);
}

/** A configuration that another extends: a file beside it, or one of an installed package. */
function resolveBase(disk: Disk, directory: string, base: string): string | undefined {
  if (/^\.{1,2}\//.test(base)) {
    const file = posix.join(directory, base);
    return file.endsWith(".json") ? file : `${file}.json`;
  }
  if (posix.isAbsolute(base)) return undefined;
  for (let at = directory; ; at = posix.dirname(at)) {
    const file = posix.join(at, "node_modules", base);
    const found = [file, `${file}.json`, `${file}/tsconfig.json`].find(
      (path) => disk.exists(path) && !disk.isDirectory(path),
    );
    if (found !== undefined || at === "." || at === "") return found;
  }
}

function readOne(disk: Disk, path: string, problems: Problem[]): Record<string, unknown> | undefined {
  const file = disk.read(path);
  if ("unreadable" in file || file.text.trim() === "") return undefined;
  const reading = parseJsonWithComments(file.text);
  if ("error" in reading) {
    const { line, message } = reading.error;
    problems.push({ kind: "config-malformed", path, line, message: `it is not valid JSON: ${message}`, fatal: false });
    return undefined;
  }
  return isRecord(reading.value) ? reading.value : undefined;
}

function strings(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : undefined;
}
