/** Where packages are installed, for lockfiles that do not say: found as node finds them, from what needs them. */
import { posix, relative, sep } from "node:path";
import type { Disk } from "../project.ts";
import type { PackageEdge } from "../graph.ts";

/**
 * Directories by the id of the package that is there: names looked up through the folders of node_modules from every
 * importer on, links followed. Relative to the root, absolute for what is linked from outside of it. That the version is the
 * right one is for who reads there to check.
 */
export function locateInstalled(
  disk: Disk,
  edges: ReadonlyMap<string, readonly PackageEdge[]>,
  importers: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const root = disk.realpath("");
  const places = new Map<string, string | undefined>();
  const placeOf = (path: string) => {
    if (!places.has(path)) places.set(path, disk.isDirectory(path) ? withinRoot(root, disk.realpath(path)) : undefined);
    return places.get(path);
  };
  const waiting = [...importers].map(([directory, id]) => ({ id, directory }));
  const seen = new Set(waiting.map(({ directory }) => directory));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const { name, to } of edges.get(next.id) ?? []) {
      if (to === undefined || importers.get(to) !== undefined) continue;
      const directory = lookUp(next.directory, name, placeOf);
      if (directory === undefined || seen.has(directory)) continue;
      seen.add(directory);
      found.set(to, [...(found.get(to) ?? []), directory]);
      waiting.push({ id: to, directory });
    }
  }
  return found;
}

function lookUp(from: string, name: string, placeOf: (path: string) => string | undefined): string | undefined {
  for (let at = from; ; at = parentOf(at)) {
    if (posix.basename(at) !== "node_modules") {
      const place = placeOf(at === "" ? `node_modules/${name}` : `${at}/node_modules/${name}`);
      if (place !== undefined) return place;
    }
    if (at === "" || at === "/" || at === parentOf(at)) return undefined;
  }
}

function parentOf(directory: string): string {
  const parent = posix.dirname(directory);
  return parent === "." ? "" : parent;
}

function withinRoot(root: string, absolute: string): string {
  const way = relative(root, absolute);
  return way === ".." || way.startsWith(`..${sep}`) ? absolute : way.split(sep).join("/");
}
