/** Whether a yarn.lock is in step with the manifests. */
import type { RawManifest } from "../../manifest.ts";
import { needsOf } from "../needs.ts";
import { sectionNames } from "../step.ts";
import { withProtocol } from "./resolve-berry.ts";
import { askerOfManifest, type YarnTree } from "./tree.ts";

/** Where the lockfile and the manifests disagree, each as the end of a sentence. */
export function differencesOf(tree: YarnTree, manifests: readonly RawManifest[]): string[] {
  const found = manifests.flatMap((manifest) => {
    const differing = tree.lock.dialect === "berry" ? differencesOfCopy(tree, manifest) : [];
    return differing.length > 0 ? differing : lacking(tree, manifest);
  });
  const directories = new Set(manifests.map(({ directory }) => directory));
  for (const { workspace, id } of tree.lock.entries) {
    if (workspace !== undefined && !directories.has(workspace)) found.push(`it has "${id}", which is gone`);
  }
  return found;
}

/** What a manifest asks for and nothing answers. An optional dependency may be absent where yarn 1 could not get it. */
function lacking(tree: YarnTree, manifest: RawManifest): string[] {
  return needsOf(manifest.json, true).flatMap((need) => {
    if (need.kind === "peer" || need.kind === "optional") return [];
    if (tree.resolve(askerOfManifest(tree.lock, manifest), need).kind !== "none") return [];
    return [`it lacks "${need.name}" ${need.range} of ${sectionNames[need.kind]} in ${manifest.path}`];
  });
}

/** Berry keeps a copy of what each workspace asks for; development and production in one list. */
function differencesOfCopy({ lock }: YarnTree, manifest: RawManifest): string[] {
  const entry = lock.entries.find(({ workspace }) => workspace === manifest.directory);
  if (entry === undefined) return [`it does not know ${manifest.path}`];
  const wanted = new Map<string, { readonly name: string; readonly range: string; readonly section: string }>();
  for (const { name, range, kind } of needsOf(manifest.json, true)) {
    const isPeer = kind === "peer";
    const section = sectionNames[kind];
    wanted.set(`${isPeer} ${name}`, { name, range: isPeer ? range : withProtocol(range), section });
  }
  const locked = new Map(
    entry.needs.map(({ name, range, kind }) => [
      `${kind === "peer"} ${name}`,
      { name, range: kind === "peer" ? range : withProtocol(range) },
    ]),
  );
  const found: string[] = [];
  for (const [key, { name, range, section }] of wanted) {
    const there = locked.get(key);
    if (there === undefined) found.push(`it lacks "${name}" of ${section} in ${manifest.path}`);
    else if (there.range !== range)
      found.push(`it has "${name}" as ${there.range} where ${manifest.path} has ${range}`);
  }
  for (const [key, { name }] of locked) {
    if (!wanted.has(key)) found.push(`it has "${name}", which ${manifest.path} lacks`);
  }
  return found;
}
