/** Calls of the functions of node:fs, as packages have them that give a promise where there is no callback. */
import { closeSync } from "node:fs";
import { types } from "node:util";
import fc from "fast-check";
import type { Surround } from "../proof/outcome.ts";
import { type Sample, type Samples, type World, among, argumentLists, sample } from "../proof/sample.ts";
import { callback, inFolderAlone } from "./folder.ts";
import { closed, opened } from "./handles.ts";
import { anyPath, noPath } from "./paths.ts";

export const path = fc.oneof({ weight: 6, arbitrary: anyPath }, noPath);
export const back = fc.constantFrom(callback(2), callback(1));
export const told = fc.constant(callback(1));
export const text = among(["'text'", () => "text"], ["''", () => ""], ["Buffer", () => Buffer.from("bytes")]);
const data = fc.oneof({ weight: 4, arbitrary: text }, among(["5", () => 5], ["{}", () => ({})], ["null", () => null]));
const encoding = among(
  ["'utf8'", () => "utf8"],
  ["'hex'", () => "hex"],
  ["'nonsense'", () => "nonsense"],
  ["{}", () => ({})],
  ["{ encoding: 'hex' }", () => ({ encoding: "hex" })],
  ["{ encoding: null, flag: 'wx' }", () => ({ encoding: null, flag: "wx" })],
  ["{ flag: 'a+' }", () => ({ flag: "a+" })],
);
const listing = among(
  ["{}", () => ({})],
  ["{ withFileTypes: true }", () => ({ withFileTypes: true })],
  ["{ encoding: null }", () => ({ encoding: null })],
);
const deepListing = fc.oneof(listing, among(["{ recursive: true }", () => ({ recursive: true })]));
const making = among(
  ["{}", () => ({})],
  ["{ recursive: true }", () => ({ recursive: true })],
  ["{ recursive: true, mode: 0o700 }", () => ({ recursive: true, mode: 0o700 })],
  ["0o750", () => 0o750],
  ["'700'", () => "700"],
  ["'x'", () => "x"],
  ["-1", () => -1],
);
export const odd = among(
  ["undefined", () => undefined],
  ["null", () => null],
  ["{}", () => ({})],
  ["'odd'", () => "odd"],
);
const mode = among(["0o700", () => 0o700], ["'750'", () => "750"], ["'x'", () => "x"], ["-1", () => -1]);
const use = among(
  ["0", () => 0],
  ["4", () => 4],
  ["2", () => 2],
  ["1.5", () => 1.5],
  ["9", () => 9],
  ["NaN", () => NaN],
);
const owner = among(["0", () => 0], ["-1", () => -1], ["1.5", () => 1.5]);
const flags = fc.constantFrom("r", "odd", "rs+").map((value) => opening(value));
const anyFlags = fc.constantFrom<unknown>(undefined, null, 0, {}).map((value) => opening(value));
const time = among(["0", () => 0], ["1e9", () => 1e9], ["Date", () => new Date(5e11)], ["NaN", () => NaN]);
const length = among(["0", () => 0], ["2", () => 2], ["-1", () => -1], ["1.5", () => 1.5], ["NaN", () => NaN]);
const kind = among(["'file'", () => "file"], ["'dir'", () => "dir"], ["'odd'", () => "odd"]);
const handle = fc.oneof({ weight: 3, arbitrary: opened }, closed);

/** Lists for the cases of an export, and for all of it: the last case is given any of them, and calls that fit none. */
function lists(name: string, own: readonly fc.Arbitrary<Sample[]>[], ...others: readonly fc.Arbitrary<Sample[]>[]) {
  const each = own.map((one, index) => [`${name}[${index}]`, one]);
  return Object.fromEntries([...each, [`${name}`, fc.oneof(...own, ...others)]]) as Record<
    string,
    fc.Arbitrary<Sample[]>
  >;
}

export const all = argumentLists;
const pathAlone = [all(path), all(path, told)];
const pathCalled = [all(anyPath), all(path, back)];

const unnamed = new WeakSet<World>();
/** Where no directory can be made: the path that the error has ends in six letters of chance. */
const missing: Samples = fc.constantFrom("missing/x", "", "\0", "file/").map((prefix) =>
  sample(JSON.stringify(prefix), (world) => {
    unnamed.add(world);
    return prefix === "" ? "/proc/" : prefix;
  }),
);

/** By the name of a function, or by that and the number of one of its cases. */
export const callsOfFiles: Readonly<Record<string, fc.Arbitrary<Sample[]>>> = {
  ...lists(
    "access",
    [all(anyPath), all(anyPath, use), all(path, use), all(path, told), all(path, use, told)],
    all(path, odd),
  ),
  ...lists(
    "appendFile",
    [all(anyPath, text), all(anyPath, text, encoding), all(path, text), all(path, data, told)],
    all(path, data),
    all(path, data, odd),
    all(path, text, encoding, told),
  ),
  ...lists("chmod", [all(anyPath, mode), all(path, mode), all(path, mode, told)], all(path), all(path, odd)),
  ...lists("chown", [all(anyPath, owner, owner), all(path, owner, odd, told)], all(path, odd, owner)),
  ...lists(
    "copyFile",
    [all(anyPath, anyPath), all(anyPath, anyPath, use), all(path, path, told)],
    all(path, path, odd),
  ),
  ...lists("link", [all(anyPath, anyPath), all(path, path, told)], all(path), all(path, path)),
  ...lists("lstat", pathAlone, all(path), all(path, odd)),
  ...lists("stat", pathAlone, all(path), all(path, odd)),
  ...lists(
    "mkdir",
    [all(anyPath), all(anyPath, making), all(path, making), all(path, told), all(path, making, back)],
    all(path, odd),
  ),
  ...lists(
    "open",
    [all(path, flags), all(path, flags, mode), all(path, flags, told)],
    all(path, anyFlags),
    all(path, flags, odd),
  ),
  ...lists(
    "readFile",
    [all(anyPath), all(anyPath, encoding), all(path, encoding), all(path, back), all(path, encoding, back)],
    all(path, odd),
    all(opened),
  ),
  ...lists(
    "readdir",
    [all(anyPath), all(anyPath, listing), all(path, deepListing), all(path, back), all(path, deepListing, back)],
    all(path, odd),
  ),
  ...lists("readlink", pathCalled, all(path), all(path, odd)),
  ...lists("realpath", pathCalled, all(path), all(path, odd)),
  ...lists("rename", [all(anyPath, anyPath), all(path, path, told)], all(path, path)),
  ...lists("rmdir", pathAlone, all(path)),
  ...lists(
    "symlink",
    [all(anyPath, anyPath), all(anyPath, anyPath, kind), all(path, path, told)],
    all(path, path, odd),
  ),
  ...lists("truncate", [all(anyPath), all(path, length), all(path, length, told)], all(path, odd)),
  ...lists("unlink", pathAlone, all(path)),
  ...lists("utimes", [all(anyPath, time, time), all(path, time, time, told)], all(path, odd, time)),
  ...lists(
    "writeFile",
    [
      all(anyPath, text),
      all(anyPath, text, encoding),
      all(path, text),
      all(path, data, told),
      all(path, data, encoding, told),
    ],
    all(path, data),
    all(path, data, odd),
  ),
  ...lists("close", [all(handle), all(handle, told)], all(odd)),
  ...lists("fchmod", [all(handle, mode)], all(handle), all(handle, mode, told)),
  fchown: fc.oneof(all(handle, owner, owner), all(handle, odd, owner), all(handle, owner, owner, told)),
  ...lists("fdatasync", [all(handle)], all(odd), all(handle, told)),
  ...lists("fstat", [all(handle), all(handle, told)], all(odd), all(handle, odd)),
  ...lists("fsync", [all(handle)], all(odd), all(handle, told)),
  ...lists("ftruncate", [all(handle), all(handle, length)], all(handle, odd), all(handle, length, told)),
  ...lists("futimes", [all(handle, time, time)], all(handle, odd, time), all(handle, time, time, told)),
  lchown: fc.oneof(all(path, owner, owner), all(path, odd, owner), all(path, owner, owner, told)),
  mkdtemp: fc.oneof(all(missing), all(noPath), all(noPath, told)),
  "mkdtemp[0]": all(missing),
  "mkdtemp[1]": all(noPath, told),
  exists: fc.oneof(all(path), all(path, back), all(path, odd)),
  read: fc.oneof(
    all(handle, bytes(), length, length, length),
    all(handle, bytes(), length, length, length, back),
    all(handle, odd),
  ),
  write: fc.oneof(
    all(handle, bytes(), length, length, length),
    all(handle, text, length),
    all(handle, text, length, encoding, back),
    all(handle, odd),
  ),
};

function bytes(): Samples {
  return among(["Buffer.alloc(4)", () => Buffer.alloc(4)], ["Uint8Array", () => new Uint8Array(3)]);
}

const opens = new WeakSet<World>();

/** Flags to open a file with: which number it gets is by chance. */
function opening(value: unknown): Sample {
  return sample(JSON.stringify(value) ?? "undefined", (world) => {
    opens.add(world);
    return value;
  });
}

/** As another surround; of a file that was opened, that it was; of the path of a directory that was not made, what is no chance. */
export function tellingFiles(surround: Surround): Surround {
  return (call, world) => {
    const given = surround(call, world);
    if (!types.isPromise(given)) return given;
    if (unnamed.has(world))
      return given.catch((error: Error) => {
        throw Object.assign(error, { message: error.message.replace(/\w{6}'$/, "") });
      });
    return given.then((value) => {
      if (!opens.has(world) || typeof value !== "number") return value;
      closeSync(value);
      return "a file";
    });
  };
}

/** In a folder, for calls that do one thing. */
export const inFolderOfFiles = tellingFiles(inFolderAlone);
