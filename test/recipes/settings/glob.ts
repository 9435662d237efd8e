import fc from "fast-check";
import { callback } from "../effects/folder.ts";
import { glob, inTree, pattern, place, searchOptions, someGlobs } from "../effects/trees.ts";
import type { ProofSettings } from "../proof/settings.ts";

const placeOf = (args: readonly unknown[]): unknown => (args[1] as { readonly cwd?: unknown } | undefined)?.cwd;

/** True for several patterns or alternatives, and for one that can come to a path by several ways, if there are links. */
const isMixed = (patterns: string): boolean => /[{,]/.test(patterns) || /\*\*\/.*\//.test(patterns);

/** Paths in an order of their own, and whatever else as it is. */
const sorted = (value: unknown): unknown => (Array.isArray(value) ? [...(value as unknown[])].sort() : value);

/** Paths without those of links. */
const withoutLinks = (value: unknown): unknown =>
  Array.isArray(value) ? value.filter((path) => !/(?:^|\/)link(?:\.js)?$/.test(String(path))) : value;

const done = fc.constant(callback(2));

/**
 * True for a call of the early versions that is seen to end. One that calls nobody back is not, and others take over what
 * it reads; so do those for the rest of the process that come after one with a null byte.
 */
function isOver(args: readonly unknown[]): boolean {
  return args.slice(1).some((each) => typeof each === "function") && !String(placeOf(args)).includes("\0");
}

export default {
  surround: inTree,
  share: 0.3,
  ends: (args, name, version) => name === "sync" || Number.parseInt(version) >= 9 || isOver(args),
  types: {
    SimpleGlob: pattern,
    "{ cwd: unknown }": place,
    Glob: glob,
    "Glob | readonly Glob[]": someGlobs,
    Options: searchOptions,
    "Options | Callback": fc.oneof(searchOptions, done),
    Callback: done,
    "{ cwd: unknown } | Callback": fc.oneof(place, done),
  },
  deviations: [
    {
      note: "The error where cwd is a file, and any error on Windows, has the system's own text.",
      export: "sync",
      versions: "<9",
      example: () => ["*", { cwd: "file" }],
      covers: (args, { version }) => Number.parseInt(version) < 9 && placeOf(args) === "file",
    },
    {
      note: "Of a directory that may be listed but not entered, `**` finds the files, where the package fails.",
      test: "effects/glob.test.ts",
    },
    {
      note: "A link that leads nowhere is found by its name also where `**` has met it for an earlier one of several in braces.",
      test: "effects/glob.test.ts",
      covers: (args, { version }) => Number.parseInt(version) < 9 && /\*\*.*\{/.test(String(args[0])),
      same: withoutLinks,
    },
    {
      note: "A null byte in cwd is an error for the callback, where the package throws it.",
      test: "effects/glob.test.ts",
    },
    {
      note: "An error is only handed to the callback, where the package prints it as well.",
      test: "effects/glob.test.ts",
    },
    {
      note: "The TypeError for a cwd that is no path has another text.",
      export: "globSync",
      versions: ">=9",
      example: () => ["*", { cwd: 5 }],
      covers: (args, { version }) =>
        Number.parseInt(version) >= 9 && !["string", "undefined"].includes(typeof placeOf(args)),
    },
    {
      note: "For a cwd with a null byte, a promise gives no path, where the package rejects it.",
      export: "glob",
      versions: ">=9.3.5",
      example: () => ["*", { cwd: "a\0b" }],
      covers: (args, place) => place.export !== "globSync" && String(placeOf(args)).includes("\0"),
    },
    {
      note: "Of several folders, a promise gives the paths in the order of the synchronous function, where the package gives them as the disk answers.",
      test: "effects/glob.test.ts",
    },
    {
      note: "Where cwd is a link to a directory, a pattern that begins with `**` finds what is there, where the package finds nothing.",
      export: "globSync",
      versions: ">=9",
      example: () => ["**/*", { cwd: "link" }],
      covers: (args) =>
        ["link", "way"].includes(placeOf(args) as string) && /(?:^|,)\*\*(?:\/|$|,)/.test(String(args[0])),
    },
    {
      note: "The paths of several patterns or alternatives, and those that links lead to, come in another order.",
      test: "effects/glob.test.ts",
      covers: ([patterns], { version }) => !/^[789]\./.test(version) && isMixed(String(patterns)),
      same: sorted,
    },
  ],
} satisfies ProofSettings;
