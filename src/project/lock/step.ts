/** Whether a lockfile is in step with the manifests. */
import type { EdgeKind, PackageEdge } from "../graph.ts";
import type { RawManifest } from "../manifest.ts";
import { isOutside } from "./ranges.ts";

/** What each kind of need is called in a manifest. */
export const sectionNames: Record<EdgeKind, string> = {
  prod: "dependencies",
  dev: "devDependencies",
  peer: "peerDependencies",
  optional: "optionalDependencies",
};

/**
 * Needs of a manifest that its edges do not answer: nothing is there, or a version out of range. An optional or peer
 * dependency may be absent. Overrides of the root (`overridden`) may force any version. `versions` has that of each id,
 * undefined for a directory.
 */
export function unanswered(
  manifest: RawManifest,
  edges: readonly PackageEdge[],
  versions: ReadonlyMap<string, string | undefined>,
  overridden: boolean,
): string[] {
  const found: string[] = [];
  for (const { name, kind, range, to } of edges) {
    if (to === undefined || !versions.has(to)) {
      if (kind === "prod" || kind === "dev")
        found.push(`it lacks "${name}" of ${sectionNames[kind]} in ${manifest.path}`);
      continue;
    }
    const version = versions.get(to);
    const bare = range.replace(/^npm:(?:@[^@]*|[^@]+)@/, "");
    if (overridden || kind === "peer") continue;
    if (isOutside(version, bare)) {
      found.push(`it has "${name}" ${version} where ${manifest.path} asks for ${range}`);
    }
  }
  return found;
}
