/** Whether code that is not the project's keeps a copy of a package. */
import { freedTogether } from "../../project/dominators.ts";
import type { Disk, Project } from "../../project/project.ts";
import { isRecord, readManifestIn } from "./manifest.ts";

/**
 * True when several workspaces list a package, or another package needs it. Where no lockfile says what needs what, the
 * manifests of what is installed do.
 */
export function hasTwin(project: Project, name: string): boolean {
  const { graph: reading, manifests, disk } = project;
  const lists = manifests.filter(({ dependencies }) => dependencies.some((one) => one.name === name));
  if (lists.length > 1) return true;
  if (reading.known) return staysElsewhere(project, name, name);
  return installedIn(disk).some((one) => one !== name && needs(disk, one, name));
}

/** True when a package called `own` is left once no manifest lists `name`, by which it is listed. */
export function staysElsewhere({ graph: reading }: Project, own: string, name: string): boolean {
  if (!reading.known) return true;
  const freed = new Set(freedTogether(reading.graph, (entry) => entry === name));
  return [...reading.graph.nodes.values()].some((other) => other.name === own && !freed.has(other.id));
}

function installedIn(disk: Disk): readonly string[] {
  return disk
    .list("node_modules")
    .flatMap((entry) =>
      entry.startsWith("@") ? disk.list(`node_modules/${entry}`).map((one) => `${entry}/${one}`) : [entry],
    );
}

function needs(disk: Disk, one: string, name: string): boolean {
  const manifest = readManifestIn(disk, `node_modules/${one}`);
  return ["dependencies", "optionalDependencies", "peerDependencies"].some((kind) => {
    const listed = manifest?.json[kind];
    return isRecord(listed) && name in listed;
  });
}
