import { ChildProcess } from "node:child_process";
import { setServers } from "node:dns";
import { Stats } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { types } from "node:util";
import { deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { withoutGraceful } from "../effects/mz.ts";
import { all, back, callsOfFiles, inFolderOfFiles, odd, path, told } from "../effects/node-fs.ts";
import type { Surround } from "../proof/outcome.ts";
import { type Sample, type Samples, type World, among, sample } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

// Nobody answers there: how a question to the network ends is no matter of chance.
setServers(["127.0.0.1:9"]);
syncBuiltinESMExports();
withoutGraceful("mz-2.0.0", "mz-2.6.0", "mz-2.7.0");

const nothing: fc.Arbitrary<Sample[]> = fc.constant([]);
const ofFiles = Object.fromEntries(Object.entries(callsOfFiles).map(([name, calls]) => [`./fs ${name}`, calls]));

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

/** Of random bytes only how many there are. */
const surround: Surround = (call, world) => {
  const given = inFolderOfFiles(call, world);
  if (!types.isPromise(given) || !random.has(world)) return given;
  return given.then((value) => (Buffer.isBuffer(value) ? value.length : value));
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
