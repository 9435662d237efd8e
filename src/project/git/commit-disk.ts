/** The files of a commit, read as a project's directory is. */
import { posix } from "node:path";
import { ShrinkdepsError } from "../../errors.ts";
import type { DiskEntry, ProjectDisk } from "../disk.ts";
import type { FileText } from "../project.ts";
import type { ObjectReader } from "./objects.ts";

interface TreeEntry {
  readonly kind: DiskEntry["kind"];
  readonly hash: string;
}

type Tree = ReadonlyMap<string, TreeEntry>;

const longestWay = 40;

/**
 * A reader of the directory `prefix` ("apps/shop", or "" for the repository's root) as the commit holds it. Paths are
 * relative to it. What only a working directory has, node_modules first of all, does not exist. Reading throws a
 * ShrinkdepsError for what the clone leaves out, which is not what is not there.
 */
export function createCommitDisk(
  objects: ObjectReader,
  commit: string,
  hashBytes: number,
  prefix: string,
): ProjectDisk {
  const trees = new Map<string, Tree>();
  const treeOf = (hash: string): Tree => {
    const known = trees.get(hash) ?? parseTree(contentOfObject(objects, hash), hashBytes);
    trees.set(hash, known);
    return known;
  };
  const header = contentOfObject(objects, commit).toString("latin1");
  const root: TreeEntry = { kind: "directory", hash: /^tree ([0-9a-f]+)$/m.exec(header)?.[1] ?? "" };
  const blob = (hash: string) => contentOfObject(objects, hash);

  /** `links` is how many symlinks may still be followed. */
  const lookUp = (path: string, links: number): TreeEntry | undefined => {
    const steps = path.split("/").filter((step) => step !== "" && step !== ".");
    let at: TreeEntry = root;
    for (const [index, step] of steps.entries()) {
      const next = at.kind === "directory" ? treeOf(at.hash).get(step) : undefined;
      if (next === undefined) return undefined;
      if (next.kind !== "symlink") {
        at = next;
        continue;
      }
      const target = blob(next.hash).toString("utf8");
      const way = posix.join(...steps.slice(0, index), target, ...steps.slice(index + 1));
      const leavesTree = target === "" || target.startsWith("/") || way === ".." || way.startsWith("../");
      return leavesTree || links === 0 ? undefined : lookUp(way, links - 1);
    }
    return at;
  };
  const find = (path: string): TreeEntry | undefined => {
    const within = posix.normalize(path === "" ? "." : path);
    if (posix.isAbsolute(within) || within === ".." || within.startsWith("../")) return undefined;
    return lookUp(posix.join(prefix, within), longestWay);
  };
  const contentOf = (path: string): Buffer | undefined => {
    const entry = find(path);
    return entry?.kind === "file" ? blob(entry.hash) : undefined;
  };

  return {
    read: (path) => textOf(find(path), contentOf(path)),
    exists: (path) => find(path) !== undefined,
    isDirectory: (path) => find(path)?.kind === "directory",
    list: (path) => namesIn(find(path), treeOf),
    realpath: (path) => posix.join("/", path),
    listing: (path) => {
      const entry = find(path);
      if (entry?.kind !== "directory") return { unreadable: "it is no directory of that commit" };
      const entries = [...treeOf(entry.hash)].map(([name, { kind }]) => ({ name, kind }));
      return { entries: entries.sort((a, b) => (a.name < b.name ? -1 : 1)) };
    },
    head: (path, bytes) => contentOf(path)?.toString("latin1", 0, bytes) ?? "",
    link: (path) => {
      const entry = find(path);
      if (entry === undefined) return { kind: "broken" };
      return { kind: entry.kind === "directory" ? "directory" : "file", target: posix.join("/", path) };
    },
    size: (path) => contentOf(path)?.length,
  };
}

/** What a tree names and the clone lacks is no empty file: a partial clone leaves objects out. */
function contentOfObject(objects: ObjectReader, hash: string): Buffer {
  const found = objects.read(hash);
  if (found !== undefined) return found.content;
  throw new ShrinkdepsError("source", `the git object ${hash} was left out of this clone`, {
    hint: "fetch without --filter (git fetch --refetch --no-filter)",
  });
}

function textOf(entry: TreeEntry | undefined, content: Buffer | undefined): FileText {
  if (entry === undefined) return { unreadable: "it is not in that commit" };
  if (content === undefined) return { unreadable: entry.kind === "directory" ? "it is a directory" : "it is no file" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content) };
  } catch {
    return { unreadable: "it is not UTF-8 text" };
  }
}

function namesIn(entry: TreeEntry | undefined, treeOf: (hash: string) => Tree): string[] {
  return entry?.kind === "directory" ? [...treeOf(entry.hash).keys()].sort() : [];
}

const kinds: Readonly<Record<string, DiskEntry["kind"]>> = {
  "40000": "directory",
  "120000": "symlink",
  "160000": "other",
};

/** "100644 name\0" and the hash in bytes, over and over. */
function parseTree(content: Buffer, hashBytes: number): Tree {
  const entries = new Map<string, TreeEntry>();
  for (let at = 0; at < content.length;) {
    const end = content.indexOf(0, at);
    if (end === -1) break;
    const [mode = "", ...name] = content.toString("utf8", at, end).split(" ");
    const hash = content.toString("hex", end + 1, end + 1 + hashBytes);
    entries.set(name.join(" "), { kind: kinds[mode.replace(/^0+/, "")] ?? "file", hash });
    at = end + 1 + hashBytes;
  }
  return entries;
}
