import { ChildProcess } from "node:child_process";
import { setServers } from "node:dns";
import { closeSync, Stats } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { types } from "node:util";
import { deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { callback, inFolderAlone } from "../effects/folder.ts";
import { closed, opened } from "../effects/handles.ts";
import { withoutGraceful } from "../effects/mz.ts";
import { anyPath, noPath } from "../effects/paths.ts";
import type { Surround } from "../proof/outcome.ts";
import { type Sample, type Samples, type World, among, argumentLists, sample } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

// Nobody answers there: how a question to the network ends is no matter of chance.
setServers(["127.0.0.1:9"]);
syncBuiltinESMExports();
withoutGraceful("mz-2.0.0", "mz-2.6.0", "mz-2.7.0");

const path = fc.oneof({ weight: 6, arbitrary: anyPath }, noPath);
const back = fc.constantFrom(callback(2), callback(1));
const told = fc.constant(callback(1));
const nothing: fc.Arbitrary<Sample[]> = fc.constant([]);
const text = among(["'text'", () => "text"], ["''", () => ""], ["Buffer", () => Buffer.from("bytes")]);
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
const odd = among(["undefined", () => undefined], ["null", () => null], ["{}", () => ({})], ["'odd'", () => "odd"]);
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
  const each = own.map((one, index) => [`./fs ${name}[${index}]`, one]);
  return Object.fromEntries([...each, [`./fs ${name}`, fc.oneof(...own, ...others)]]) as Record<
    string,
    fc.Arbitrary<Sample[]>
  >;
}

const all = argumentLists;
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

const ofFiles = {
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
  "./fs fchown": fc.oneof(all(handle, owner, owner), all(handle, odd, owner), all(handle, owner, owner, told)),
  ...lists("fdatasync", [all(handle)], all(odd), all(handle, told)),
  ...lists("fstat", [all(handle), all(handle, told)], all(odd), all(handle, odd)),
  ...lists("fsync", [all(handle)], all(odd), all(handle, told)),
  ...lists("ftruncate", [all(handle), all(handle, length)], all(handle, odd), all(handle, length, told)),
  ...lists("futimes", [all(handle, time, time)], all(handle, odd, time), all(handle, time, time, told)),
  "./fs lchown": fc.oneof(all(path, owner, owner), all(path, odd, owner), all(path, owner, owner, told)),
  "./fs mkdtemp": fc.oneof(all(missing), all(noPath), all(noPath, told)),
  "./fs mkdtemp[0]": all(missing),
  "./fs mkdtemp[1]": all(noPath, told),
  "./fs exists": fc.oneof(all(path), all(path, back), all(path, odd)),
  "./fs read": fc.oneof(
    all(handle, bytes(), length, length, length),
    all(handle, bytes(), length, length, length, back),
    all(handle, odd),
  ),
  "./fs write": fc.oneof(
    all(handle, bytes(), length, length, length),
    all(handle, text, length),
    all(handle, text, length, encoding, back),
    all(handle, odd),
  ),
};

function bytes(): Samples {
  return among(["Buffer.alloc(4)", () => Buffer.alloc(4)], ["Uint8Array", () => new Uint8Array(3)]);
}

const ofPaths = new Set(
  "accessSync existsSync readdirSync readFileSync readlinkSync realpathSync renameSync rmdirSync unlinkSync copyFileSync".split(
    " ",
  ),
);
/** Functions of node:fs itself: how they end tells that they are called. */
const itself = Object.fromEntries(
  "accessSync appendFileSync chmodSync chownSync closeSync copyFileSync createReadStream createWriteStream existsSync fchmodSync fchownSync fdatasyncSync fstatSync fsyncSync ftruncateSync futimesSync linkSync lstatSync mkdirSync mkdtempSync openSync readSync readdirSync readFileSync readlinkSync realpathSync renameSync rmdirSync statSync symlinkSync truncateSync unlinkSync unwatchFile utimesSync watch watchFile writeFileSync writeSync cp cpSync rm rmSync"
    .split(" ")
    .map((name) => [`./fs ${name}`, ofPaths.has(name) ? all(path) : nothing]),
);

const command = among(
  ["'echo out; echo err >&2'", () => "echo out; echo err >&2"],
  ["'exit 3'", () => "exit 3"],
  ["'printf é'", () => "printf é"],
  ["'nonsense-of-a-command'", () => "nonsense-of-a-command"],
  ["''", () => ""],
  ["5", () => 5],
  ["undefined", () => undefined],
);
const running = among(
  ["{}", () => ({})],
  ["{ encoding: 'buffer' }", () => ({ encoding: "buffer" })],
  ["{ cwd: 'dir' }", () => ({ cwd: "dir" })],
  ["{ shell: false }", () => ({ shell: "nowhere" })],
  ["undefined", () => undefined],
  ["5", () => 5],
);
const program = among(["'echo'", () => "echo"], ["'false'", () => "false"], ["'no'", () => "no-such"], ["5", () => 5]);
const words = among(["['a', 'b']", () => ["a", "b"]], ["[]", () => []], ["undefined", () => undefined]);
const ofProcesses = {
  "./child_process exec[0]": all(command, back),
  "./child_process exec[1]": all(command, running, back),
  "./child_process exec": fc.oneof(all(command), all(command, running), all(command, running, back)),
  "./child_process execFile[0]": all(program, words, back),
  "./child_process execFile": fc.oneof(
    all(program),
    all(program, words),
    all(program, words, running),
    all(program, back),
  ),
  ...Object.fromEntries(
    "ChildProcess execFileSync execSync fork spawn spawnSync"
      .split(" ")
      .map((name) => [`./child_process ${name}`, nothing]),
  ),
};

const password = among(["'a'", () => "a"], ["Buffer", () => Buffer.from("é")], ["5", () => 5], ["''", () => ""]);
const count = among(["1", () => 1], ["3", () => 3], ["0", () => 0], ["1.5", () => 1.5], ["'1'", () => "1"]);
const digest = among(["'sha1'", () => "sha1"], ["'sha512'", () => "sha512"], ["'odd'", () => "odd"]);
const random = new WeakSet<World>();
/** How many random bytes: of these only how many there are is compared. */
const size: Samples = fc.constantFrom(0, 1, 5, 1000, -1, 1.5, NaN).map((bytes) => randomly(bytes));
const noSize: Samples = fc.constantFrom<unknown>("5", undefined, null, {}).map((value) => randomly(value));

function randomly(value: unknown): Sample {
  return sample(String(value), (world) => {
    random.add(world);
    return value;
  });
}

const ofCryptography = {
  "./crypto pbkdf2[0]": all(password, password, count, count, digest),
  "./crypto pbkdf2": fc.oneof(
    all(password, password, count, count, fc.oneof(digest, odd)),
    all(password, password, count, count, digest, back),
  ),
  "./crypto randomBytes[0]": all(size),
  "./crypto randomBytes[1]": all(fc.oneof(size, noSize), told),
  "./crypto randomBytes": fc.oneof(all(size), all(noSize), all(size, told), nothing),
  ...Object.fromEntries(
    "createCipheriv createDecipheriv createDiffieHellman createECDH createHash createHmac createSign createVerify getCiphers getCurves getDiffieHellman getHashes pbkdf2Sync privateDecrypt privateEncrypt publicDecrypt publicEncrypt randomFill randomFillSync randomInt scrypt scryptSync timingSafeEqual"
      .split(" ")
      .map((name) => [`./crypto ${name}`, nothing]),
  ),
  "./crypto randomUUID": all(fc.constant(sample("5", () => 5))),
};

const name = among(
  ["'localhost'", () => "localhost"],
  ["'127.0.0.1'", () => "127.0.0.1"],
  ["'::1'", () => "::1"],
  ["''", () => ""],
);
const anyName = fc.oneof({ weight: 3, arbitrary: name }, odd);
const looking = among(
  ["4", () => 4],
  ["6", () => 6],
  ["{ all: true }", () => ({ all: true })],
  ["{ family: 5 }", () => ({ family: 5 })],
  ["{}", () => ({})],
);
const record = among(["'A'", () => "A"], ["'MX'", () => "MX"], ["'odd'", () => "odd"], ["5", () => 5]);
const ofNames = {
  "./dns lookup": fc.oneof(all(anyName), all(anyName, looking), all(anyName, back), all(anyName, looking, back)),
  "./dns resolve": fc.oneof(all(anyName), all(anyName, record), all(anyName, record, back)),
  "./dns resolve4[0]": all(name),
  "./dns resolve4[1]": all(anyName, back),
  "./dns resolve6[0]": all(name),
  "./dns resolve6[1]": all(anyName, back),
  ...Object.fromEntries(
    "resolve4 resolve6 resolveCname resolveMx resolveNs resolveSrv resolveTxt reverse"
      .split(" ")
      .map((each) => [`./dns ${each}`, fc.oneof(all(anyName), all(anyName, odd), all(anyName, back))]),
  ),
  ...Object.fromEntries(
    "Resolver lookupService resolveAny resolveNaptr resolvePtr resolveSoa"
      .split(" ")
      .map((each) => [`./dns ${each}`, nothing]),
  ),
};

const whole = Buffer.from("to be compressed, to be compressed");
const pieces = among(
  ["'text'", () => "text"],
  ["''", () => ""],
  ["Buffer", () => Buffer.from("é")],
  ["gzip", () => gzipSync(whole)],
  ["deflate", () => deflateSync(whole)],
  ["deflateRaw", () => deflateRawSync(whole)],
  ["cut", () => gzipSync(whole).subarray(0, 20)],
  ["Uint8Array", () => new Uint8Array([1, 2, 3])],
);
const piece = fc.oneof(
  { weight: 4, arbitrary: pieces },
  odd,
  among(["5", () => 5], ["ArrayBuffer", () => new ArrayBuffer(2)]),
);
const compressing = among(
  ["{}", () => ({})],
  ["{ level: 1 }", () => ({ level: 1 })],
  ["{ level: 99 }", () => ({ level: 99 })],
  ["{ info: true }", () => ({ finishFlush: 2 })],
  ["undefined", () => undefined],
);
const ofCompression = {
  ...Object.fromEntries(
    "deflate deflateRaw gzip gunzip inflate inflateRaw unzip".split(" ").flatMap((each) => [
      [`./zlib ${each}[0]`, all(pieces)],
      [`./zlib ${each}[1]`, all(piece, back)],
      [`./zlib ${each}`, fc.oneof(all(piece), all(piece, compressing), all(piece, compressing, back))],
    ]),
  ),
  ...Object.fromEntries(
    "brotliCompress brotliCompressSync brotliDecompress brotliDecompressSync deflateRawSync deflateSync gunzipSync gzipSync inflateRawSync inflateSync unzipSync"
      .split(" ")
      .map((each) => [`./zlib ${each}`, nothing]),
  ),
  ...Object.fromEntries(
    "createBrotliCompress createBrotliDecompress createDeflate createDeflateRaw createGunzip createGzip createInflate createInflateRaw createUnzip"
      .split(" ")
      .map((each) => [`./zlib ${each}`, all(fc.constant(sample("{ chunkSize: -1 }", () => ({ chunkSize: -1 }))))]),
  ),
};

const opens = new WeakSet<World>();

/** Flags to open a file with: which number it gets is by chance. */
function opening(value: unknown): Sample {
  return sample(JSON.stringify(value) ?? "undefined", (world) => {
    opens.add(world);
    return value;
  });
}

/** As in a folder; of random bytes only how many there are, and of a file that was opened that it was. */
const surround: Surround = (call, world) => {
  const given = inFolderAlone(call, world);
  if (!types.isPromise(given)) return given;
  if (unnamed.has(world))
    return given.catch((error: Error) => {
      throw Object.assign(error, { message: error.message.replace(/\w{6}'$/, "") });
    });
  return given.then((value) => {
    if (random.has(world) && Buffer.isBuffer(value)) return value.length;
    if (!opens.has(world) || typeof value !== "number") return value;
    closeSync(value);
    return "a file";
  });
};

export default {
  surround,
  share: (_, key) => (key.startsWith("./child_process") ? 0.01 : 0.05),
  arguments: { ...ofFiles, ...itself, ...ofProcesses, ...ofCryptography, ...ofNames, ...ofCompression },
  normalise: (value) => {
    if (value instanceof Stats) return [value.mode, value.size, value.isDirectory(), value.nlink];
    return value instanceof ChildProcess ? "a process" : value;
  },
  deviations: [
    "It is always node:fs, where the package takes graceful-fs if it finds it, which waits where too many files are open.",
    "It is always node:fs, where the package takes graceful-fs if it finds it, which tries again what is busy.",
    "It copies with node:fs, where the package takes graceful-fs if it finds it, which waits where too many files are open.",
    "After dns.setServers the new servers are asked, where the package goes on with the former ones.",
    "Promises are those of the language, where another kind may have been registered with any-promise.",
  ].map((note) => ({ note, test: "effects/mz.test.ts" })),
} satisfies ProofSettings;
