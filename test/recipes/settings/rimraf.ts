import fc from "fast-check";
import { callback, inFolder, keepingChanges } from "../effects/folder.ts";
import { anyPath, entryPath, noPath, plainPath } from "../effects/paths.ts";
import { among, sample } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const several = among(
  ["'dir'", () => "dir"],
  ["'file'", () => "file"],
  ["'link'", () => "link"],
  ["'new'", () => "new"],
);

const list = fc
  .uniqueArray(several, { maxLength: 3, selector: (path) => path.text })
  .map((paths) =>
    sample(`[${paths.map((each) => each.text).join(", ")}]`, (world) => paths.map((each) => each.make(world))),
  );

/** What a path leads to is itself, its parent or a link: nothing is removed by `rmdir` of a dot. */
const endsInDots = (path: unknown): boolean => typeof path === "string" && /(?:^|\/)\.{1,2}\/*$|^$/.test(path);

export default {
  surround: inFolder,
  share: 0.15,
  types: {
    EntryPath: entryPath,
    "PlainPath | PlainEntryPath": plainPath,
    string: anyPath,
    NoGlob: fc.constantFrom(
      sample("{ glob: false }", () => keepingChanges({ glob: false })),
      sample("{ disableGlob: true }", () => keepingChanges({ disableGlob: true })),
    ),
    Callback: fc.constantFrom(callback(1), callback(0)),
  },
  parameters: {
    callback: fc.constantFrom(callback(1), callback(0)),
    paths: fc.oneof({ weight: 3, arbitrary: anyPath }, noPath, list, among(["[5]", () => [5]])),
  },
  deviations: [
    {
      note: "A busy file is tried again three times, 0.1 to 0.3 seconds apart, on every platform.",
      test: "effects/busy.test.ts",
    },
    {
      note: "`rimraf.sync` is silent when it may not remove a directory; `fs.rmSync` throws.",
      export: "sync",
      versions: "<4",
      example: () => [".", { glob: false }],
      covers: ([path], { version }) => version < "4" && endsInDots(path),
    },
    {
      note: "Of a path that ends in a dot segment, such as link/.., less is removed, or an error given where there was none.",
      export: "sync",
      versions: "<4",
      example: () => ["link/..", { glob: false }],
      covers: ([path], { version }) => version < "4" && endsInDots(path),
    },
    {
      note: "An empty path is ignored, where the package throws.",
      export: "sync",
      versions: "<4",
      example: () => ["", { glob: false }],
      covers: ([path]) => path === "",
    },
    {
      note: "A callback that is no function is noticed after the removal, not before it.",
      test: "effects/callbacks.test.ts",
    },
    {
      note: "A link with a slash behind it gives ENOTDIR, where the package does nothing or fails on its own account.",
      export: "sync",
      versions: "<4",
      example: () => ["link/", { glob: false }],
      covers: ([path], { version }) => version < "4" && typeof path === "string" && /link\/+$/.test(path),
    },
    {
      note: "An error names the path as it was given, not as an absolute one.",
      export: "sync",
      case: 0,
      example: () => ["file/x"],
    },
    {
      note: "Passed on as a callback it ignores a second argument, where the package takes it for options.",
      export: "sync",
      versions: ">=4",
      example: () => ["dir", 1],
      covers: (args) => args.length > 1,
    },
    {
      note: "In an npm script, paths that a person adds behind `npm run … --` are not removed.",
      test: "effects/commands.ts",
    },
    {
      note: "In an npm script, a link with a slash behind it is removed, not what it leads to.",
      test: "effects/commands.ts",
    },
  ],
} satisfies ProofSettings;
