/** The installed code of a package, read for what it reaches. */
import { ts } from "../typescript.ts";
import { capabilitiesOf, type Capability } from "../analyze/installed/capabilities.ts";
import { filesOfPackage } from "../analyze/installed/files.ts";
import type { PackageNode } from "../project/graph.ts";
import { installedManifest } from "../project/lock/installed.ts";
import type { Disk } from "../project/project.ts";

/** Characters of one package that are worth parsing. */
const most = 4_000_000;

export interface Code {
  /** Sorted. */
  readonly capabilities: readonly Capability[];
  /** Files whose names are hidden on purpose, relative to the root. */
  readonly obfuscated: readonly string[];
  /** Files written on few very long lines. */
  readonly minified: readonly string[];
}

/** The code of one package; undefined where this version of it is not installed, or is too large to read. */
export type ReadCode = (node: Pick<PackageNode, "locations" | "version">) => Code | undefined;

/** A reader that parses each installed copy once. */
export function createReadCode(disk: Disk): ReadCode {
  const known = new Map<string, Code | undefined>();
  return ({ locations, version }) => {
    const directory = locations.find((location) => installedManifest(disk, location, version) !== undefined);
    if (directory === undefined) return undefined;
    if (!known.has(directory)) known.set(directory, readDirectory(disk, directory));
    return known.get(directory);
  };
}

function readDirectory(disk: Disk, directory: string): Code | undefined {
  const found = new Set<Capability>();
  const obfuscated: string[] = [];
  const minified: string[] = [];
  let characters = 0;
  for (const path of filesOfPackage(disk, directory)) {
    if (path.endsWith(".node")) found.add("native code");
    if (!/\.[cm]?js$/.test(path)) continue;
    const file = disk.read(path);
    if (!("text" in file)) continue;
    characters += file.text.length;
    if (characters > most) return undefined;
    for (const one of capabilitiesOf(ts.createSourceFile(path, file.text, ts.ScriptTarget.Latest, true)))
      found.add(one);
    if (isObfuscated(file.text)) obfuscated.push(path);
    else if (isMinified(file.text)) minified.push(path);
  }
  return { capabilities: [...found].sort(), obfuscated, minified };
}

/** The usual obfuscators number what they rename: `_0x3fa1`. */
function isObfuscated(text: string): boolean {
  return new Set(text.match(/\b_0x[0-9a-f]{4,}\b/g)).size >= 10;
}

function isMinified(text: string): boolean {
  return text.length > 5_000 && text.length / (text.split("\n").length || 1) > 400;
}
