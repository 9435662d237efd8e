import fc from "fast-check";
import { inFolder } from "../effects/folder.ts";
import { anyPath, fileUrl, leadsNowhere, modes, noPath, normalPath } from "../effects/paths.ts";
import type { ProofSettings } from "../proof/settings.ts";

export default {
  surround: inFolder,
  share: 0.15,
  types: {
    NormalPath: normalPath,
    "NormalPath | URL": fc.oneof(normalPath, fileUrl),
    string: anyPath,
    unknown: fc.oneof({ weight: 4, arbitrary: anyPath }, noPath, fileUrl),
    "{ mode?: number }": modes,
  },
  deviations: [
    {
      note: "An error names the path as it was given, not as an absolute one.",
      export: "sync",
      case: 0,
      example: () => ["file"],
    },
    {
      note: "An error names the path as it was given, not as an absolute one.",
      export: "makeDirectorySync",
      case: 0,
      example: () => ["file"],
    },
    {
      note: "The error has another code than EEXIST for a link that leads nowhere, or a file with a slash behind it.",
      export: "sync",
      case: 0,
      example: () => ["filelink/"],
      covers: ([path]) => leadsNowhere(path),
    },
    {
      note: "The error has another code than EEXIST for a link that leads nowhere, or a file with a slash behind it.",
      export: "makeDirectorySync",
      case: 0,
      example: () => ["filelink/"],
      covers: ([path]) => leadsNowhere(path),
    },
    {
      note: "A file URL is accepted, which version 5.0 refuses.",
      export: "makeDirectorySync",
      versions: "5.0.0",
      example: () => [new URL("file:///tmp")],
      covers: ([path], { version }) => version === "5.0.0" && path instanceof URL,
    },
    {
      note: "The package keeps the umask of the moment it was loaded, up to version 3.0.",
      test: "effects/umask.test.ts",
    },
    {
      note: "Passed on as a callback it ignores a second argument, where the package takes it for options.",
      export: "sync",
      example: () => ["new", { mode: 0o700 }],
      covers: (args) => args.length > 1,
    },
    {
      note: "Passed on as a callback it ignores a second argument, where the package takes it for options.",
      export: "makeDirectorySync",
      example: () => ["new", { mode: 0o700 }],
      covers: (args) => args.length > 1,
    },
  ],
} satisfies ProofSettings;
