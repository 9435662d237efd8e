import satisfies from "semver/functions/satisfies.js";
import type { RawManifest } from "../../manifest.ts";
import type { YarnLock } from "./lock.ts";
import type { Resolution } from "./resolutions.ts";
import type { Asker, Resolve } from "./resolve.ts";

/**
 * Yarn 1 looks for what was asked for, word for word; a resolution only changed what stands there. A workspace answers
 * to its name when its version fits the range.
 */
export function classicResolver(
  lock: YarnLock,
  manifests: readonly RawManifest[],
  resolutions: readonly Resolution[],
): Resolve {
  const workspaces = new Map(manifests.filter(({ directory }) => directory !== "").map((one) => [one.name, one]));
  return (asker, { name, range }) => {
    const workspace = workspaces.get(name);
    if (workspace !== undefined && isAnsweredBy(workspace, range)) {
      return { kind: "workspace", directory: workspace.directory, descriptors: [] };
    }
    const written = [`${name}@${range}`, range === "" ? name : `${name}@${range.trim()}`];
    const found = written.find((key) => lock.byDescriptor.has(key));
    const entry = lock.byDescriptor.get(found ?? "");
    if (found === undefined || entry === undefined) return { kind: "none" };
    // What a resolution puts in place stands in the lockfile under its own descriptor as well.
    const forced = resolutions
      .filter((resolution) => resolution.asked.name === name && mayPass(resolution, asker))
      .map((resolution) => `${name}@${resolution.range}`)
      .filter((key) => key !== found && lock.byDescriptor.get(key) === entry);
    return { kind: "entry", entry, descriptors: [found, ...forced] };
  };
}

/** The way above the last parent is not followed: one that may be passed keeps what it forces. */
function mayPass({ parents }: Resolution, asker: Asker): boolean {
  const last = parents.at(-1);
  return last === undefined || last.name === asker.name;
}

function isAnsweredBy({ json }: RawManifest, range: string): boolean {
  return typeof json["version"] === "string" && satisfies(json["version"], range, { includePrerelease: false });
}
