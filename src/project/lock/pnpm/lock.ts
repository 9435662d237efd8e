/** The text of a pnpm-lock.yaml as one structure for every version of it, each part with its place. */
import { lineAndColumn } from "../../lines.ts";
import {
  isTrueAt,
  membersAt,
  textAt,
  valueAt,
  isSyntaxError,
  syntaxError,
  type YamlMember,
  type YamlNode,
} from "../../yaml/node.ts";
import { readYaml } from "../../yaml/read.ts";
import { splitKey, type KeyStyle } from "./key.ts";

export const pnpmSections = ["dependencies", "devDependencies", "optionalDependencies"] as const;
export type PnpmSection = (typeof pnpmSections)[number];

export interface PnpmLock {
  readonly style: KeyStyle;
  /** The document that holds all of it; pnpm 11 writes one about itself before. */
  readonly root: YamlNode;
  readonly importers: readonly PnpmImporter[];
  readonly packages: ReadonlyMap<string, PnpmPackage>;
}

export interface PnpmImporter {
  /** "" is the root. */
  readonly directory: string;
  readonly node: YamlNode;
  readonly needs: readonly PnpmNeed[];
}

export interface PnpmNeed {
  readonly section: PnpmSection;
  readonly name: string;
  /** What the manifest asks for; undefined inside the tree. */
  readonly specifier: string | undefined;
  /** What it resolves to: a version, a key, or "link:" and a directory. */
  readonly ref: string;
}

export interface PnpmPackage {
  readonly key: string;
  readonly name: string;
  readonly version: string;
  /** "(react@18.2.0)" */
  readonly peers: string | undefined;
  readonly patched: boolean;
  /** What is the same for every copy: resolution, engines, peers. */
  readonly facts: YamlNode;
  /** Where `facts` stand; several copies share them in version 9. */
  readonly factsKey: string;
  readonly needs: readonly PnpmNeed[];
}

export type PnpmDefect = {
  readonly kind: "malformed" | "unsupported";
  readonly message: string;
  readonly line: number | undefined;
};

const styles: ReadonlyMap<string, KeyStyle> = new Map([
  ["5.4", 5],
  ["6.0", 6],
  ["6.1", 6],
  ["9.0", 9],
] as const);

/** Reads a pnpm-lock.yaml of version 5.4, 6.0, 6.1 or 9.0; what is wrong with it, with its line, is told instead. */
export function readPnpmLock(text: string): PnpmLock | PnpmDefect {
  const reading = readYaml(text);
  if ("error" in reading) {
    return { kind: "malformed", message: `it cannot be read, ${reading.error.message}`, line: reading.error.line };
  }
  const root = reading.documents.at(-1);
  if (root?.kind !== "map") return { kind: "malformed", message: "it must hold a mapping", line: 1 };
  const version = textAt(root, "lockfileVersion");
  const style = styles.get(version ?? "");
  if (style === undefined) {
    const found = version === undefined ? "has no lockfileVersion" : `has lockfileVersion ${version}`;
    const line = lineAndColumn(text, root.members.get("lockfileVersion")?.start ?? root.start).line;
    return { kind: "unsupported", message: `it ${found}, and ${[...styles.keys()].join(", ")} are known`, line };
  }
  try {
    return { style, root, importers: importersOf(root, style), packages: packagesOf(root, style) };
  } catch (error) {
    if (!isSyntaxError(error)) throw error;
    return { kind: "malformed", message: error.message, line: lineAndColumn(text, error.offset).line };
  }
}

/** A project without workspaces stands at the top in versions before 9. */
function importersOf(root: YamlNode, style: KeyStyle): PnpmImporter[] {
  if (valueAt(root, "importers") === undefined) {
    return [{ directory: "", node: root, needs: needsOf(root, style !== 5, true) }];
  }
  return membersAt(root, "importers").map(({ key, value }) => ({
    directory: key === "." ? "" : key,
    node: value,
    needs: needsOf(value, style !== 5, true),
  }));
}

function needsOf(node: YamlNode, isInline: boolean, isImporter: boolean): PnpmNeed[] {
  const needs: PnpmNeed[] = [];
  const isPair = isImporter && isInline;
  for (const section of pnpmSections) {
    const asked = valueAt(node, section);
    if (asked?.kind !== "map") continue;
    for (const { key: name, value, start } of asked.members.values()) {
      const ref = isPair ? textAt(value, "version") : value.kind === "scalar" ? value.text : undefined;
      if (ref === undefined) throw syntaxError(`"${name}" has no version`, start);
      const specifier = !isImporter
        ? undefined
        : textAt(isPair ? value : valueAt(node, "specifiers"), isPair ? "specifier" : name);
      needs.push({ section, name, specifier, ref });
    }
  }
  return needs;
}

function mapAt(root: YamlNode, key: string): ReadonlyMap<string, YamlMember> {
  const value = valueAt(root, key);
  return value?.kind === "map" ? value.members : new Map();
}

function packagesOf(root: YamlNode, style: KeyStyle): Map<string, PnpmPackage> {
  const packages = new Map<string, PnpmPackage>();
  const facts = mapAt(root, "packages");
  for (const copy of (style === 9 ? mapAt(root, "snapshots") : facts).values()) {
    const parts = splitKey(copy.key, style);
    const own: YamlMember | undefined = style === 9 ? facts.get(parts.bare) : copy;
    if (own === undefined) throw syntaxError(`"${copy.key}" is not among its packages`, copy.start);
    const name = textAt(own.value, "name") ?? parts.name;
    const version = textAt(own.value, "version") ?? parts.version;
    if (name === undefined || version === undefined) {
      throw syntaxError(`"${copy.key}" does not say its name and version`, copy.start);
    }
    packages.set(copy.key, {
      key: copy.key,
      name,
      version,
      peers: parts.peers,
      patched: parts.patched || isTrueAt(own.value, "patched"),
      facts: own.value,
      factsKey: own.key,
      needs: needsOf(copy.value, false, false),
    });
  }
  return packages;
}
