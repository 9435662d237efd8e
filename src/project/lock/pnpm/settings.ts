/** What pnpm-workspace.yaml, and "pnpm" in the root's manifest, say about the tree. */
import { isRecord, stringEntries, type RawManifest } from "../../manifest.ts";
import type { Disk, Problem } from "../../project.ts";
import { membersAt, textsAt, type YamlNode } from "../../yaml/node.ts";
import { readYaml } from "../../yaml/read.ts";

export const pnpmWorkspaceFile = "pnpm-workspace.yaml";

export type PnpmSettings =
  | { readonly kind: "none" }
  | { readonly kind: "read"; readonly text: string; readonly root: YamlNode }
  | { readonly kind: "broken"; readonly message: string; readonly line?: number };

export function readPnpmSettings(disk: Disk): PnpmSettings {
  if (!disk.exists(pnpmWorkspaceFile)) return { kind: "none" };
  const file = disk.read(pnpmWorkspaceFile);
  if ("unreadable" in file) return { kind: "broken", message: `it cannot be read: ${file.unreadable}` };
  return parsePnpmSettings(file.text);
}

export function parsePnpmSettings(text: string): PnpmSettings {
  const reading = readYaml(text);
  if ("error" in reading) {
    return { kind: "broken", message: `it cannot be read, ${reading.error.message}`, line: reading.error.line };
  }
  const root = reading.documents[0];
  if (root === undefined) return { kind: "none" };
  return root.kind === "map"
    ? { kind: "read", text, root }
    : { kind: "broken", message: "it must hold a mapping", line: 1 };
}

/** Patterns of workspaces. Without "packages" the file holds settings only, and the root stands alone. */
export function readWorkspacePatterns(disk: Disk, problems: Problem[]): readonly string[] {
  const settings = readPnpmSettings(disk);
  if (settings.kind === "broken") {
    const { message, line } = settings;
    const place = { path: pnpmWorkspaceFile, ...(line !== undefined && { line }) };
    problems.push({ kind: "manifest-malformed", ...place, message, fatal: false });
  }
  return settings.kind === "read" ? textsAt(settings.root, "packages") : [];
}

/** What the catalogs offer, as "default" and "left-pad" joined by a line end, with the range of each. */
export function catalogRanges(root: YamlNode): Map<string, string> {
  const ranges = new Map<string, string>();
  const add = (catalog: string, node: YamlNode, key: string) => {
    for (const { key: name, value } of membersAt(node, key)) {
      if (value.kind === "scalar") ranges.set(catalogKey(catalog, name), value.text);
    }
  };
  add("default", root, "catalog");
  for (const { key, value } of membersAt(root, "catalogs")) {
    if (value.kind === "map")
      for (const { key: name, value: range } of value.members.values()) {
        if (range.kind === "scalar") ranges.set(catalogKey(key, name), range.text);
      }
  }
  return ranges;
}

export function catalogKey(catalog: string, name: string): string {
  return `${catalog}\n${name}`;
}

/** The catalog that a range names: "default" for "catalog:"; undefined for any other range. */
export function catalogOf(range: string): string | undefined {
  if (!range.startsWith("catalog:")) return undefined;
  return range.slice("catalog:".length).trim() || "default";
}

/** Overrides by their selectors, from pnpm-workspace.yaml and the root's manifest. */
export function overridesOf(settings: PnpmSettings, root: RawManifest | undefined): Map<string, string> {
  const pnpm = isRecord(root?.json.pnpm) ? root.json.pnpm : {};
  const written = settings.kind === "read" ? membersAt(settings.root, "overrides") : [];
  return new Map([
    ...stringEntries(root?.json.resolutions),
    ...stringEntries(pnpm.overrides),
    ...written.map(({ key, value }): [string, string] => [key, value.kind === "scalar" ? value.text : ""]),
  ]);
}

/** The name a selector is about: "b" for "a@1>b@^2", "**\/b" and "b@^2". */
export function selectedName(selector: string): string {
  return namesOfSelector(selector).at(-1) ?? selector;
}

function namesOfSelector(selector: string): string[] {
  // A range may hold ">" itself: "a@>=1>b" is one of b below a.
  return selector.split(/(?<=[\w)])>(?=@?[a-zA-Z])/).map((part) => {
    const bare = part.trim().replace(/^\*\*\//, "");
    const at = bare.indexOf("@", 1);
    return at === -1 ? bare : bare.slice(0, at);
  });
}

/**
 * Whether an override speaks of what is gone for good: of a name nothing has or asks for, or of one below such a name. One
 * that takes a dependency away ("-") is what keeps its name out of the tree, so it stays.
 */
export function isIdleOverride(selector: string, value: string, gone: ReadonlySet<string>): boolean {
  const names = namesOfSelector(selector);
  const own = names.pop();
  if (names.some((name) => gone.has(name))) return true;
  return value !== "-" && own !== undefined && gone.has(own);
}

/** Whether a patch is one of what is gone for good, all of its versions or the one it is made for: pnpm refuses those. */
export function isIdlePatch(key: string, gone: ReadonlySet<string>): boolean {
  return gone.has(selectedName(key)) || gone.has(key);
}
