/** Brings a yarn.lock, of yarn 1 or later, in step with manifests that lost dependencies, without network. */
import { ShrinkdepsError } from "../../../errors.ts";
import { parseJson } from "../../../project/json.ts";
import { parseDescriptor } from "../../../project/lock/yarn/descriptor.ts";
import type { YarnEntry } from "../../../project/lock/yarn/lock.ts";
import { readYarnLock } from "../../../project/lock/yarn/read.ts";
import { readYarnSettings } from "../../../project/lock/yarn/settings.ts";
import { reachedKeys, treeOf, type ForcedKey, type YarnTree } from "../../../project/lock/yarn/tree.ts";
import { dependencySections, isRecord, type RawManifest } from "../../../project/manifest.ts";
import { applyEdits } from "../../json-edits.ts";
import type { LockfileContext, LockfileResult, Removals } from "../editor.ts";
import { entryEdits } from "./edits.ts";
import { removeFromSettings } from "./settings.ts";

/**
 * The lockfile without what only the removed dependencies asked for; an entry that others still ask for loses the keys
 * nobody does. Keys that nothing explained before are left alone, with all they hold. Throws `lockfile` for what is no
 * yarn.lock of a known version.
 */
export function removeFromYarnLockfile(text: string, removals: Removals, context: LockfileContext): LockfileResult {
  const reading = readYarnLock(text);
  if (reading.kind !== "read") {
    const { message, line } = reading;
    const hint = "run yarn install; nothing was changed";
    throw new ShrinkdepsError("lockfile", message, { path: context.path, ...(line !== undefined && { line }), hint });
  }
  const { lock } = reading;
  const before = manifestsOf(context);
  const rc = lock.dialect === "berry" ? context.read(".yarnrc.yml") : undefined;
  const tree = treeOf(lock, before, readYarnSettings(rc ?? ""));
  const { leaving, gone, names, left } = departureOf(tree, before, removals);
  const after = before.map((manifest) => without(manifest, removals.get(manifest.directory), left));
  const settings = rc === undefined ? undefined : removeFromSettings(rc, after, left);
  return {
    text: applyEdits(text, entryEdits(text, lock, leaving, before, after)),
    freed: [...new Set(gone.map(({ name, version }) => `${name}@${version}`))].sort(),
    directories: [],
    names,
    ...(settings !== undefined &&
      settings !== rc && { settings: [{ path: ".yarnrc.yml", before: rc, after: settings }] }),
    notes: notesOf(tree, context, gone),
  };
}

interface Departure {
  /** Keys that nobody asks for any more. */
  readonly leaving: ReadonlySet<string>;
  /** Entries without a key left. */
  readonly gone: readonly YarnEntry[];
  /** Names that something in the lockfile, or a workspace, still has or is asked for by. */
  readonly names: ReadonlySet<string>;
  /** Names that went for good. */
  readonly left: ReadonlySet<string>;
}

/**
 * Yarn 1 keeps what a resolution of the root's manifest names, used or not; one that names what left goes from the
 * manifest (see `removeFromManifest`) and here. So those are taken out until all that are kept have a user.
 */
function departureOf(tree: YarnTree, before: readonly RawManifest[], removals: Removals): Departure {
  const after = before.map((manifest) => without(manifest, removals.get(manifest.directory), new Set()));
  const reached = reachedKeys(tree, before);
  for (let forced: readonly ForcedKey[] = []; ;) {
    const kept = reachedKeys(tree, after, forced);
    const departure = departureTo(tree, before, removals, reached, kept);
    const users = tree.forced.filter(({ resolution: { asked, parents } }) =>
      [asked, ...parents].every(({ name }) => !departure.left.has(name)),
    );
    if (users.length === forced.length) return departure;
    forced = users;
  }
}

function departureTo(
  { lock }: YarnTree,
  manifests: readonly RawManifest[],
  removals: Removals,
  before: ReadonlySet<string>,
  kept: ReadonlySet<string>,
): Departure {
  const leaving = new Set([...before].filter((key) => !kept.has(key)));
  const isGone = ({ descriptors }: YarnEntry) => descriptors.every((key) => leaving.has(key));
  const gone = lock.entries.filter(isGone);
  const keys = [...lock.byDescriptor.keys()].filter((key) => !leaving.has(key));
  const names = new Set<string>([
    ...lock.entries.filter((entry) => !isGone(entry)).map(({ name }) => name),
    ...keys.flatMap((key) => parseDescriptor(key)?.name ?? []),
    ...manifests.flatMap(({ name }) => name ?? []),
  ]);
  const went = [...gone.map(({ name }) => name), ...[...removals.values()].flatMap((removed) => [...removed])];
  return { leaving, gone, names, left: new Set(went.filter((name) => !names.has(name))) };
}

function notesOf({ unexplained }: YarnTree, context: LockfileContext, gone: readonly YarnEntry[]): string[] {
  const notes: string[] = [];
  if (gone.length > 0 && unexplained.length > 0) {
    const shown = `${unexplained.slice(0, 3).join(", ")}${unexplained.length > 3 ? ` and ${unexplained.length - 3} more` : ""}`;
    notes.push(
      `${context.path} keeps ${shown}, which nothing in it asks for: \`yarn install\` tells whether they stay`,
    );
  }
  for (const path of [".pnp.cjs", ".pnp.js"]) {
    if (context.read(path) === undefined) continue;
    notes.push(`${path} still resolves what went: run \`yarn install\` to write it anew`);
  }
  return notes;
}

function manifestsOf({ manifests, path: lockfile }: LockfileContext): RawManifest[] {
  return [...manifests].map(([directory, text]) => {
    const path = directory === "" ? "package.json" : `${directory}/package.json`;
    const reading = parseJson(text);
    if ("error" in reading || !isRecord(reading.value)) {
      throw new ShrinkdepsError("manifest", `it cannot be read, so ${lockfile} cannot be edited`, { path });
    }
    const json = reading.value;
    const name = typeof json["name"] === "string" ? json["name"] : undefined;
    return { path, directory, name, text, json, dependencies: [], scripts: {} };
  });
}

/** The manifest without what is removed from it, and without settings about packages that went, as its edit leaves it. */
function without(
  manifest: RawManifest,
  removed: ReadonlySet<string> | undefined,
  left: ReadonlySet<string>,
): RawManifest {
  const json = { ...manifest.json };
  const keep = (section: string, stays: (key: string) => boolean) => {
    const entries = json[section];
    if (isRecord(entries)) json[section] = Object.fromEntries(Object.entries(entries).filter(([key]) => stays(key)));
  };
  for (const [section] of dependencySections) keep(section, (name) => removed?.has(name) !== true);
  const isEdited = removed !== undefined || manifest.directory === "";
  if (isEdited) keep("dependenciesMeta", (key) => !left.has(parseDescriptor(key)?.name ?? key));
  return { ...manifest, json };
}
