/** What removing dependencies does to the packages of a pnpm-lock.yaml. */
import { keyOfRef } from "../../../project/lock/pnpm/key.ts";
import type { PnpmImporter, PnpmLock, PnpmNeed, PnpmPackage } from "../../../project/lock/pnpm/lock.ts";
import { membersAt } from "../../../project/yaml/node.ts";
import type { Removals } from "../editor.ts";

/** Who needs a copy: only development, only production (false) or both (undefined), and whether only optionally. */
export interface PnpmFlags {
  readonly dev: boolean | undefined;
  readonly optional: boolean;
}

export interface PnpmChange {
  /** Keys that nothing reaches any more and something did. */
  readonly leaves: ReadonlySet<string>;
  /** What becomes of the flags of what stays. */
  readonly flags: ReadonlyMap<string, { readonly was: PnpmFlags; readonly is: PnpmFlags }>;
  /** Needs of importers that go. */
  readonly removed: readonly PnpmNeed[];
  /** Needs of importers that stay. */
  readonly kept: readonly PnpmNeed[];
  /** Names that what stays has or asks for, peers included. */
  readonly names: ReadonlySet<string>;
  /** Names that went for good, and "name@version" of the versions that did. */
  readonly gone: ReadonlySet<string>;
}

export function compareLocks(lock: PnpmLock, removals: Removals): PnpmChange {
  const goes = ({ directory }: PnpmImporter, { name }: PnpmNeed) => removals.get(directory)?.has(name) === true;
  const before = flagsOf(lock, () => false);
  const after = flagsOf(lock, goes);
  const leaves = new Set([...before.keys()].filter((key) => !after.has(key)));
  const flags = new Map<string, { was: PnpmFlags; is: PnpmFlags }>();
  for (const [key, is] of after) {
    const was = before.get(key);
    if (was !== undefined && (was.dev !== is.dev || was.optional !== is.optional)) flags.set(key, { was, is });
  }
  const removed = lock.importers.flatMap((importer) => importer.needs.filter((need) => goes(importer, need)));
  const kept = lock.importers.flatMap((importer) => importer.needs.filter((need) => !goes(importer, need)));
  const stays = [...lock.packages.values()].filter(({ key }) => !leaves.has(key));
  const names = new Set([...kept.map(({ name }) => name), ...stays.flatMap(namesOf)]);
  const left = [...removed, ...[...leaves].flatMap((key) => lock.packages.get(key) ?? [])].map(({ name }) => name);
  const versions = new Set(stays.map(identOf));
  const went = [...leaves].flatMap((key) => lock.packages.get(key) ?? []).map(identOf);
  const gone = [...left.filter((name) => !names.has(name)), ...went.filter((ident) => !versions.has(ident))];
  return { leaves, flags, removed, kept, names, gone: new Set(gone) };
}

function identOf({ name, version }: PnpmPackage): string {
  return `${name}@${version}`;
}

/** An override of a name holds for what asks for it, so what is asked for counts like what is there. */
function namesOf({ name, needs, facts }: PnpmPackage): string[] {
  const peers = ["peerDependencies", "peerDependenciesMeta"].flatMap((key) => membersAt(facts, key));
  return [name, ...needs.map((need) => need.name), ...peers.map(({ key }) => key)];
}

/** Flags of every copy that an importer's need leads to. */
function flagsOf(
  { importers, packages, style }: PnpmLock,
  goes: (importer: PnpmImporter, need: PnpmNeed) => boolean,
): Map<string, PnpmFlags> {
  const needs = importers.flatMap((importer) => importer.needs.filter((need) => !goes(importer, need)));
  const reach = (from: readonly PnpmNeed[], follows: (need: PnpmNeed) => boolean): Set<string> => {
    const found = new Set<string>();
    const waiting = from.filter(follows);
    for (let need = waiting.pop(); need !== undefined; need = waiting.pop()) {
      const key = keyOfRef(need.name, need.ref, style);
      const next = key === undefined || found.has(key) ? undefined : packages.get(key);
      if (next === undefined) continue;
      found.add(next.key);
      waiting.push(...next.needs.filter(follows));
    }
    return found;
  };
  const isDev = ({ section }: PnpmNeed) => section === "devDependencies";
  const dev = reach(needs.filter(isDev), () => true);
  const prod = reach(
    needs.filter((need) => !isDev(need)),
    () => true,
  );
  const required = reach(needs, ({ section }) => section !== "optionalDependencies");
  return new Map(
    [...dev, ...prod].map((key) => [
      key,
      { dev: dev.has(key) === prod.has(key) ? undefined : dev.has(key), optional: !required.has(key) },
    ]),
  );
}
