import { readInstalledManifest } from "../installed/manifest.ts";
import { tellsPeers } from "../tools/peers.ts";
import type { Context } from "./context.ts";

/**
 * Why a package may be a peer that nobody can know of: neither the tree nor what is installed tells what another
 * dependency asks for. Of types nothing is a peer.
 */
export function unknownAsker({ project }: Context, name: string, workspace: string): string | undefined {
  if (name.startsWith("@types/") || (project.graph.known && tellsPeers(project.graph.graph))) return undefined;
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
