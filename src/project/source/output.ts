/** Which files of a workspace are build output, by evidence rather than by name alone. */
import { posix } from "node:path";
import type { RawManifest } from "../manifest.ts";
import type { Disk } from "../project.ts";
import type { TsConfig } from "../tsconfig.ts";
import { isCompiled } from "./generated.ts";
import { isAuxiliary, languageOf } from "./names.ts";

const conventional = new Set(["dist", "build", "out", "output", "lib", "es", "esm", "cjs", "umd", "module", "bundle"]);

/** Why a path is build output; undefined when it is not. */
export type OutputReason = (path: string) => string | undefined;

/**
 * Judges the sources of one workspace. `paths` are its files that may be sources. Output is what a tsconfig or a script
 * writes into; a folder whose files mirror src/; and `dist`, or a `build` or `out` that the manifest's entry points lead
 * into, where the workspace has sources beside it.
 */
export function outputOf(
  manifest: RawManifest,
  paths: readonly string[],
  tsconfigs: readonly TsConfig[],
  disk: Disk,
): OutputReason {
  const prefix = manifest.directory === "" ? "" : `${manifest.directory}/`;
  const folders = new Map<string, string>();
  const add = (folder: string, reason: string) => {
    if (folder !== "" && folder !== "." && !holdsTypeScript(paths, folder)) folders.set(folder, reason);
  };
  const written = writtenByScripts(manifest);
  for (const config of tsconfigs) {
    for (const output of config.outputs)
      if (output !== posix.dirname(config.path)) add(output, `build output of ${config.path}`);
  }
  for (const folder of written.folders) add(posix.join(prefix, folder), "build output of an npm script");
  const files = new Set(written.files.map((file) => posix.join(prefix, file)));

  const firstFolder = (path: string) =>
    path.slice(prefix.length, Math.max(prefix.length, path.indexOf("/", prefix.length)));
  const candidates = [...new Set(paths.map(firstFolder))].filter((name) => conventional.has(name));
  const plain =
    candidates.length === 0
      ? []
      : paths.filter((path) => {
          const first = firstFolder(path);
          const inOutput = first !== "lib" && conventional.has(first);
          return !inOutput && !isAuxiliary(path.slice(prefix.length)) && !isWithin(path, folders.keys());
        });
  const entries = JSON.stringify(entryPoints(manifest));
  for (const name of candidates) {
    if (folders.has(prefix + name)) continue;
    const folder = prefix + name;
    const hasSources = plain.some((path) => !path.startsWith(`${folder}/`) && languageOf(path) !== "dts");
    if (name === "dist" && hasSources) add(folder, "build output, by its name");
    else if (mirrorsSource(paths, prefix, folder, disk)) add(folder, `build output of ${prefix}src`);
    else if ((name === "build" || name === "out") && hasSources && entries.includes(`${name}/`)) {
      add(folder, "build output, by its name and the entry points of the manifest");
    }
  }
  return (path) => {
    if (files.has(path)) return "build output of an npm script";
    for (const [folder, reason] of folders) if (path.startsWith(`${folder}/`)) return reason;
    return undefined;
  };
}

function isWithin(path: string, folders: Iterable<string>): boolean {
  return [...folders].some((folder) => path.startsWith(`${folder}/`));
}

/** No compiler writes TypeScript, declarations aside. */
function holdsTypeScript(paths: readonly string[], folder: string): boolean {
  return paths.some((path) => path.startsWith(`${folder}/`) && ["ts", "tsx"].includes(languageOf(path) ?? ""));
}

function mirrorsSource(paths: readonly string[], prefix: string, folder: string, disk: Disk): boolean {
  const bare = (path: string, within: string) => path.slice(within.length + 1).replace(/(?:\.d)?\.[cm]?[jt]sx?$/, "");
  const source = paths.filter((path) => path.startsWith(`${prefix}src/`));
  const originals = new Set(source.map((path) => bare(path, `${prefix}src`)));
  const mine = paths.filter((path) => path.startsWith(`${folder}/`) && languageOf(path) !== "dts");
  const mirrored = mine.filter((path) => originals.has(bare(path, folder)));
  if (mirrored.length === 0 || mirrored.length < mine.length * 0.8) return false;
  if (source.every((path) => ["ts", "tsx"].includes(languageOf(path) ?? "ts"))) return true;
  return mirrored.slice(0, 20).some((path) => {
    const file = disk.read(path);
    return "text" in file && isCompiled(file.text);
  });
}

/** Folders and files that the npm scripts name as what they write. */
function writtenByScripts(manifest: RawManifest) {
  const folders: string[] = [];
  const files: string[] = [];
  for (const script of Object.values(manifest.scripts)) {
    for (const [, folder] of script.matchAll(/--(?:out-?dir|outDir|dist-dir|output-dir)[= ]["']?([\w@./-]+)/g))
      folders.push(folder ?? "");
    for (const [, folder] of script.matchAll(/\b(?:babel|swc)\b[^&|;]*? -d[= ]["']?([\w@./-]+)/g))
      folders.push(folder ?? "");
    for (const [, file] of script.matchAll(
      /(?:\s-o|--outfile|--out-file|--output|\s>)[= ]\s*["']?([\w@./-]+\.[cm]?js)\b/g,
    ))
      files.push(file ?? "");
  }
  const clean = (path: string) => posix.normalize(path).replace(/\/+$/, "");
  return {
    folders: folders.map(clean).filter((path) => path !== "." && !path.startsWith("..")),
    files: files.map(clean),
  };
}

function entryPoints({ json }: RawManifest): unknown[] {
  return [json.main, json.module, json.exports, json.bin, json.browser, json.types, json.unpkg, json.jsdelivr];
}
