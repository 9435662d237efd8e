/** Whether a manifest's copy in a lockfile of npm is in step with it. */
import { isRecord, type RawManifest } from "../../manifest.ts";
import { needsOf, type Need } from "../needs.ts";
import { sectionNames } from "../step.ts";

/** Differences between a manifest and its copy in a lockfile of version 2 or 3, each as a sentence's end. */
export function differences(manifest: RawManifest, copy: unknown): string[] {
  if (!isRecord(copy)) return [`it does not know ${manifest.path}`];
  const wanted = needsByKey(needsOf(manifest.json, true));
  const locked = needsByKey(needsOf(copy, true));
  const found: string[] = [];
  for (const [key, need] of wanted) {
    const there = locked.get(key);
    if (there === undefined) found.push(`it lacks "${need.name}" of ${sectionNames[need.kind]} in ${manifest.path}`);
    else if (there.range.trim() !== need.range.trim()) {
      found.push(`it has "${need.name}" as ${there.range} where ${manifest.path} has ${need.range}`);
    }
  }
  for (const [key, need] of locked) {
    if (!wanted.has(key))
      found.push(`it has "${need.name}", which ${sectionNames[need.kind]} in ${manifest.path} lacks`);
  }
  return found;
}

function needsByKey(needs: readonly Need[]): Map<string, Need> {
  return new Map(needs.map((need) => [`${need.kind} ${need.name}`, need]));
}
