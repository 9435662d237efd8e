/** Brings a pnpm-lock.yaml in step with manifests that lost dependencies, without network. */
import { ShrinkdepsError } from "../../../errors.ts";
import { keyOfRef } from "../../../project/lock/pnpm/key.ts";
import { readPnpmLock, type PnpmLock } from "../../../project/lock/pnpm/lock.ts";
import { pnpmWorkspaceFile } from "../../../project/lock/pnpm/settings.ts";
import { applyEdits } from "../../json-edits.ts";
import type { LockfileContext, LockfileResult, Removals } from "../editor.ts";
import { compareLocks, type PnpmChange } from "./change.ts";
import { lockEdits } from "./edits.ts";
import { idleExtensions, notesOfSettings, removeFromPnpmSettings } from "./settings.ts";

/**
 * The lockfile without what only the removed dependencies needed, and with the flags of what stays as pnpm would write
 * them. Entries that nothing needed before either are left alone. Throws `lockfile` for what is no lockfile of a known
 * version.
 */
export function removeFromPnpmLockfile(text: string, removals: Removals, context: LockfileContext): LockfileResult {
  const lock = readPnpmLock(text);
  if ("kind" in lock) {
    const { message, line } = lock;
    const hint = "run pnpm install; nothing was changed";
    throw new ShrinkdepsError("lockfile", message, { path: context.path, ...(line !== undefined && { line }), hint });
  }
  const unknown = [...removals.keys()].find((at) => !lock.importers.some(({ directory }) => directory === at));
  if (unknown !== undefined) {
    const hint = "run pnpm install; nothing was changed";
    const message = `it does not know ${unknown === "" ? "package.json" : `${unknown}/package.json`}`;
    throw new ShrinkdepsError("lockfile", message, { path: context.path, hint });
  }
  const change = compareLocks(lock, removals);
  const gone = [...change.leaves].flatMap((key) => lock.packages.get(key) ?? []);
  const written = context.read(pnpmWorkspaceFile);
  const rootManifest = context.manifests.get("") ?? "{}";
  const { isAll } = idleExtensions(written, change, rootManifest);
  const settings = written === undefined ? undefined : removeFromPnpmSettings(written, change, context.manifests);
  return {
    text: applyEdits(text, lockEdits(text, lock, removals, { ...change, extensionsGo: isAll })),
    freed: [...new Set(gone.map(({ name, version }) => `${name}@${version}`))]
      .filter((one) => change.gone.has(one))
      .sort(),
    directories: [],
    names: change.names,
    ...(written !== undefined &&
      settings !== written && {
        settings: [{ path: pnpmWorkspaceFile, before: written, after: settings ?? written }],
      }),
    notes: [...peerNotes(lock, change), ...notesOfSettings(written, change, rootManifest)],
  };
}

/** What went from the manifests and stays because something took it for its peer. */
function peerNotes({ packages, style }: PnpmLock, { removed, leaves, kept }: PnpmChange): string[] {
  const direct = new Set(kept.map(({ name, ref }) => keyOfRef(name, ref, style)));
  return removed.flatMap(({ name, ref }) => {
    const key = keyOfRef(name, ref, style);
    if (key === undefined || leaves.has(key) || direct.has(key)) return [];
    const users = [...packages.values()].filter(
      (one) =>
        one.peers !== undefined &&
        !leaves.has(one.key) &&
        one.needs.some((need) => keyOfRef(need.name, need.ref, style) === key),
    );
    const [user] = users;
    if (user === undefined) return [];
    return [`${name} stays in pnpm-lock.yaml as a peer of ${user.name}: \`pnpm install\` tells whether it has to`];
  });
}
