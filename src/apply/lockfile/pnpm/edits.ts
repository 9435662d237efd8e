/** The smallest edits that bring the text of a pnpm-lock.yaml in step with what changed in it. */
import { keyOfRef } from "../../../project/lock/pnpm/key.ts";
import { pnpmSections, type PnpmImporter, type PnpmLock } from "../../../project/lock/pnpm/lock.ts";
import { catalogOf, isIdleOverride, isIdlePatch } from "../../../project/lock/pnpm/settings.ts";
import { valueAt, type YamlMap, type YamlMember } from "../../../project/yaml/node.ts";
import type { TextEdit } from "../../../rewrite/plan.ts";
import { editMembers, emptyMember, lineStart, removeEntries, type YamlEdits } from "../../yaml-edits.ts";
import type { Removals } from "../editor.ts";
import type { PnpmChange, PnpmFlags } from "./change.ts";

export interface LockChange extends PnpmChange {
  /** Whether no extension of a package is left, so that their checksum goes too. */
  readonly extensionsGo: boolean;
}

export function lockEdits(text: string, lock: PnpmLock, removals: Removals, change: LockChange): readonly TextEdit[] {
  const { root } = lock;
  if (root.kind !== "map") return [];
  const isSingle = valueAt(root, "importers") === undefined;
  const alone = lock.importers[0];
  const own =
    isSingle && alone !== undefined
      ? sectionEdits(text, alone, root, removals, change.gone)
      : new Map<string, YamlEdits>();
  const editsOf = (member: YamlMember): YamlEdits =>
    own.get(member.key) ?? topEdits(text, lock, member, removals, change);
  const edits = editMembers(root, editsOf, (goes) => removeEntries(text, root, goes));
  return edits === "empty" ? [] : edits;
}

function topEdits(
  text: string,
  lock: PnpmLock,
  { key, value }: YamlMember,
  removals: Removals,
  change: LockChange,
): YamlEdits {
  if (key === "packageExtensionsChecksum") return change.extensionsGo ? "empty" : [];
  if (value.kind !== "map") return [];
  const remove = (goes: (member: YamlMember) => boolean) => removeEntries(text, value, goes);
  const { leaves, gone } = change;
  switch (key) {
    case "importers":
      return [...value.members.values()].flatMap((member) => importerEdits(text, lock, member, removals, gone));
    case "packages":
      if (lock.style === 9) return remove((member) => !isNeeded(lock, leaves, member.key));
      return withFlags(text, value, leaves, change);
    case "snapshots":
      return withFlags(text, value, leaves, change);
    case "catalogs":
      return catalogEdits(text, value, change);
    case "overrides":
      return remove((member) => isIdleOverride(member.key, scalarOf(member), gone));
    case "patchedDependencies":
      return remove((member) => isIdlePatch(member.key, gone));
    case "time":
      return timeEdits(text, lock, value, change);
    default:
      return [];
  }
}

function scalarOf({ value }: YamlMember): string {
  return value.kind === "scalar" ? value.text : "";
}

/** What several copies share stays until the last of them goes. */
function isNeeded({ packages }: PnpmLock, leaves: ReadonlySet<string>, factsKey: string): boolean {
  const copies = [...packages.values()].filter((copy) => copy.factsKey === factsKey);
  return copies.length === 0 || copies.some(({ key }) => !leaves.has(key));
}

function importerEdits(
  text: string,
  lock: PnpmLock,
  member: YamlMember,
  removals: Removals,
  gone: ReadonlySet<string>,
): readonly TextEdit[] {
  const importer = lock.importers.find(({ node }) => node === member.value);
  if (importer === undefined || member.value.kind !== "map") return [];
  const { value } = member;
  const own = sectionEdits(text, importer, value, removals, gone);
  const edits = editMembers(
    value,
    ({ key }) => own.get(key) ?? [],
    (goes) => removeEntries(text, value, goes),
  );
  return edits === "empty" ? [emptyMember(text, member)] : edits;
}

/** Edits of an importer's sections by their keys. Version 5 keeps "specifiers" even without one. */
function sectionEdits(
  text: string,
  { directory }: PnpmImporter,
  node: YamlMap,
  removals: Removals,
  gone: ReadonlySet<string>,
): Map<string, YamlEdits> {
  const names = removals.get(directory);
  const edits = new Map<string, YamlEdits>();
  const meta = node.members.get("dependenciesMeta")?.value;
  // It goes from every manifest with the last that has the name.
  if (meta?.kind === "map")
    edits.set(
      "dependenciesMeta",
      removeEntries(text, meta, ({ key }) => gone.has(key)),
    );
  if (names === undefined) return edits;
  for (const key of [...pnpmSections, "specifiers"]) {
    const member = node.members.get(key);
    if (member?.value.kind !== "map") continue;
    const own = removeEntries(text, member.value, (entry) => names.has(entry.key));
    edits.set(key, own === "empty" && key === "specifiers" ? [emptyMember(text, member)] : own);
  }
  return edits;
}

function withFlags(text: string, map: YamlMap, leaves: ReadonlySet<string>, { flags }: PnpmChange): YamlEdits {
  const isLeaving = (member: YamlMember) => leaves.has(member.key);
  const removed = removeEntries(text, map, isLeaving);
  if (removed === "empty") return removed;
  const changed = [...map.members.values()].filter((member) => !isLeaving(member));
  const set = changed.flatMap((member) => {
    const change = flags.get(member.key);
    return change === undefined ? [] : flagEdits(text, member, change.was, change.is);
  });
  return [...set, ...removed];
}

/** Flags stand last in an entry; version 9 knows `optional` alone. */
function flagEdits(text: string, member: YamlMember, was: PnpmFlags, is: PnpmFlags): readonly TextEdit[] {
  const { value } = member;
  if (value.kind !== "map") return [];
  const knowsDev = value.members.has("resolution");
  const indent = `${text.includes("\r\n") ? "\r\n" : "\n"}${" ".repeat(member.start - lineStart(text, member.start) + 2)}`;
  const goes = (key: string) =>
    (key === "dev" && was.dev !== is.dev && knowsDev) || (key === "optional" && was.optional && !is.optional);
  const added = [
    ...(knowsDev && was.dev !== is.dev && is.dev !== undefined ? [`${indent}dev: ${is.dev}`] : []),
    ...(is.optional && !was.optional ? [`${indent}optional: true`] : []),
  ];
  const members = [...value.members.values()];
  const stays = members.filter(({ key }) => !goes(key));
  if (stays.length === 0) {
    const start = value.flow ? value.start - 1 : value.start;
    if (added.length === 0) return members.length === 0 ? [] : [emptyMember(text, member)];
    return [
      {
        start: value.flow ? start : lineStart(text, start) - indent.indexOf(" "),
        end: value.end,
        text: added.join(""),
      },
    ];
  }
  const removed = removeEntries(text, value, ({ key }) => goes(key));
  // `dev` goes before an `optional` that stays.
  const before = added.length > 0 && stays.at(-1)?.key === "optional" ? stays.at(-2) : stays.at(-1);
  const at = before?.end ?? value.end;
  const insert = added.length === 0 ? [] : [{ start: at, end: at, text: added.join("") }];
  return [...insert, ...(removed === "empty" ? [] : removed)];
}

function catalogEdits(text: string, catalogs: YamlMap, { removed, kept }: PnpmChange): YamlEdits {
  const asked = (needs: PnpmChange["kept"], catalog: string, name: string) =>
    needs.some((need) => need.name === name && catalogOf(need.specifier ?? "") === catalog);
  const editsOf = ({ key: catalog, value }: YamlMember): YamlEdits => {
    if (value.kind !== "map") return [];
    return removeEntries(text, value, ({ key }) => asked(removed, catalog, key) && !asked(kept, catalog, key));
  };
  return editMembers(catalogs, editsOf, (goes) => removeEntries(text, catalogs, goes));
}

/** When direct dependencies were published, where they are resolved by that. */
function timeEdits(text: string, lock: PnpmLock, time: YamlMap, { removed, kept }: PnpmChange): YamlEdits {
  const bare = (need: { readonly name: string; readonly ref: string }) =>
    lock.packages.get(keyOfRef(need.name, need.ref, lock.style) ?? "")?.factsKey.replace(/\(.*$/, "");
  const stay = new Set(kept.map(bare));
  const go = new Set(removed.map(bare));
  return removeEntries(text, time, ({ key }) => go.has(key) && !stay.has(key));
}
