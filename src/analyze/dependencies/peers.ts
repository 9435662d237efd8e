import { readInstalledManifest } from "../installed/manifest.ts";
import type { Context } from "./context.ts";

/**
 * Why a package may be a peer that nobody can know of: neither the tree nor what is installed tells what another
 * dependency asks for. Of types nothing is a peer.
 */
export function unknownAsker({ project }: Context, name: string, workspace: string): string | undefined {
  if (name.startsWith("@types/") || tellsPeers(project.graph)) return undefined;
  const manifest = project.manifests.find(({ directory }) => directory === workspace);
  const asker = manifest?.dependencies.find(
    (other) =>
      other.name !== name &&
      other.kind !== "peer" &&
      !other.name.startsWith("@types/") &&
      readInstalledManifest(project.disk, other.name, workspace) === undefined,
  );
  return asker === undefined ? undefined : `${asker.name} is not installed, and may ask for it as a peer`;
}

/** A yarn.lock of yarn 1 and a deno.lock say nothing of peers; all others do. */
function tellsPeers(reading: Context["project"]["graph"]): boolean {
  if (!reading.known) return false;
  const { manager, edges } = reading.graph;
  if (manager === "deno") return false;
  return manager !== "yarn" || [...edges.values()].some((own) => own.some(({ kind }) => kind === "peer"));
}
