/** Which package a node of the tree is, whatever its version: what a team agrees on. */
import type { PackageNode } from "./graph.ts";

/**
 * The name alone for what comes from a registry under that name. Anything else may be other code of the same name, so its
 * source is part of what it is: "left-pad (git+https://example.test/a/left-pad)", without the commit, which changes as a
 * version does.
 */
export function identityOf({ name, source, resolved }: Pick<PackageNode, "name" | "source" | "resolved">): string {
  switch (source) {
    case "registry":
    case "patch":
      return isOfName(resolved, name) ? name : `${name} (${withoutCommit(resolved ?? "")})`;
    case "workspace":
      return name;
    case "url":
      return isDownload(resolved ?? "", name) ? name : `${name} (${withoutCommit(resolved ?? source)})`;
    case "git":
    case "file":
    case "link":
      return `${name} (${resolved === undefined ? source : withoutCommit(resolved)})`;
    case "unknown":
      return resolved === undefined || isOfName(resolved, name) ? name : `${name} (${withoutCommit(resolved)})`;
  }
}

/** Registries put a package's tarballs below its name; a lockfile that points elsewhere names other code. */
function isOfName(resolved: string | undefined, name: string): boolean {
  if (resolved === undefined || !/^https?:/.test(resolved)) return true;
  return pathOf(resolved).includes(`/${name}/`);
}

/** Some registries serve what they hold as /download/<name>/<version>/<hash>, or as /~/<number>/<name>/<version>.tgz. */
function isDownload(resolved: string, name: string): boolean {
  const [, held] = /^\/(?:download|~\/\d+)\/(.+)$/.exec(pathOf(resolved)) ?? [];
  return held?.startsWith(`${name}/`) === true;
}

function pathOf(address: string): string {
  try {
    return decodeURIComponent(new URL(address).pathname);
  } catch {
    return "";
  }
}

function withoutCommit(resolved: string): string {
  const bare = resolved.replace(/[#?].*$/s, "").replace(/\/\/[^/@]*@/, "//");
  // GitHub serves the tarball of a commit below its repository.
  return bare.replace(/(\/tar\.gz\/|\/tarball\/)[0-9a-f]{7,64}$/, "");
}

/** The copies of each package, by identity, in the order of the identities. */
export function byIdentity(packages: readonly PackageNode[]): ReadonlyMap<string, readonly PackageNode[]> {
  const found = new Map<string, PackageNode[]>();
  for (const node of packages) {
    const identity = identityOf(node);
    const copies = found.get(identity);
    if (copies === undefined) found.set(identity, [node]);
    else copies.push(node);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
