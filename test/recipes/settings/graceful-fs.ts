import { Stats } from "node:fs";
import fc from "fast-check";
import { callback, folder, inFolder } from "../effects/folder.ts";
import { anyPath, noPath } from "../effects/paths.ts";
import { type Sample, among, argumentLists } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const path = fc.oneof({ weight: 6, arbitrary: anyPath }, noPath);
const back = fc.constantFrom(callback(2), callback(1));
const told = fc.constant(callback(1));
const data = among(["'text'", () => "text"], ["''", () => ""], ["Buffer", () => Buffer.from("bytes")], ["5", () => 5]);
const encoding = among(
  ["'utf8'", () => "utf8"],
  ["null", () => null],
  ["undefined", () => undefined],
  ["{ encoding: 'hex' }", () => ({ encoding: "hex" })],
  ["{ flag: 'wx' }", () => ({ flag: "wx" })],
  ["'nonsense'", () => "nonsense"],
);
const listing = among(
  ["{}", () => ({})],
  ["{ recursive: true }", () => ({ recursive: true })],
  ["'buffer'", () => "buffer"],
  ["null", () => null],
);
const looking = among(
  ["{}", () => ({})],
  ["{ throwIfNoEntry: false }", () => ({ throwIfNoEntry: false })],
  ["{ throwIfNoEntry: true }", () => ({ throwIfNoEntry: true })],
);
const anyLook = fc.oneof(looking, among(["null", () => null], ["undefined", () => undefined], ["5", () => 5]));
const mode = among(
  ["0o700", () => 0o700],
  ["'750'", () => "750"],
  ["'x'", () => "x"],
  ["-1", () => -1],
  ["undefined", () => undefined],
);
const owner = among(["0", () => 0], ["-1", () => -1], ["'x'", () => "x"], ["undefined", () => undefined]);
const flags = among(["'r'", () => "r"], ["'wx'", () => "wx"], ["undefined", () => undefined], ["'odd'", () => "odd"]);
const copyMode = among(["0", () => 0], ["1", () => 1], ["undefined", () => undefined], ["'x'", () => "x"]);
const nothing: fc.Arbitrary<Sample[]> = fc.constant([]);

/** Numbers of files: none of them is open when the call runs. */
const closed = among(["-1", () => -1], ["2 ** 20", () => 2 ** 20], ["'x'", () => "x"], ["undefined", () => undefined]);

/** The function of node:fs itself: how it ends tells that it is called. */
const itself =
  "access accessSync appendFileSync close closeSync copyFileSync cp cpSync exists existsSync fdatasync fdatasyncSync fsync fsyncSync ftruncate ftruncateSync futimes futimesSync link linkSync mkdir mkdirSync mkdtemp mkdtempSync openSync opendir opendirSync readdirSync readFileSync readlink readlinkSync realpath realpathSync rename renameSync rm rmSync rmdir rmdirSync symlink symlinkSync truncate truncateSync unlink unlinkSync unwatchFile utimes utimesSync watch watchFile write writeFileSync writeSync writev writevSync".split(
    " ",
  );
const ofPaths: readonly string[] =
  "accessSync existsSync readdirSync readFileSync readlinkSync realpathSync renameSync rmdirSync rmSync unlinkSync copyFileSync".split(
    " ",
  );
const wrapped = ["appendFile", "copyFile", "fstat", "lstat", "open", "readdir", "readFile", "stat", "writeFile"];

export default {
  surround: inFolder,
  share: 0.1,
  arguments: {
    ...Object.fromEntries(itself.map((name) => [name, ofPaths.includes(name) ? fc.tuple(path) : nothing])),
    appendFile: fc.oneof(argumentLists(path, data, back), argumentLists(path, data, encoding, back)),
    writeFile: fc.oneof(argumentLists(path, data, back), argumentLists(path, data, encoding, back)),
    copyFile: fc.oneof(argumentLists(path, path, back), argumentLists(path, path, copyMode, back)),
    readFile: fc.oneof(argumentLists(path, back), argumentLists(path, encoding, back)),
    readdir: fc.oneof(argumentLists(path, back), argumentLists(path, listing, back)),
    open: argumentLists(path, flags, told),
    stat: fc.oneof(argumentLists(path, told), argumentLists(path, looking, told)),
    lstat: fc.oneof(argumentLists(path, told), argumentLists(path, looking, told)),
    fstat: fc.oneof(argumentLists(closed, told), argumentLists(closed, looking, told)),
    "fstatSync[0]": argumentLists(closed),
    "fstatSync[1]": argumentLists(closed, looking),
    "fstatSync[2]": fc.oneof(argumentLists(closed), argumentLists(closed, anyLook)),
    "lstatSync[0]": argumentLists(path),
    "lstatSync[1]": argumentLists(path, looking),
    "lstatSync[2]": fc.oneof(argumentLists(path), argumentLists(path, anyLook)),
    "statSync[0]": argumentLists(path),
    "statSync[1]": argumentLists(path, looking),
    "statSync[2]": fc.oneof(argumentLists(path), argumentLists(path, anyLook)),
    chmod: argumentLists(path, mode, told),
    chmodSync: argumentLists(path, mode),
    chown: argumentLists(path, owner, owner, told),
    chownSync: argumentLists(path, owner, owner),
    readSync: argumentLists(
      closed,
      among(["Buffer", () => Buffer.alloc(4)], ["'x'", () => "x"]),
      among(["0", () => 0], ["undefined", () => undefined], ["9", () => 9]),
      among(["2", () => 2], ["undefined", () => undefined]),
      among(["null", () => null], ["0", () => 0], ["'x'", () => "x"]),
    ),
    createReadStream: fc.tuple(noPath),
    createWriteStream: fc.tuple(noPath),
  },
  normalise: (value) => (value instanceof Stats ? [value.mode, value.size, value.isDirectory(), value.nlink] : value),
  deviations: [
    {
      note: "Where too many files are open it fails with EMFILE at once, instead of trying for up to a minute.",
      test: "effects/graceful.test.ts",
    },
    ...wrapped.slice(0, 1).map((name) => ({
      note: "Without a callback it throws, where the package tells nobody how it ended.",
      export: name,
      example: () => [`${folder}/nowhere/x`, ""],
    })),
    {
      note: "Names come in the order of the file system, which on Windows, and of a whole tree, is not that of the package.",
      test: "effects/graceful.test.ts",
      covers: ([, options]) => (options as { recursive?: boolean } | undefined | null)?.recursive === true,
    },
    {
      note: "On Windows a rename that is not allowed fails at once, instead of being tried for up to a minute.",
      test: "effects/graceful.test.ts",
    },
    {
      note: "Where nothing is to be read yet it fails with EAGAIN, instead of trying ten times more.",
      test: "effects/graceful.test.ts",
    },
    {
      note: "Streams tell that they are ready, and read ahead only when somebody listens.",
      test: "effects/graceful.test.ts",
    },
    {
      note: "With throwIfNoEntry it gives undefined, where versions before 4.2.7 fail.",
      export: "statSync",
      versions: "<4.2.7",
      example: () => ["nowhere", { throwIfNoEntry: false }],
      covers: ([, options], { version }) =>
        version === "4.2.0" && (options as { throwIfNoEntry?: boolean } | undefined)?.throwIfNoEntry === false,
    },
    {
      note: "process.cwd asks anew each time, where the package keeps what it said until process.chdir is called.",
      test: "effects/graceful.test.ts",
    },
  ],
} satisfies ProofSettings;
