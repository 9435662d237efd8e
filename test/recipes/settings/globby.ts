import fc from "fast-check";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inspect, types } from "node:util";
import { folder, keepingChanges } from "../effects/folder.ts";
import { globs, inTree, lookedFor, type Tree, tree } from "../effects/trees.ts";
import { fileUrl, noPath } from "../effects/paths.ts";
import { lt } from "semver";
import { type Samples, sample, shared } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";
import type { Surround } from "../proof/outcome.ts";

const isUpwards = ({ link }: { readonly link: string }): boolean => link.startsWith(".");

/** The links of a tree. */
function linksOf(given: Tree): { readonly link: string }[] {
  return given.flatMap(([, entry]) =>
    typeof entry === "string" ? [] : "link" in entry ? [entry] : linksOf(entry as Tree),
  );
}

/** A tree without its links, and without names that have a line break. */
function plainly(given: Tree, keepsLinks: boolean): Tree {
  return given
    .filter(([name, entry]) => !name.includes("\n") && (keepsLinks || typeof entry === "string" || !("link" in entry)))
    .map(([name, entry]) =>
      typeof entry === "string" || "link" in entry ? [name, entry] : [name, plainly(entry as Tree, keepsLinks)],
    );
}

/** Trees with a folder that is one, and a link to it. Of links that lead upwards there is one at most: each is a circle. */
const places = tree.map((given): Tree => {
  const links = linksOf(given);
  if (links.some(isUpwards)) return plainly(given, links.length === 1);
  const plain = plainly(given, true);
  return [["d", plain], ["way", { link: "d" }], ...plain];
});

const hasNoIgnore = (options: unknown): boolean =>
  typeof options === "object" && options !== null && "ignore" in options && options.ignore === undefined;

const placeIn = (options: unknown): unknown => (options as { readonly cwd?: unknown } | undefined)?.cwd;

const isFileOrEmpty = (place: unknown): boolean =>
  (typeof place === "string" || place instanceof URL) && /(?:^|\/)file$|^$/.test(String(place));

const isNoPath = (place: unknown): boolean =>
  !["string", "undefined"].includes(typeof place) && !(place instanceof URL);

const bare = fc.oneof(
  { weight: 6, arbitrary: globs.filter((each) => !each.startsWith("./")) },
  fc.constantFrom(
    "**",
    "**/*",
    "*/**",
    "**/a/**",
    "**/lib/**/*.js",
    "a**/**",
    "**a/*",
    "*/a**.js",
    "{a,b}/{b,lib}*/**",
    "b/link",
    "a/**/b/**",
    "**/b",
    "**/.dot",
  ),
);
const negative = bare.map((each) => `!${each}`);

/** One pattern or several, some of which exclude, with the tree they are looked for in. */
const patterns: Samples = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: globs as fc.Arbitrary<string | string[]> },
      bare,
      negative,
      fc.constantFrom("link", "./link", "{a,link}", "a/link", "a**/**", "**a/*", "./*/a**.js"),
      fc.array(fc.oneof({ weight: 3, arbitrary: bare }, negative), { maxLength: 4 }),
    ),
    places,
  )
  .map(([each, given]) => lookedFor(each, given));

const cwd = fc.oneof(
  {
    weight: 12,
    arbitrary: shared(
      fc.constantFrom("", ".", "d", "d/", "./d", "missing", folder, join(folder, "d"), "way", "file", "file/x"),
    ),
  },
  // With a null byte in it the package ends the process.
  noPath.filter(({ text }) => text !== "null byte"),
  fileUrl,
);

/** A value, now and then undefined as it may be written. */
const orUndefined = <T>(each: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(each, { nil: undefined, freq: 20 });
const flag = orUndefined(fc.boolean());

const options: Samples = fc
  .tuple(
    fc.option(cwd, { nil: undefined }),
    fc.record(
      {
        dot: flag,
        onlyFiles: flag,
        onlyDirectories: flag,
        absolute: flag,
        followSymbolicLinks: flag,
        expandDirectories: flag,
        ignore: orUndefined(fc.array(bare, { maxLength: 2 })),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([place, each]) =>
    sample(`{ cwd: ${place?.text ?? "undefined"}, ...${inspect(each)} }`, (world) =>
      keepingChanges({ ...each, ...(place !== undefined && { cwd: place.make(world) }) }),
    ),
  );

/** Runs a call in the tree of its patterns. The disk decides in which order a promise gives paths, and which error it is. */
const surround: Surround = (call, world) => {
  const value = inTree(call, world);
  if (!types.isPromise(value)) return value;
  return value.then(
    (paths) => (Array.isArray(paths) ? paths.sort() : paths),
    (error: NodeJS.ErrnoException) => {
      throw error.path === undefined ? error : Object.assign(new Error(error.code), { code: error.code });
    },
  );
};

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
