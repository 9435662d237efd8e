/** Takes dependencies out of a package.json with the smallest edit: its order, indentation and line ends stay. */
import { ShrinkdepsError } from "../errors.ts";
import { isIdleOverride, isIdlePatch, selectedName } from "../project/lock/pnpm/settings.ts";
import { namesOfPattern } from "../project/lock/yarn/resolutions.ts";
import { scanJson, type JsonMember, type JsonNode } from "../project/json.ts";
import type { TextEdit } from "../rewrite/plan.ts";
import { applyEdits, objectAt, removeArrayItems, removeMembers, stringAt, type JsonObject } from "./json-edits.ts";

const dependencySections = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"] as const;
const bundleSections: ReadonlySet<string> = new Set(["bundleDependencies", "bundledDependencies"]);
const sections: ReadonlySet<string> = new Set([...dependencySections, "peerDependenciesMeta"]);

export interface ManifestOptions {
  /** Names that nothing in the tree has any more, and "name@version" of versions: overrides, resolutions and settings of them go too. None when absent. */
  readonly gone?: ReadonlySet<string>;
  /** Entries of bun's catalogs that nothing names any more: "default" and a name joined by a line end. */
  readonly catalogs?: ReadonlySet<string>;
  /** The manifest's path, for errors. */
  readonly path?: string;
}

/**
 * The text without `names` in any dependency section, nor in peerDependenciesMeta and bundleDependencies. A section left
 * empty goes, as with `npm uninstall`. An override that refers to a removed dependency ("$name") gets its range instead.
 * Throws `manifest` when the text is not a JSON object.
 */
export function removeFromManifest(text: string, names: Iterable<string>, options: ManifestOptions = {}): string {
  const reading = scanJson(text);
  if ("error" in reading || reading.root.kind !== "object") {
    const line = "error" in reading ? reading.error.line : 1;
    const message = "error" in reading ? reading.error.message : "is not a JSON object";
    throw new ShrinkdepsError("manifest", message, { path: options.path ?? "package.json", line });
  }
  const removed = new Set(names);
  const gone = options.gone ?? new Set();
  const ranges = rangesOf(reading.root, removed);
  const catalogs = options.catalogs ?? new Set();
  const { root } = reading;
  const edits = editsOfMembers(root, (member) => {
    const found =
      sectionEdits(member, removed) ?? catalogEdits(member, catalogs) ?? overridesEdits(member, gone, ranges);
    const { key, value } = member;
    // Without overrides bun would read resolutions, which it has passed over so far.
    const isWall = key === "overrides" && root.members.some((other) => hidesBehind(other, gone, ranges));
    return found === "empty" && isWall ? [{ start: value.start, end: value.end, text: "{}" }] : found;
  });
  return applyEdits(text, edits);
}

/** True for resolutions of which some stay. */
function hidesBehind(member: JsonMember, gone: ReadonlySet<string>, ranges: ReadonlyMap<string, string>): boolean {
  const { key, value } = member;
  if (key !== "resolutions" || value.kind !== "object" || value.members.length === 0) return false;
  return overridesEdits(member, gone, ranges) !== "empty";
}

/** Edits that take names out of every dependency section of a manifest, or of an importer's entry in a lockfile. */
export function removeFromSections(object: JsonObject, names: ReadonlySet<string>): TextEdit[] {
  return editsOfMembers(object, (member) => sectionEdits(member, names) ?? []);
}

/** What is to be done inside one member; "empty" when nothing would be left in it. */
type MemberEdits = readonly TextEdit[] | "empty";

function editsOfMembers(object: JsonObject, editsOf: (member: JsonMember) => MemberEdits): TextEdit[] {
  const all = new Map(object.members.map((member) => [member, editsOf(member)]));
  const within = [...all.values()].flatMap((edits) => (edits === "empty" ? [] : edits));
  return [...within, ...removeMembers(object, (member) => all.get(member) === "empty")];
}

/** Edits of a dependency section; undefined when the member is none. */
function sectionEdits({ key, value }: JsonMember, removed: ReadonlySet<string>): MemberEdits | undefined {
  if (sections.has(key)) return memberEdits(value, (member) => removed.has(member.key));
  if (!bundleSections.has(key) || value.kind !== "array") return undefined;
  const goes = (item: JsonNode) => item.kind === "string" && removed.has(item.value);
  return value.items.length > 0 && value.items.every(goes) ? "empty" : removeArrayItems(value, goes);
}

function overridesEdits(
  { key, value }: JsonMember,
  gone: ReadonlySet<string>,
  ranges: ReadonlyMap<string, string>,
): MemberEdits {
  const speaksOfGone = (member: JsonMember) => namesOfPattern(member.key).some((name) => gone.has(name));
  if (key === "overrides") return overrideEdits(value, goesWith(gone), ranges);
  if (key === "resolutions") return overrideEdits(value, speaksOfGone, ranges);
  if (key === "dependenciesMeta") return memberEdits(value, goesWith(gone));
  if (key === "patchedDependencies") return memberEdits(value, (member) => isIdlePatch(member.key, gone));
  return key === "pnpm" && value.kind === "object" ? pnpmEdits(value, gone, ranges) : [];
}

/** Edits of bun's catalogs, which stand at the top or in "workspaces"; undefined when the member is none of these. */
function catalogEdits({ key, value }: JsonMember, catalogs: ReadonlySet<string>): MemberEdits | undefined {
  if (catalogs.size === 0 || value.kind !== "object") return undefined;
  if (key === "catalog") return memberEdits(value, (member) => catalogs.has(`default\n${member.key}`));
  if (key === "workspaces") return editsOfMembers(value, (member) => catalogEdits(member, catalogs) ?? []);
  if (key !== "catalogs") return undefined;
  const editsOf = (one: JsonMember) => memberEdits(one.value, (member) => catalogs.has(`${one.key}\n${member.key}`));
  const isEmptied = value.members.length > 0 && value.members.every((member) => editsOf(member) === "empty");
  return isEmptied ? "empty" : editsOfMembers(value, editsOf);
}

/** Settings of pnpm in a manifest. Its lockfile repeats overrides and patches, and both go there by the same rules. */
function pnpmEdits(pnpm: JsonObject, gone: ReadonlySet<string>, ranges: ReadonlyMap<string, string>): MemberEdits {
  const text = ({ value }: JsonMember) => (value.kind === "string" ? value.value : "");
  const editsOf = ({ key, value }: JsonMember): MemberEdits => {
    if (key === "overrides") return overrideEdits(value, (one) => isIdleOverride(one.key, text(one), gone), ranges);
    // The lockfile holds a checksum of all extensions, so one of several stays.
    if (key === "packageExtensions") return memberEdits(value, () => isEveryIdle(value, gone));
    return key === "patchedDependencies" ? memberEdits(value, (one) => isIdlePatch(one.key, gone)) : [];
  };
  const isEmptied = pnpm.members.length > 0 && pnpm.members.every((member) => editsOf(member) === "empty");
  return isEmptied ? "empty" : editsOfMembers(pnpm, editsOf);
}

function isEveryIdle(value: JsonNode, gone: ReadonlySet<string>): boolean {
  return value.kind === "object" && value.members.every(({ key }) => gone.has(selectedName(key)));
}

function memberEdits(value: JsonNode, goes: (member: JsonMember) => boolean): MemberEdits {
  if (value.kind !== "object") return [];
  return value.members.length > 0 && value.members.every(goes) ? "empty" : removeMembers(value, goes);
}

function overrideEdits(
  value: JsonNode,
  goes: (member: JsonMember) => boolean,
  ranges: ReadonlyMap<string, string>,
): MemberEdits {
  const own = memberEdits(value, goes);
  if (own === "empty" || value.kind !== "object") return own;
  return [...own, ...value.members.filter((member) => !goes(member)).flatMap((m) => referenceEdits(m.value, ranges))];
}

/** "$left-pad" refers to the range of a direct dependency; npm refuses the manifest when there is none any more. */
function referenceEdits(value: JsonNode, ranges: ReadonlyMap<string, string>): readonly TextEdit[] {
  if (value.kind === "object") return value.members.flatMap((member) => referenceEdits(member.value, ranges));
  const range = value.kind === "string" && value.value.startsWith("$") ? ranges.get(value.value.slice(1)) : undefined;
  return range === undefined ? [] : [{ start: value.start, end: value.end, text: JSON.stringify(range) }];
}

function rangesOf(root: JsonObject, names: ReadonlySet<string>): ReadonlyMap<string, string> {
  const ranges = new Map<string, string>();
  for (const section of dependencySections.toReversed()) {
    const object = objectAt(root, section);
    for (const name of names) {
      const range = object === undefined ? undefined : stringAt(object, name);
      if (range !== undefined) ranges.set(name, range);
    }
  }
  return ranges;
}

function goesWith(gone: ReadonlySet<string>): (member: JsonMember) => boolean {
  return (member) => gone.has(overriddenName(member.key));
}

/** "left-pad@^1" overrides left-pad. */
function overriddenName(key: string): string {
  const at = key.lastIndexOf("@");
  return at > 0 ? key.slice(0, at) : key;
}
