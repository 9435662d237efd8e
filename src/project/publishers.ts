/** Who can publish what is in the tree, as far as files tell: scopes, and the owners of repositories. */
import type { PackageNode } from "./graph.ts";
import { installedManifest } from "./lock/installed.ts";
import { isRecord } from "./manifest.ts";
import type { Disk } from "./project.ts";

export type Publishers = { readonly publishers: ReadonlySet<string> } | { readonly unknown: string };

/**
 * Distinct publishers, as `publisherOf` tells them. Not the number of people. Unknown when a package without a scope is not
 * installed.
 */
export function publishersOf(packages: readonly PackageNode[], disk: Disk): Publishers {
  const publishers = new Set<string>();
  for (const node of packages) {
    const publisher = publisherOf(node, disk);
    if (publisher === undefined) {
      const { name, version } = node;
      return { unknown: `${name} ${version ?? ""} is not installed, so its publisher is unknown: install first` };
    }
    publishers.add(publisher);
  }
  return { publishers };
}

/**
 * "@babel" for a scope, "github.com/expressjs" for the owner of a repository, and the name of a package that names neither,
 * which can only be too many. Undefined when a package without a scope is not installed.
 */
export function publisherOf({ name, version, locations, optional }: PackageNode, disk: Disk): string | undefined {
  const scope = /^(@[^/]+)\//.exec(name)?.[1];
  if (scope !== undefined) return scope.toLowerCase();
  const manifest = locations.map((at) => installedManifest(disk, at, version)).find((json) => json !== undefined);
  // A package for another platform is absent on purpose.
  if (manifest === undefined && !optional) return undefined;
  return ownerOf(manifest?.repository) ?? name;
}

const shorthands: Readonly<Record<string, string>> = {
  github: "github.com",
  gitlab: "gitlab.com",
  bitbucket: "bitbucket.org",
};

/** "github.com/owner" for the `repository` of a manifest in any form npm takes; undefined for anything else. */
export function ownerOf(repository: unknown): string | undefined {
  const written = isRecord(repository) ? repository.url : repository;
  if (typeof written !== "string") return undefined;
  const text = written.trim();
  const short = /^(?:(github|gitlab|bitbucket):)?([\w.-]+)\/[\w.-]+$/.exec(text);
  if (short !== null) return `${shorthands[short[1] ?? "github"]}/${short[2]}`.toLowerCase();
  const long = /^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?([\w.-]+\.[a-z]+)(?::\d+)?[/:]([^/#?]+)\/[^#?]/i.exec(text);
  return long === null ? undefined : `${long[1]?.replace(/^www\./i, "")}/${long[2]}`.toLowerCase();
}
