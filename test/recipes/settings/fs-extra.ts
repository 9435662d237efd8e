import { Stats } from "node:fs";
import fc from "fast-check";
import { callback, inFolderAlone } from "../effects/folder.ts";
import { inFolderOfJson, jsonFile, withJson } from "../effects/json.ts";
import { all, callsOfFiles, odd, tellingFiles, told } from "../effects/node-fs.ts";
import { anyPath, entryPath, modes, noPath } from "../effects/paths.ts";
import type { Surround } from "../proof/outcome.ts";
import { type Sample, type Samples, type World, among, sample } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const path = fc.oneof({ weight: 6, arbitrary: anyPath }, noPath);
const paths: fc.Arbitrary<Sample[]> = fc.tuple(path);
const strings: fc.Arbitrary<Sample[]> = fc.tuple(anyPath);
const mode = fc.oneof(
  modes,
  among(
    ["0o700", () => 0o700],
    ["undefined", () => undefined],
    ["null", () => null],
    ["{ mode: 0o750 }", () => ({ mode: 0o750 })],
  ),
);
const data = among(["'text'", () => "text"], ["''", () => ""], ["Buffer", () => Buffer.from("bytes")], ["5", () => 5]);
const encoding = among(["'utf8'", () => "utf8"], ["'base64'", () => "base64"], ["undefined", () => undefined]);
const value = among(
  ["{ a: [1] }", () => ({ a: [1] })],
  ["null", () => null],
  ["'text'", () => "text"],
  ["undefined", () => undefined],
  ["() => 1", () => () => 1],
  ["[]", () => []],
);
const options = among(
  ["{ spaces: 2 }", () => ({ spaces: 2 })],
  ["{ spaces: '\\t', EOL: '\\r\\n' }", () => ({ spaces: "\t", EOL: "\r\n" })],
  ["{ finalEOL: false, replacer: ['a'] }", () => ({ finalEOL: false, replacer: ["a"] })],
  ["{ encoding: 'hex', mode: 0o600 }", () => ({ encoding: "hex", mode: 0o600 })],
  ["{ flag: 'wx', spaces: 1 }", () => ({ flag: "wx", spaces: 1 })],
  ["'utf8'", () => "utf8"],
  ["{}", () => ({})],
);
const reading = among(
  ["{}", () => ({})],
  ["{ throws: false }", () => ({ throws: false })],
  ["{ throws: undefined }", () => ({ throws: undefined })],
  ["{ throws: true, encoding: 'utf8' }", () => ({ throws: true, encoding: "utf8" })],
  ["{ reviver }", () => ({ reviver: (key: string, value: unknown) => (key === "b" ? "revived" : value) })],
  ["{ flag: 'wx' }", () => ({ flag: "wx" })],
  ["'latin1'", () => "latin1"],
  ["'nonsense'", () => "nonsense"],
);
const file = fc.oneof(anyPath, jsonFile);
const writing = fc.oneof(fc.tuple(anyPath, value), fc.tuple(anyPath, value, options));
const jsonRead = fc.oneof(fc.tuple(file), fc.tuple(file, reading));
const making = fc.oneof(paths, fc.tuple(path, mode));
const back = fc.constantFrom(callback(1), callback(2));
const writingLater = fc.oneof(writing, fc.tuple(anyPath, value, back), fc.tuple(anyPath, value, options, back));
const readingLater = fc.oneof(jsonRead, fc.tuple(file, back), fc.tuple(file, reading, back));
const output = fc.oneof(fc.tuple(path, data), fc.tuple(path, data, encoding));
const text = among(["'text'", () => "text"], ["''", () => ""], ["Buffer", () => Buffer.from("bytes")]);
const outputs = fc.oneof(fc.tuple(anyPath, text), fc.tuple(anyPath, text, encoding));
const looking = among(
  ["{}", () => ({})],
  ["{ bigint: false }", () => ({ bigint: false })],
  ["{ throwIfNoEntry: true }", () => ({ throwIfNoEntry: true })],
);
const anyLook = fc.oneof(looking, among(["null", () => null], ["undefined", () => undefined], ["5", () => 5]));
const owner = among(["0", () => 0], ["-1", () => -1], ["'x'", () => "x"], ["undefined", () => undefined]);
const anyMode = among(["0o700", () => 0o700], ["'750'", () => "750"], ["'x'", () => "x"], ["-1", () => -1]);
const removing = among(
  ["{ force: true }", () => ({ force: true })],
  ["{ recursive: true }", () => ({ recursive: true })],
  ["{ recursive: true, force: true }", () => ({ recursive: true, force: true })],
  ["{}", () => ({})],
);
const nothing: fc.Arbitrary<Sample[]> = fc.constant([]);
const ofStat = (name: string) => ({
  [`${name}[2]`]: fc.oneof(callsOfFiles[name] ?? nothing, all(path, anyLook), all(path, anyLook, told)),
});
const called = fc.oneof(paths, fc.tuple(anyPath, back));
// What goes of a folder that the process stands in, before the first error, is a matter of time.
const removals = new WeakSet<World>();
const going = (all: Samples): Samples =>
  all.map(({ text: name, make }) =>
    sample(name, (world) => {
      removals.add(world);
      return make(world);
    }),
  );
const goingPath = going(entryPath);
const emptied = fc.oneof(fc.tuple(going(path)), fc.tuple(going(anyPath), back));
const removed: fc.Arbitrary<Sample[]> = fc.tuple(goingPath);
const withMode = fc.tuple(anyPath, modes);

/** Of several removals the first to fail ends the call, and the others go on: only these are waited for. */
const surround: Surround = (call, world) =>
  removals.has(world) ? inFolderOfJson(call, world) : tellingFiles(withJson(inFolderAlone))(call, world);

export default {
  surround,
  share: 0.05,
  arguments: {
    ...Object.fromEntries(
      ["ensureDir", "mkdirp", "mkdirs"].flatMap((name) => [
        [`${name}[0]`, strings],
        [`${name}[1]`, withMode],
        [`${name}[2]`, fc.oneof(making, fc.tuple(anyPath, back), fc.tuple(anyPath, mode, back))],
      ]),
    ),
    ...Object.fromEntries(
      ["ensureDirSync", "mkdirpSync", "mkdirsSync"].flatMap((name) => [
        [`${name}[0]`, strings],
        [`${name}[1]`, withMode],
        [`${name}[2]`, making],
      ]),
    ),
    "remove[0]": removed,
    "remove[1]": fc.oneof(removed, fc.tuple(noPath), fc.tuple(goingPath, back)),
    removeSync: fc.oneof(removed, fc.tuple(noPath)),
    "pathExists[0]": strings,
    "pathExists[1]": called,
    emptyDir: emptied,
    emptydir: emptied,
    emptyDirSync: paths,
    emptydirSync: paths,
    ensureFile: called,
    createFile: called,
    ensureFileSync: paths,
    createFileSync: paths,
    outputFile: fc.oneof(outputs, fc.tuple(anyPath, text, back), fc.tuple(anyPath, text, encoding, back)),
    outputFileSync: output,
    readJson: readingLater,
    readJSON: readingLater,
    readJsonSync: jsonRead,
    readJSONSync: jsonRead,
    writeJson: writingLater,
    writeJSON: writingLater,
    writeJsonSync: writing,
    writeJSONSync: writing,
    outputJson: writingLater,
    outputJSON: writingLater,
    outputJsonSync: writing,
    outputJSONSync: writing,
    ...callsOfFiles,
    ...ofStat("stat"),
    ...ofStat("lstat"),
    ...ofStat("fstat"),
    chmod: all(path, anyMode),
    chmodSync: all(path, anyMode),
    chown: all(path, owner, owner),
    chownSync: all(path, owner, owner),
    exists: fc.oneof(all(path), all(path, back), all(path, odd)),
    "rm[0]": all(goingPath),
    "rm[1]": all(goingPath, removing),
    "rm[2]": all(goingPath, told),
    "rm[3]": all(goingPath, removing, told),
    rm: fc.oneof(all(noPath), all(goingPath, removing), all(goingPath, odd)),
    ...Object.fromEntries(
      ["statSync", "lstatSync", "fstatSync"].flatMap((name) => [
        [`${name}[0]`, all(path)],
        [`${name}[1]`, all(path, looking)],
        [`${name}[2]`, fc.oneof(all(path), all(path, anyLook))],
      ]),
    ),
    readSync: all(
      among(["-1", () => -1], ["'x'", () => "x"]),
      among(["Buffer", () => Buffer.alloc(4)], ["'x'", () => "x"]),
      among(["0", () => 0], ["undefined", () => undefined], ["9", () => 9]),
      among(["2", () => 2], ["undefined", () => undefined]),
      among(["null", () => null], ["0", () => 0], ["'x'", () => "x"]),
    ),
    createReadStream: fc.tuple(noPath),
    createWriteStream: fc.tuple(noPath),
    ...Object.fromEntries(
      "closeSync fdatasyncSync fsyncSync ftruncateSync futimesSync linkSync openSync truncateSync unwatchFile watch watchFile writeSync"
        .split(" ")
        .map((name) => [name, nothing]),
    ),
    ...Object.fromEntries(
      "accessSync appendFileSync copyFileSync existsSync mkdirSync readdirSync readFileSync readlinkSync realpathSync renameSync rmdirSync rmSync symlinkSync unlinkSync utimesSync writeFileSync pathExistsSync"
        .split(" ")
        .map((name) => [name, fc.oneof(paths, fc.tuple(anyPath, anyPath))]),
    ),
    mkdtempSync: fc.constant<Sample[]>([sample("missing/x", () => "missing/x")]),
  },
  /** Of what is said of a file, what is not its own place and time. */
  normalise: (value) => (value instanceof Stats ? [value.mode, value.size, value.isDirectory(), value.nlink] : value),
  deviations: [
    {
      note: "On Windows, a path with characters that it does not allow gives the system's own error.",
      test: "effects/windows.test.ts",
    },
    {
      note: "With throwIfNoEntry it gives undefined, where graceful-fs before 4.2.7 fails.",
      test: "effects/fs-extra.test.ts",
    },
    {
      note: "Names come in the order of the file system, which on Windows, and of a whole tree, is not that of the package.",
      test: "effects/fs-extra.test.ts",
      covers: ([, options]) => (options as { recursive?: boolean } | undefined | null)?.recursive === true,
    },
    ...["createFile", "ensureFile"].map((name) => ({
      note: "What is no path fails by another message than in versions before 11.2.",
      export: name,
      versions: "<11.2",
      example: () => [undefined],
      covers: ([file]: readonly unknown[], { version }: { readonly version: string }) =>
        version < "11" && typeof file !== "string",
    })),
    {
      note: "What cannot be written makes a promise fail, where versions before 11.2 throw where nobody can catch it.",
      test: "effects/fs-extra.test.ts",
    },
    ...[
      "Where too many files are open it fails with EMFILE at once, instead of trying for up to a minute.",
      "On Windows a rename that is not allowed fails at once, instead of being tried for up to a minute.",
      "Where nothing is to be read yet it fails with EAGAIN, instead of trying ten times more.",
      "Streams tell that they are ready, and read ahead only when somebody listens.",
      "process.cwd asks anew each time, where the package keeps what it said until process.chdir is called.",
    ].map((note) => ({ note, test: "effects/fs-extra.test.ts" })),
  ],
} satisfies ProofSettings;
