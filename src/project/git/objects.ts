/** Objects of a repository by their hash, loose or packed. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { ShrinkdepsError } from "../../errors.ts";
import { openPacks, type Pack } from "./pack.ts";
import type { Repository } from "./repository.ts";

export type ObjectType = "commit" | "tree" | "blob" | "tag";

export interface GitObject {
  readonly type: ObjectType;
  readonly content: Buffer;
}

export interface ObjectReader {
  /** Undefined when the repository does not hold it. Throws a ShrinkdepsError when it is damaged. */
  read(hash: string): GitObject | undefined;
  /** The full hashes that begin so. */
  complete(start: string): string[];
}

export function createObjectReader(repository: Repository): ObjectReader {
  let packs: readonly Pack[] | undefined;
  const read = (hash: string): GitObject | undefined => {
    packs ??= openPacks(repository);
    const found = readLoose(repository, hash) ?? readPacked(packs, hash, read);
    if (found !== undefined) checkHash(repository, hash, found);
    return found;
  };
  const complete = (start: string): string[] => {
    packs ??= openPacks(repository);
    const packed = packs.flatMap((pack) => pack.complete(start));
    return [...new Set([...listLoose(repository, start), ...packed])];
  };
  return { read, complete };
}

function readLoose({ objectDirectories }: Repository, hash: string): GitObject | undefined {
  for (const directory of objectDirectories) {
    let compressed: Buffer;
    try {
      compressed = readFileSync(join(directory, hash.slice(0, 2), hash.slice(2)));
    } catch {
      continue;
    }
    const bytes = damagedUnless(hash, () => inflateSync(compressed));
    const end = bytes.indexOf(0);
    const header = /^(commit|tree|blob|tag) \d+$/.exec(bytes.toString("latin1", 0, Math.max(end, 0)));
    if (header === null) throw damaged(hash);
    return { type: asType(header[1]), content: bytes.subarray(end + 1) };
  }
  return undefined;
}

function readPacked(packs: readonly Pack[], hash: string, read: ObjectReader["read"]): GitObject | undefined {
  for (const pack of packs) {
    const found = damagedUnless(hash, () => pack.read(hash, read));
    if (found !== undefined) return found;
  }
  return undefined;
}

function listLoose({ objectDirectories, hash }: Repository, start: string): string[] {
  return objectDirectories.flatMap((directory) => {
    const folder = start.slice(0, 2);
    try {
      return readdirSync(join(directory, folder))
        .map((name) => folder + name)
        .filter((name) => name.startsWith(start) && name.length === hash.bytes * 2);
    } catch {
      return [];
    }
  });
}

function checkHash({ hash: { algorithm } }: Repository, hash: string, { type, content }: GitObject): void {
  const actual = createHash(algorithm).update(`${type} ${content.length}\0`).update(content).digest("hex");
  if (actual !== hash) throw damaged(hash);
}

export function asType(name: string | undefined): ObjectType {
  return name === "commit" || name === "tree" || name === "tag" ? name : "blob";
}

function damagedUnless<T>(hash: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw error instanceof ShrinkdepsError ? error : damaged(hash);
  }
}

function damaged(hash: string): ShrinkdepsError {
  return new ShrinkdepsError("source", `the git object ${hash} is damaged`, { hint: "run git fsck" });
}
