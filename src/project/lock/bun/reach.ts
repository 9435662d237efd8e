/** Which places of a bun.lock the workspaces lead to. */
import { needsOf } from "../needs.ts";
import { needsOfFacts, placeOf, stepsOf, stepsOfWorkspace, type BunLock } from "./lock.ts";

/** Keys that some workspace needs, without the entries that leave. The workspaces themselves are needed by the root. */
export function reachedPlaces(lock: BunLock, leaves: (directory: string, name: string) => boolean): Set<string> {
  const found = new Set<string>();
  const waiting: string[] = [];
  const visit = (steps: readonly string[], name: string) => {
    const key = placeOf(lock, steps, name);
    if (key === undefined || found.has(key)) return;
    found.add(key);
    waiting.push(key);
  };
  for (const [key, { resolution }] of lock.places) if (/^(?:workspace|root):/.test(resolution)) found.add(key);
  for (const [directory, copy] of lock.workspaces) {
    const optional = new Set(
      needsOfFacts(copy)
        .filter((need) => need.optionalPeer)
        .map(({ name }) => name),
    );
    for (const { name, kind } of needsOf(copy, true)) {
      if (leaves(directory, name) || (kind === "peer" && optional.has(name))) continue;
      visit(stepsOfWorkspace(lock, directory), name);
    }
  }
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    for (const { name, optionalPeer } of lock.places.get(key)?.needs ?? [])
      if (!optionalPeer) visit(stepsOf(key), name);
  }
  return found;
}
