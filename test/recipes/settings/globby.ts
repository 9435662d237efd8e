import fc from "fast-check";
import { pathToFileURL } from "node:url";
import { lt } from "semver";
import { folder } from "../effects/folder.ts";
import { bare, flag, optionsOf, orUndefined, patterns, surround } from "../effects/globbed.ts";
import type { ProofSettings } from "../proof/settings.ts";

const hasNoIgnore = (options: unknown): boolean =>
  typeof options === "object" && options !== null && "ignore" in options && options.ignore === undefined;

const placeIn = (options: unknown): unknown => (options as { readonly cwd?: unknown } | undefined)?.cwd;

const isFileOrEmpty = (place: unknown): boolean =>
  (typeof place === "string" || place instanceof URL) && /(?:^|\/)file$|^$/.test(String(place));

const isNoPath = (place: unknown): boolean =>
  !["string", "undefined"].includes(typeof place) && !(place instanceof URL);

const options = optionsOf({
  dot: flag,
  onlyFiles: flag,
  onlyDirectories: flag,
  absolute: flag,
  followSymbolicLinks: flag,
  expandDirectories: flag,
  ignore: orUndefined(fc.array(bare, { maxLength: 2 })),
});

export default {
  surround,
  share: 0.3,
  types: { Patterns: patterns, Globbing: options },
  deviations: [
    {
      note: "The error for a cwd that is a file, empty or no path has another text.",
      export: "globbySync",
      versions: ">=12",
      example: () => ["*", { cwd: "file" }],
      covers: ([, options]) => isFileOrEmpty(placeIn(options)) || isNoPath(placeIn(options)),
    },
    {
      note: "An `ignore` that is undefined is none, where the package fails before version 13.2.1.",
      export: "globbySync",
      versions: ">=13 <13.2.1",
      example: () => ["*", { ignore: undefined }],
      covers: ([, options], { version }) => lt(version, "13.2.1") && hasNoIgnore(options),
    },
    {
      note: "A URL as cwd is served, where the package fails before version 12.2.",
      export: "sync",
      versions: "<12",
      example: () => ["*", { cwd: pathToFileURL(folder) }],
      covers: ([, options], { version }) => Number.parseFloat(version) < 12.2 && placeIn(options) instanceof URL,
    },
    {
      note: "Of several folders, a promise gives the paths in the order of the synchronous function, where the package gives them as the disk answers.",
      test: "effects/globby.test.ts",
    },
    {
      note: "A folder in which nothing can match is not gone into; the package goes into hidden ones and, for `a**`, into all, and fails where it may not read one.",
      test: "effects/globby.test.ts",
    },
    {
      note: "A name with a line break is matched like any other, and `*.*` matches one that ends in a dot.",
      test: "effects/globby.test.ts",
    },
    {
      note: "A pattern that begins with the name of a member of all objects (`constructor/*`) is served, where the package fails.",
      export: "globbySync",
      versions: ">=12",
      example: () => ["constructor/*", {}],
      covers: ([patterns]) =>
        [patterns].flat().some((each) => /^(?:\.\/)?(?:constructor|__proto__)\//.test(String(each))),
    },
  ],
} satisfies ProofSettings;
