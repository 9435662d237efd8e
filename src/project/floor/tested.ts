/** Versions of Node that a project is run on: matrices of workflows, and the files of version managers. */
import { posix } from "node:path";
import coerce from "semver/functions/coerce.js";
import { isRecord, type RawManifest } from "../manifest.ts";
import type { Disk } from "../project.ts";
import type { Promised } from "./promise.ts";

/** Lines of long support, by the names version managers take for them. */
const lines: Readonly<Record<string, number>> = {
  argon: 4,
  boron: 6,
  carbon: 8,
  dubnium: 10,
  erbium: 12,
  fermium: 14,
  gallium: 16,
  hydrogen: 18,
  iron: 20,
  jod: 22,
  krypton: 24,
};

const managers = [".nvmrc", ".node-version", ".tool-versions"];

/** What the workspace's own files and the root's say. `names` are the project's paths. */
export function testedVersions(
  disk: Disk,
  manifest: RawManifest,
  root: RawManifest,
  names: readonly string[],
): Promised[] {
  const found: Promised[] = [];
  const add = (written: string, source: string): void => {
    const line = lines[/^lts\/([a-z]+)$/i.exec(written.trim())?.[1]?.toLowerCase() ?? ""];
    const isVersion = /^v?(\d+)(?:\.(?:x|\d+))*$/.test(written.trim());
    const node = line !== undefined ? `${line}.0.0` : isVersion ? coerce(written)?.version : undefined;
    if (node !== undefined) found.push({ node, source });
  };
  const known = new Set(names);
  for (const { directory, json, path } of new Set([manifest, root])) {
    for (const name of managers.map((file) => posix.join(directory, file))) {
      const file = known.has(name) ? disk.read(name) : undefined;
      if (file === undefined || "unreadable" in file) continue;
      const isList = name.endsWith(".tool-versions");
      add(isList ? (/^nodejs?\s+(\S+)/m.exec(file.text)?.[1] ?? "") : file.text.replace(/#.*/g, ""), name);
    }
    if (isRecord(json.volta) && typeof json.volta.node === "string") add(json.volta.node, `volta.node in ${path}`);
  }
  for (const path of names.filter(
    (name) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(name) || name === ".travis.yml",
  )) {
    const file = disk.read(path);
    if ("unreadable" in file) continue;
    for (const version of matrixVersions(file.text)) add(version, path);
  }
  return found;
}

/** The versions behind every key that names Node's: a list in brackets, one below the other, or a single one. */
function matrixVersions(text: string): readonly string[] {
  const lists = text.matchAll(
    /\bnode(?:[-_]?(?:versions?|js))?["']?:\s*(\[[^\]]*\]|(?:\s*-\s*["']?[\w./*]+["']?\s*\n)+|["']?v?\d[\w.]*|["']?lts\/\w+)/g,
  );
  return [...lists].flatMap(([, list = ""]) => list.match(/lts\/[a-z]+|v?\d+(?:\.(?:x|\d+))*/g) ?? []);
}
