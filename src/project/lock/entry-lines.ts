/** On which line of a lockfile a package's entry starts, whatever the format. */
import type { PackageGraph, PackageNode } from "../graph.ts";
import type { Disk } from "../project.ts";

/** The line of a package's entry, from 1; undefined where none is found. */
export type LineOf = (node: PackageNode) => number | undefined;

/** The lockfile is read when the first line is asked for. */
export function createLineOf(disk: Disk, { source }: Pick<PackageGraph, "source">): LineOf {
  let lines: ReadonlyMap<string, number> | undefined;
  return ({ id, name, version, peers, locations }) => {
    lines ??= readKeys(disk, source);
    const own = peers !== undefined && id.endsWith(peers) ? id.slice(0, -peers.length) : id;
    const keys = [own, id, ...locations, `${name}@${version}`, `${name}/${version}`];
    return keys.map((key) => lines?.get(key)).find((line) => line !== undefined);
  };
}

/** Every key of the file with its first line; an entry of yarn's is known by its name and version, too. */
function readKeys(disk: Disk, source: string): ReadonlyMap<string, number> {
  const file = disk.read(source);
  const found = new Map<string, number>();
  if (!("text" in file)) return found;
  const add = (key: string, line: number): void => {
    if (!found.has(key)) found.set(key, line);
  };
  let heading = { name: "", line: 0 };
  for (const [index, text] of file.text.split("\n").entries()) {
    const key = /^\s*["']?\/?([^\s"'][^"']*?)["']?:(?:\s|$)/.exec(text)?.[1];
    if (key !== undefined) add(key, index + 1);
    if (key !== undefined && !/^\s/.test(text)) heading = { name: /^.[^@]*/.exec(key)?.[0] ?? "", line: index + 1 };
    const version = /^ {2}version:? "?([^"\s]+)"?\s*$/.exec(text)?.[1];
    if (version !== undefined) add(`${heading.name}@${version}`, heading.line);
    // An entry of bun's is a list that starts with what it is.
    const listed = /^\s+"[^"]+": \["([^"]+)"/.exec(text)?.[1];
    if (listed !== undefined) add(listed, index + 1);
  }
  return found;
}
