import { posix } from "node:path";
import { isInside } from "../ranges.ts";
import type { RawManifest } from "../../manifest.ts";
import type { YarnLock } from "./lock.ts";
import type { Resolve } from "./resolve.ts";

/**
 * Yarn 1 looks for what was asked for, word for word; a resolution only changed what stands there. A workspace answers
 * to its name when its version fits the range.
 */
export function classicResolver(lock: YarnLock, manifests: readonly RawManifest[]): Resolve {
  const workspaces = new Map(manifests.filter(({ directory }) => directory !== "").map((one) => [one.name, one]));
  return ({ reference }, { name, range }) => {
    const workspace = workspaces.get(name);
    if (workspace !== undefined && isAnsweredBy(workspace, range)) {
      return { kind: "workspace", directory: workspace.directory, descriptors: [] };
    }
    const asked = `${name}@${range}`;
    const plain = lock.byDescriptor.get(asked);
    if (plain !== undefined) return { kind: "entry", entry: plain, descriptors: [asked] };
    const bare = range === "" ? name : `${name}@${range.trim()}`;
    const found = [bare, fromRoot(name, range, reference)].find((one) => lock.byDescriptor.has(one));
    const entry = lock.byDescriptor.get(found ?? bare);
    return entry === undefined ? { kind: "none" } : { kind: "entry", entry, descriptors: [found ?? bare] };
  };
}

/** A directory or tarball that a workspace asks for stands in the lockfile by its path from the root. */
function fromRoot(name: string, range: string, asker: string): string {
  const directory = /^workspace:(.*)$/.exec(asker)?.[1] ?? "";
  const [, protocol, path] = /^(file:|link:)(.*)$/.exec(range) ?? [];
  return protocol === undefined ? `${name}@${range}` : `${name}@${protocol}${posix.join(directory, path ?? "")}`;
}

function isAnsweredBy({ json }: RawManifest, range: string): boolean {
  return typeof json["version"] === "string" && isInside(json["version"], range, { includePrerelease: false });
}
