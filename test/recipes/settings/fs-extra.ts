import { Stats } from "node:fs";
import fc from "fast-check";
import { callback } from "../effects/folder.ts";
import { inFolderOfJson, jsonFile } from "../effects/json.ts";
import { anyPath, entryPath, modes, noPath } from "../effects/paths.ts";
import { type Sample, among, sample } from "../proof/sample.ts";
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
  ["{}", () => ({})],
);
const file = fc.oneof(anyPath, jsonFile);
const writing = fc.oneof(fc.tuple(anyPath, value), fc.tuple(anyPath, value, options));
const making = fc.oneof(paths, fc.tuple(path, mode));
const back = fc.constantFrom(callback(1), callback(2));
const called = fc.oneof(paths, fc.tuple(anyPath, back));
// What goes of a folder that the process stands in, before the first error, is a matter of time.
const removed: fc.Arbitrary<Sample[]> = fc.tuple(entryPath);
const withMode = fc.tuple(anyPath, modes);

export default {
  surround: inFolderOfJson,
  share: 0.1,
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
    "remove[1]": fc.oneof(removed, fc.tuple(noPath), fc.tuple(entryPath, back)),
    removeSync: fc.oneof(removed, fc.tuple(noPath)),
    "pathExists[0]": strings,
    "pathExists[1]": called,
    emptyDir: called,
    emptydir: called,
    emptyDirSync: paths,
    emptydirSync: paths,
    outputFileSync: fc.oneof(fc.tuple(path, data), fc.tuple(path, data, encoding)),
    readJsonSync: fc.tuple(file),
    readJSONSync: fc.tuple(file),
    writeJsonSync: writing,
    writeJSONSync: writing,
    outputJsonSync: writing,
    outputJSONSync: writing,
    ...Object.fromEntries(
      "accessSync appendFileSync chmodSync copyFileSync existsSync lstatSync mkdirSync readdirSync readFileSync readlinkSync realpathSync renameSync rmdirSync rmSync statSync symlinkSync unlinkSync utimesSync writeFileSync pathExistsSync"
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
  ],
} satisfies ProofSettings;
