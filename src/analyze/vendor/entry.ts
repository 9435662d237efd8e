/** The one file that every loader takes for a package, and how it is loaded; or why there is more than one answer. */
import type { Disk } from "../../project/project.ts";
import { join, resolveFile } from "../installed/entry.ts";
import { type InstalledManifest, isRecord } from "../installed/manifest.ts";

export type EntryReading = { readonly path: string; readonly format: "esm" | "cjs" } | { readonly refused: string };

/** Fields by which bundlers and other runtimes take another file than Node does. */
const otherEntries = ["browser", "module", "react-native", "jsnext:main", "esnext", "es2015", "es2020", "unpkg-main"];

export function readEntry(disk: Disk, { directory, json }: InstalledManifest): EntryReading {
  const other = otherEntries.find((field) => json[field] !== undefined);
  if (other !== undefined) return { refused: `its manifest names other code for some loaders ("${other}")` };
  const targets = json["exports"] === undefined ? [json["main"] ?? "index"] : targetsOf(json["exports"]);
  if (targets === undefined) return { refused: 'its "exports" cannot be read' };
  const [target, ...others] = [...new Set(targets)];
  if (typeof target !== "string") return { refused: "its manifest names no file to load" };
  if (others.length > 0) return { refused: `its "exports" has several files, one by each condition` };
  const path = target === "" ? undefined : resolveFile(disk, join(directory, target));
  if (path === undefined) return { refused: `what it loads (${target}) is no JavaScript, or is not installed` };
  if (!path.startsWith(`${directory}/`)) return { refused: "what it loads is outside its folder" };
  const inner = path
    .slice(directory.length + 1)
    .split("/")
    .slice(0, -1);
  if (inner.some((_, index) => disk.exists(join(directory, `${inner.slice(0, index + 1).join("/")}/package.json`))))
    return { refused: "a manifest inside it says how its files are loaded" };
  if (path.endsWith(".mjs")) return { path, format: "esm" };
  if (path.endsWith(".cjs")) return { path, format: "cjs" };
  return { path, format: json["type"] === "module" ? "esm" : "cjs" };
}

/** Every file that "." may be, whatever the condition, types aside; undefined for a form that is not known. */
function targetsOf(exports: unknown): string[] | undefined {
  if (typeof exports === "string") return [exports];
  if (!isRecord(exports)) return undefined;
  const keys = Object.keys(exports);
  if (keys.some((key) => key.startsWith("."))) return targetsOf(exports["."]);
  const found = keys.filter((key) => !/^types(?:@|$)/.test(key)).map((key) => targetsOf(exports[key]));
  return found.every((one) => one !== undefined) ? found.flat() : undefined;
}
