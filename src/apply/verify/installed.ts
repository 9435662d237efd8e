/** Where the packages that go are installed: what a verification moves aside, and what it could not. */
import type { Manifest, Project } from "../../project/project.ts";
import type { Plan } from "../../rewrite/plan.ts";
import type { Prepared } from "../prepare.ts";

/**
 * Directories of installed packages that leave with what was prepared. Where the tree is unknown (pnpm's), the links that
 * a workspace has for its own dependencies are.
 */
export function listLeaving(project: Project, prepared: Prepared): readonly string[] {
  const links = placesOf(project, prepared.plan).filter((path) => isLink(project, path));
  return [...new Set([...prepared.leaving, ...links])];
}

/** Names of removed packages that can still be imported although some directories are moved aside. */
export function listInstalled(project: Project, prepared: Prepared, hidden: readonly string[]): readonly string[] {
  const shared = prepared.plan.removals.map(({ name }) => `node_modules/${name}`);
  const places = [...placesOf(project, prepared.plan), ...shared];
  const left = places.filter((path) => !hidden.includes(path) && project.disk.exists(path));
  return [...new Set(left.map((path) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length)))];
}

function placesOf(project: Project, plan: Plan): readonly string[] {
  return plan.removals.flatMap(({ manifest: path, name }) => {
    const manifest = project.manifests.find((candidate) => candidate.path === path);
    return manifest === undefined ? [] : [placeOf(manifest, name)];
  });
}

function placeOf({ directory }: Manifest, name: string): string {
  return `${directory === "" ? "" : `${directory}/`}node_modules/${name}`;
}

/** Only an install that links keeps for each workspace what it declares, and nothing else. */
function isLink({ disk }: Project, path: string): boolean {
  const parent = path.slice(0, path.lastIndexOf("/"));
  return disk.exists(path) && disk.realpath(path) !== `${disk.realpath(parent)}/${path.slice(parent.length + 1)}`;
}
