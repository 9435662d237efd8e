/** Brings a bun.lock in step with manifests that lost dependencies, without network. */
import { ShrinkdepsError } from "../../../errors.ts";
import { parseJson, scanJson, type JsonMember, type JsonNode } from "../../../project/json.ts";
import { bunCatalogs, readBunLock, stepsOf, type BunLock, type BunPackage } from "../../../project/lock/bun/lock.ts";
import { reachedPlaces } from "../../../project/lock/bun/reach.ts";
import { catalogOf, isIdlePatch, selectedName } from "../../../project/lock/pnpm/settings.ts";
import { dependencySections, isRecord, stringEntries } from "../../../project/manifest.ts";
import type { TextEdit } from "../../../rewrite/plan.ts";
import { applyEdits, memberOf, objectAt, removeArrayItems, removeMembers, type JsonObject } from "../../json-edits.ts";
import { removeFromSections } from "../../manifest.ts";
import type { LockfileContext, LockfileResult, Removals } from "../editor.ts";

/**
 * The lockfile without what only the removed dependencies needed. What stays keeps the place it was hoisted to: a frozen
 * install takes it, and bun may move it when it next writes the file, which is said. Throws `lockfile` for what is no
 * bun.lock of a known version.
 */
export function removeFromBunLockfile(text: string, removals: Removals, context: LockfileContext): LockfileResult {
  const lock = readBunLock(text);
  const scanned = scanJson(text, { comments: true });
  if ("kind" in lock || "error" in scanned || scanned.root.kind !== "object") {
    const message = "kind" in lock ? lock.message : "it must hold an object";
    const line = "kind" in lock ? lock.line : undefined;
    const hint = "run bun install; nothing was changed";
    throw new ShrinkdepsError("lockfile", message, { path: context.path, ...(line !== undefined && { line }), hint });
  }
  const before = reachedPlaces(lock, () => false);
  const after = reachedPlaces(lock, (directory, name) => removals.get(directory)?.has(name) === true);
  const leaves = new Set([...before].filter((key) => !after.has(key)));
  const kept = [...lock.places].filter(([key]) => !leaves.has(key));
  const idents = new Set(kept.map(([, { ident }]) => ident));
  const freed = [...leaves].flatMap((key) => lock.places.get(key) ?? []).filter(({ ident }) => !idents.has(ident));
  const names = namesOf(lock, kept, removals);
  const removed = [...removals.values()].flatMap((set) => [...set]);
  const gone = new Set([...removed, ...freed.map(({ name }) => name)].filter((name) => !names.has(name)));
  const catalogs = idleCatalogs(lock, removals, context.manifests);
  return {
    text: applyEdits(
      text,
      editsOf(scanned.root, removals, { leaves, gone, catalogs, freed: new Set(freed.map(({ ident }) => ident)) }),
    ),
    // A frozen install of bun refuses a lockfile without packages, and takes none.
    isEmpty: kept.length === 0 && leaves.size > 0,
    freed: [...new Set(freed.map(({ ident }) => ident))].sort(),
    directories: [],
    names,
    catalogs,
    notes: notesOf(context.path, kept, leaves, new Set(removed)),
  };
}

/** Names that what stays has or asks for. */
function namesOf(lock: BunLock, kept: readonly (readonly [string, BunPackage])[], removals: Removals): Set<string> {
  const asked = [...lock.workspaces].flatMap(([directory, copy]) =>
    dependencySections
      .flatMap(([section]) => stringEntries(copy[section]).map(([name]) => name))
      .filter((name) => removals.get(directory)?.has(name) !== true),
  );
  return new Set([
    ...asked,
    ...kept.flatMap(([key, { name, needs }]) => [name, stepsOf(key).at(-1) ?? name, ...needs.map((need) => need.name)]),
  ]);
}

/** Entries of catalogs, "default" and a name joined by a line end, that only what is removed named. */
function idleCatalogs(lock: BunLock, removals: Removals, manifests: ReadonlyMap<string, string>): Set<string> {
  const went = new Set<string>();
  const stay = new Set<string>();
  for (const [directory, text] of manifests) {
    const reading = parseJson(text);
    const json = "value" in reading && isRecord(reading.value) ? reading.value : {};
    const forced = [...stringEntries(json.overrides), ...stringEntries(json.resolutions)];
    const asked = dependencySections.flatMap(([section]) => stringEntries(json[section]));
    for (const [name, range] of [...forced, ...asked]) {
      const catalog = catalogOf(range);
      if (catalog === undefined) continue;
      const goes = asked.some((entry) => entry[0] === name) && removals.get(directory)?.has(name) === true;
      (goes ? went : stay).add(`${catalog}\n${selectedName(name)}`);
    }
  }
  return new Set([...bunCatalogs(lock.json).keys()].filter((key) => went.has(key) && !stay.has(key)));
}

interface Departure {
  readonly leaves: ReadonlySet<string>;
  readonly gone: ReadonlySet<string>;
  /** "name@version" of what went. */
  readonly freed: ReadonlySet<string>;
  readonly catalogs: ReadonlySet<string>;
}

function editsOf(root: JsonObject, removals: Removals, { leaves, gone, freed, catalogs }: Departure): TextEdit[] {
  const edits: TextEdit[] = [];
  const emptied = new Set<JsonMember>();
  const take = (holder: JsonObject, key: string, goes: (member: JsonMember) => boolean): boolean => {
    const member = memberOf(holder, key);
    if (member?.value.kind !== "object" || !member.value.members.some(goes)) return false;
    const isEmptied = key !== "packages" && member.value.members.every(goes);
    if (isEmptied) emptied.add(member);
    else edits.push(...removeMembers(member.value, goes));
    return isEmptied;
  };
  for (const { key: directory, value } of objectAt(root, "workspaces")?.members ?? []) {
    const names = removals.get(directory);
    if (names === undefined || value.kind !== "object") continue;
    edits.push(...removeFromSections(value, names), ...optionalPeerEdits(value, names));
  }
  edits.push(...copyEdits(root, removals));
  take(root, "packages", ({ key }) => leaves.has(key));
  const trusted = memberOf(root, "trustedDependencies");
  if (trusted?.value.kind === "array") {
    const goes = (item: JsonNode) => item.kind === "string" && gone.has(item.value);
    if (trusted.value.items.length > 0 && trusted.value.items.every(goes)) emptied.add(trusted);
    else edits.push(...removeArrayItems(trusted.value, goes));
  }
  take(root, "overrides", ({ key }) => gone.has(selectedName(key)));
  take(root, "patchedDependencies", ({ key }) => isIdlePatch(key, new Set([...gone, ...freed])));
  take(root, "catalog", ({ key }) => catalogs.has(`default\n${key}`));
  const named = memberOf(root, "catalogs");
  if (named?.value.kind === "object") {
    const object = named.value;
    for (const { key: catalog } of object.members)
      take(object, catalog, ({ key }) => catalogs.has(`${catalog}\n${key}`));
    if (object.members.length > 0 && object.members.every((member) => emptied.has(member))) emptied.add(named);
    else edits.push(...removeMembers(object, (member) => emptied.has(member)));
  }
  return [...edits, ...removeMembers(root, (member) => emptied.has(member))];
}

/** Version 0 repeats what a workspace asks for in its entry of "packages". */
function copyEdits(root: JsonObject, removals: Removals): TextEdit[] {
  return (objectAt(root, "packages")?.members ?? []).flatMap(({ value }) => {
    const [ident, facts] = value.kind === "array" ? value.items : [];
    if (ident?.kind !== "string" || facts?.kind !== "object") return [];
    const directory = /@workspace:(.*)$/.exec(ident.value)?.[1];
    const names = directory === undefined ? undefined : removals.get(directory);
    return names === undefined ? [] : removeFromSections(facts, names);
  });
}

function optionalPeerEdits(workspace: JsonObject, names: ReadonlySet<string>): TextEdit[] {
  const list = memberOf(workspace, "optionalPeers")?.value;
  if (list?.kind !== "array") return [];
  return removeArrayItems(list, (item) => item.kind === "string" && names.has(item.value));
}

/** What could stand in a place that is free now, or one of several versions of what is asked for less. */
function notesOf(
  path: string,
  kept: readonly (readonly [string, BunPackage])[],
  leaves: ReadonlySet<string>,
  removed: ReadonlySet<string>,
): string[] {
  const free = [...leaves].map(stepsOf);
  const movable = kept.filter(([key]) => {
    const steps = stepsOf(key);
    if (steps.length > 1 && removed.has(steps.at(-1) ?? "")) return true;
    return free.some(
      (place) =>
        place.length < steps.length &&
        place.at(-1) === steps.at(-1) &&
        place.slice(0, -1).every((step, index) => steps[index] === step),
    );
  });
  const [first] = movable;
  if (first === undefined) return [];
  return [`${path} keeps ${first[1].ident} where it was hoisted to: \`bun install\` may move it`];
}
