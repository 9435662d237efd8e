/** Ranges become the versions of the lockfile, in manifests that nobody installs from a registry. */
import isExact from "semver/functions/valid.js";
import { placeOfEntry } from "../../project/place.ts";
import { isRecord } from "../../project/manifest.ts";
import type { DependencyKind, Manifest, Project } from "../../project/project.ts";
import type { Decision, Section } from "./fix.ts";
import type { NpmLockfile } from "./npm-lockfile.ts";

const sections: Partial<Record<DependencyKind, Section>> = {
  prod: "dependencies",
  dev: "devDependencies",
  optional: "optionalDependencies",
};

export function exactVersions(project: Project, lockfile: NpmLockfile | string): Decision[] {
  const overrides = project.manifests[0]?.json.overrides;
  const overridden = new Set(
    Object.keys(isRecord(overrides) ? overrides : {}).map((key) => key.replace(/(.)@.*$/, "$1")),
  );
  return project.manifests.filter(isApplication).flatMap((manifest) =>
    manifest.dependencies.flatMap((dependency): Decision[] => {
      const { name, range, kind } = dependency;
      const section = sections[kind];
      if (section === undefined || isExact(range) !== null || !isForRegistry(range)) return [];
      const { path, line } = placeOfEntry(manifest, name, kind) ?? { path: manifest.path, line: 1 };
      const found = lockedVersion(lockfile, manifest, name);
      const reason =
        "reason" in found
          ? found.reason
          : overridden.has(name)
            ? `overrides name ${name}, and npm wants both to say the same`
            : undefined;
      if (reason !== undefined || "reason" in found)
        return [{ left: { kind: "exact-version", path, line, subject: `${name}@${range}`, reason: reason ?? "" } }];
      const { version } = found;
      return [
        { fix: { kind: "exact-version", path, line, directory: manifest.directory, section, name, range, version } },
      ];
    }),
  );
}

/** What cannot be published: npm refuses `private`, and a manifest without name or version. */
function isApplication({ json }: Manifest): boolean {
  return json.private === true || typeof json.name !== "string" || typeof json.version !== "string";
}

/** A range or a tag; nothing with a protocol, an alias, a path or a repository. */
function isForRegistry(range: string): boolean {
  return !/[:/]/.test(range);
}

function lockedVersion(
  lockfile: NpmLockfile | string,
  { directory }: Manifest,
  name: string,
): { readonly version: string } | { readonly reason: string } {
  if (typeof lockfile === "string") return { reason: lockfile };
  const { graph, version, path } = lockfile;
  if (version === 2 && directory !== "")
    return {
      reason: `${path} is of version 2, which says a workspace's ranges twice: run \`npm install\` with npm 7 or later`,
    };
  const importer = graph.importers.get(directory);
  const edge = graph.edges.get(importer ?? "")?.find((one) => one.name === name && one.kind !== "peer");
  const node = edge?.to === undefined ? undefined : graph.nodes.get(edge.to);
  if (node?.version === undefined) return { reason: `${path} does not hold it` };
  if (node.importer || node.source !== "registry" || node.name !== name)
    return { reason: "it comes from elsewhere than a registry" };
  return isExact(node.version) === null
    ? { reason: `${JSON.stringify(node.version)} is no version` }
    : { version: node.version };
}
