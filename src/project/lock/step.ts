/** Whether a lockfile is in step with the manifests. */
import satisfies from "semver/functions/satisfies.js";
import valid from "semver/functions/valid.js";
import validRange from "semver/ranges/valid.js";
import type { EdgeKind, PackageGraph } from "../graph.ts";
import { isRecord, type RawManifest } from "../manifest.ts";
import type { LockNeed } from "./entry.ts";
import { needsOf } from "./needs.ts";

const sectionNames: Record<EdgeKind, string> = {
  prod: "dependencies",
  dev: "devDependencies",
  peer: "peerDependencies",
  optional: "optionalDependencies",
};

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

/**
 * Needs of a manifest that the graph does not answer: nothing is there, or a version out of range. An optional or peer
 * dependency may be absent. Overrides of the root may force any version.
 */
export function unanswered(manifest: RawManifest, graph: PackageGraph, overridden: boolean): string[] {
  const found: string[] = [];
  for (const { name, kind, range, to } of graph.edges.get(manifest.directory) ?? []) {
    const node = to === undefined ? undefined : graph.nodes.get(to);
    if (node === undefined) {
      if (kind === "prod" || kind === "dev")
        found.push(`it lacks "${name}" of ${sectionNames[kind]} in ${manifest.path}`);
      continue;
    }
    const bare = range.replace(/^npm:(?:@[^@]*|[^@]+)@/, "");
    if (overridden || kind === "peer" || validRange(bare) === null || valid(node.version) === null) continue;
    if (!satisfies(node.version ?? "", bare, { includePrerelease: true })) {
      found.push(`it has "${name}" ${node.version} where ${manifest.path} asks for ${range}`);
    }
  }
  return found;
}

function needsByKey(needs: readonly LockNeed[]): Map<string, LockNeed> {
  return new Map(needs.map((need) => [`${need.kind} ${need.name}`, need]));
}
