/** Takes out of a pnpm-workspace.yaml what nothing uses any more. */
import { parseJson } from "../../../project/json.ts";
import { isRecord, stringEntries } from "../../../project/manifest.ts";
import {
  catalogOf,
  isIdleOverride,
  isIdlePatch,
  parsePnpmSettings,
  selectedName,
} from "../../../project/lock/pnpm/settings.ts";
import { membersAt, type YamlMap, type YamlMember } from "../../../project/yaml/node.ts";
import { applyEdits } from "../../json-edits.ts";
import { editMembers, removeLines, type YamlEdits } from "../../yaml-edits.ts";
import type { PnpmChange } from "./change.ts";

/**
 * The text without catalog entries that only the removed dependencies named, and without overrides and patches of what is
 * gone for good. A section left empty goes. `manifests` are the texts before the removal.
 */
export function removeFromPnpmSettings(
  text: string,
  change: PnpmChange,
  manifests: ReadonlyMap<string, string>,
): string {
  const settings = parsePnpmSettings(text);
  if (settings.kind !== "read" || settings.root.kind !== "map") return text;
  const { root } = settings;
  const others = otherAskers(root, manifests);
  const isIdle = (catalog: string, name: string) =>
    asks(change.removed, catalog, name) && !asks(change.kept, catalog, name) && !others.has(`${catalog}\n${name}`);
  const editsOf = ({ key, value }: YamlMember): YamlEdits => {
    if (value.kind !== "map") return [];
    const remove = (goes: (member: YamlMember) => boolean) => removeLines(text, value, goes);
    if (key === "catalog") return remove((member) => isIdle("default", member.key));
    if (key === "catalogs") return editMembers(value, (member) => catalogEdits(text, member, isIdle), remove);
    if (key === "overrides") return remove((member) => isIdleOverride(member.key, scalarOf(member), change.gone));
    if (key === "packageExtensions") return isEveryIdle(value, change.gone) ? "empty" : [];
    return key === "patchedDependencies" ? remove((member) => isIdlePatch(member.key, change.gone)) : [];
  };
  const edits = editMembers(root, editsOf, (goes) => removeLines(text, root, goes));
  // A workspace file with nothing in it is not the same as none.
  return edits === "empty" ? text : applyEdits(text, edits);
}

function isEveryIdle({ members }: YamlMap, gone: ReadonlySet<string>): boolean {
  return members.size > 0 && [...members.keys()].every((selector) => gone.has(selectedName(selector)));
}

function catalogEdits(
  text: string,
  { key: catalog, value }: YamlMember,
  isIdle: (catalog: string, name: string) => boolean,
): YamlEdits {
  return value.kind === "map" ? removeLines(text, value, ({ key }) => isIdle(catalog, key)) : [];
}

function asks(needs: PnpmChange["kept"], catalog: string, name: string): boolean {
  return needs.some((need) => need.name === name && catalogOf(need.specifier ?? "") === catalog);
}

/** Catalog entries that overrides name, and manifests in sections that no lockfile repeats (peers). */
function otherAskers(root: YamlMap, manifests: ReadonlyMap<string, string>): Set<string> {
  const asked = new Set<string>();
  const add = (name: string, range: string) => {
    const catalog = catalogOf(range);
    if (catalog !== undefined) asked.add(`${catalog}\n${name}`);
  };
  for (const member of membersAt(root, "overrides")) add(selectedName(member.key), scalarOf(member));
  for (const text of manifests.values()) {
    const reading = parseJson(text);
    const json = "value" in reading && isRecord(reading.value) ? reading.value : {};
    for (const [name, range] of [...stringEntries(pnpmFieldOf(text).overrides), ...stringEntries(json.resolutions)])
      add(selectedName(name), range);
    for (const [name, range] of stringEntries(json.peerDependencies)) add(name, range);
  }
  return asked;
}

function scalarOf({ value }: YamlMember): string {
  return value.kind === "scalar" ? value.text : "";
}

/** Selectors of package extensions, from both places they stand in. */
function extensionsOf(text: string | undefined, rootManifest: string): readonly string[] {
  const settings = text === undefined ? undefined : parsePnpmSettings(text);
  const { packageExtensions } = pnpmFieldOf(rootManifest);
  return [
    ...membersAt(settings?.kind === "read" ? settings.root : undefined, "packageExtensions").map(({ key }) => key),
    ...(isRecord(packageExtensions) ? Object.keys(packageExtensions) : []),
  ];
}

function pnpmFieldOf(manifest: string): Readonly<Record<string, unknown>> {
  const reading = parseJson(manifest);
  const json = "value" in reading && isRecord(reading.value) ? reading.value : {};
  return isRecord(json.pnpm) ? json.pnpm : {};
}

/** Extensions without a user. The lockfile holds a checksum of all, so one can go only when none is left. */
export function idleExtensions(
  text: string | undefined,
  { gone }: PnpmChange,
  rootManifest: string,
): { readonly idle: readonly string[]; readonly isAll: boolean } {
  const all = extensionsOf(text, rootManifest);
  const idle = all.filter((selector) => gone.has(selectedName(selector)));
  return { idle, isAll: all.length > 0 && idle.length === all.length };
}

/** What goes without a user and stays all the same, and patches to delete. */
export function notesOfSettings(text: string | undefined, change: PnpmChange, rootManifest: string): string[] {
  const settings = text === undefined ? undefined : parsePnpmSettings(text);
  const patched = [
    ...membersAt(settings?.kind === "read" ? settings.root : undefined, "patchedDependencies").map(
      (member) => [member.key, scalarOf(member)] as const,
    ),
    ...stringEntries(pnpmFieldOf(rootManifest).patchedDependencies),
  ];
  const { idle, isAll } = idleExtensions(text, change, rootManifest);
  return [
    ...(isAll ? [] : idle).map(
      (selector) => `packageExtensions of "${selector}" has no user any more: take it out and run \`pnpm install\``,
    ),
    ...patched
      .filter(([key]) => isIdlePatch(key, change.gone))
      .map(([, path]) => `the patch ${path} has no user any more: delete it`),
  ];
}
