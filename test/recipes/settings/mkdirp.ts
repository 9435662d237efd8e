import fc from "fast-check";
import { callback, inFolder } from "../effects/folder.ts";
import { anyPath, fileUrl, leadsNowhere, mode, modes, noPath, normalPath } from "../effects/paths.ts";
import type { ProofSettings } from "../proof/settings.ts";

export default {
  surround: inFolder,
  share: 0.15,
  types: {
    NormalPath: normalPath,
    string: anyPath,
    unknown: fc.oneof({ weight: 4, arbitrary: anyPath }, noPath, fileUrl),
    number: mode,
    "{ mode?: number }": modes,
    ErrorCallback: fc.constantFrom(callback(1), callback(0)),
  },
  // Without a callback nothing tells when the call is over: effects/callbacks.test.ts.
  arguments: {
    "default[4]": fc.tuple(
      fc.oneof({ weight: 4, arbitrary: anyPath.filter((each) => !each.text.includes("nnn")) }, noPath, fileUrl),
      fc.constant(callback(2)),
    ),
  },
  deviations: [
    {
      note: "An error names the path as it was given, not as an absolute one.",
      export: "sync",
      case: 0,
      example: () => ["file"],
    },
    {
      note: "The error has another code than EEXIST for a link that leads nowhere, or a file with a slash behind it.",
      export: "sync",
      example: () => ["dangling/x"],
      covers: ([path]) => leadsNowhere(path),
    },
    {
      note: "With an error, the callback is not told what had been made by then.",
      test: "effects/callbacks.test.ts",
    },
    {
      note: "A path that is no string, or has a null byte, rejects instead of throwing at once.",
      versions: "1",
      example: () => ["dir\0x"],
      covers: ([path]) => typeof path !== "string" || path.includes("\0"),
    },
    {
      note: "Passed on as a callback it ignores a second argument, where the package takes it for options.",
      export: "sync",
      example: () => ["new", 0o700],
      covers: (args) => args.length > 1,
    },
    {
      note: "In an npm script, paths that a person adds behind `npm run … --` are not made.",
      test: "effects/commands.ts",
    },
  ],
} satisfies ProofSettings;
