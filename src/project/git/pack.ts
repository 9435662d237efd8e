/** Packfiles of version 2 and 3 with an index of version 2: many objects in one file, some as differences to others. */
import { closeSync, fstatSync, openSync, readdirSync, readSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { applyDelta } from "./delta.ts";
import type { GitObject, ObjectType } from "./objects.ts";
import type { Repository } from "./repository.ts";

export interface Pack {
  /** `readOther` finds an object that one of this pack is a difference to. Throws an Error for what is malformed. */
  read(hash: string, readOther: (hash: string) => GitObject | undefined): GitObject | undefined;
  /** The full hashes in it that begin so. */
  complete(start: string): string[];
}

const magic = 0xff744f63;
const fanoutStart = 8;
const namesStart = fanoutStart + 256 * 4;
/** No manifest and no lockfile is as large; git itself streams what is. */
const largest = 1 << 30;
const types: Readonly<Record<number, ObjectType>> = { 1: "commit", 2: "tree", 3: "blob", 4: "tag" };
const offsetDelta = 6;
const referenceDelta = 7;

export function openPacks({ objectDirectories, hash }: Repository): Pack[] {
  return objectDirectories.flatMap((directory) => {
    const folder = join(directory, "pack");
    return listIndexes(folder).map((name) => openPack(join(folder, name.slice(0, -".idx".length)), hash.bytes));
  });
}

function listIndexes(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(".idx"));
  } catch {
    return [];
  }
}

function openPack(path: string, hashBytes: number): Pack {
  const bucketOf = (start: string) => withFile(`${path}.idx`, (file) => readBucket(file, start, hashBytes));
  return {
    read(hash, readOther) {
      const offset = withFile(`${path}.idx`, (file) => findOffset(file, hash, hashBytes));
      if (offset === undefined) return undefined;
      return withFile(`${path}.pack`, (file) => readAt(file, offset, hashBytes, readOther));
    },
    complete: (start) => bucketOf(start).hashes.filter((hash) => hash.startsWith(start)),
  };
}

interface Bucket {
  /** Number of the first in the whole index. */
  readonly first: number;
  readonly total: number;
  readonly hashes: readonly string[];
}

/** The hashes of an index that share the first byte. */
function readBucket(file: number, start: string, hashBytes: number): Bucket {
  const head = readBytes(file, 0, namesStart);
  if (head.readUInt32BE(0) !== magic || head.readUInt32BE(4) !== 2) throw new Error("an index of an unknown version");
  const byte = Number.parseInt(start.slice(0, 2), 16);
  const first = byte === 0 ? 0 : head.readUInt32BE(fanoutStart + (byte - 1) * 4);
  const end = head.readUInt32BE(fanoutStart + byte * 4);
  const names = readBytes(file, namesStart + first * hashBytes, (end - first) * hashBytes);
  const hashes = Array.from({ length: end - first }, (_, index) =>
    names.toString("hex", index * hashBytes, (index + 1) * hashBytes),
  );
  return { first, total: head.readUInt32BE(fanoutStart + 255 * 4), hashes };
}

function findOffset(file: number, hash: string, hashBytes: number): number | undefined {
  const { first, total, hashes } = readBucket(file, hash, hashBytes);
  const index = hashes.indexOf(hash);
  if (index === -1) return undefined;
  // After the names come a checksum of four bytes for each, then the offsets.
  const offsets = namesStart + total * (hashBytes + 4);
  const offset = readBytes(file, offsets + (first + index) * 4, 4).readUInt32BE(0);
  if (offset < 0x80000000) return offset;
  const large = readBytes(file, offsets + total * 4 + (offset - 0x80000000) * 8, 8);
  return Number(large.readBigUInt64BE(0));
}

function readAt(
  file: number,
  start: number,
  hashBytes: number,
  readOther: (hash: string) => GitObject | undefined,
): GitObject {
  const deltas: Buffer[] = [];
  for (let offset = start; ;) {
    const entry = readHeader(file, offset, hashBytes);
    const data = inflateAt(file, entry.data, entry.size);
    const type = types[entry.kind];
    if (type !== undefined) return { type, content: restore(data, deltas) };
    deltas.push(data);
    if (typeof entry.base === "number") {
      offset = entry.base;
      continue;
    }
    const other = readOther(entry.base ?? "");
    if (other === undefined) throw new Error("a difference to nothing");
    return { type: other.type, content: restore(other.content, deltas) };
  }
}

/** The last difference that was met stands nearest to the whole object. */
function restore(whole: Buffer, deltas: readonly Buffer[]): Buffer {
  return deltas.reduceRight(applyDelta, whole);
}

interface EntryHeader {
  readonly kind: number;
  /** Bytes when inflated. */
  readonly size: number;
  /** Where the compressed data starts. */
  readonly data: number;
  /** What it is a difference to: an offset in the same pack, or a hash. */
  readonly base?: number | string;
}

function readHeader(file: number, start: number, hashBytes: number): EntryHeader {
  const bytes = readBytes(file, start, 32 + hashBytes, { short: true });
  let at = 0;
  let byte = bytes.readUInt8(at++);
  const kind = (byte >> 4) & 7;
  let size = byte & 15;
  for (let shift = 4; (byte & 128) !== 0; shift += 7) {
    byte = bytes.readUInt8(at++);
    size += (byte & 127) * 2 ** shift;
  }
  if (size > largest) throw new Error("an object too large to be read");
  if (kind === referenceDelta) {
    return { kind, size, data: start + at + hashBytes, base: bytes.toString("hex", at, at + hashBytes) };
  }
  if (kind !== offsetDelta) return { kind, size, data: start + at };
  byte = bytes.readUInt8(at++);
  let back = byte & 127;
  while ((byte & 128) !== 0) {
    byte = bytes.readUInt8(at++);
    back = (back + 1) * 128 + (byte & 127);
  }
  if (back <= 0 || back > start) throw new Error("a difference to nothing");
  return { kind, size, data: start + at, base: start - back };
}

function inflateAt(file: number, start: number, size: number): Buffer {
  // At worst deflate stores blocks as they are, with five bytes for each of at least 16 kB, and a few around all.
  const bound = size + Math.ceil(size / 16_000) * 5 + 64;
  const data = inflateSync(readBytes(file, start, bound, { short: true }), { maxOutputLength: Math.max(size, 1) });
  if (data.length !== size) throw new Error("an object of another size");
  return data;
}

function readBytes(file: number, start: number, length: number, { short = false } = {}): Buffer {
  const wanted = Math.max(0, short ? Math.min(length, fstatSync(file).size - start) : length);
  const bytes = Buffer.alloc(wanted);
  for (let filled = 0; filled < wanted;) {
    const count = readSync(file, bytes, filled, wanted - filled, start + filled);
    if (count === 0) throw new Error("the file ends too early");
    filled += count;
  }
  return bytes;
}

function withFile<T>(path: string, action: (file: number) => T): T {
  const file = openSync(path, "r");
  try {
    return action(file);
  } finally {
    closeSync(file);
  }
}
