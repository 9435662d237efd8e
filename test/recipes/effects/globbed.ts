/** Trees, patterns that also exclude, and options, as fast-glob and what loads it take them. */
import fc from "fast-check";
import { join } from "node:path";
import { inspect, types } from "node:util";
import { folder, keepingChanges } from "./folder.ts";
import { globs, inTree, lookedFor, type Tree, tree } from "./trees.ts";
import { fileUrl, noPath } from "./paths.ts";
import { type Samples, sample, shared } from "../proof/sample.ts";
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
export const places = tree.map((given): Tree => {
  const links = linksOf(given);
  if (links.some(isUpwards)) return plainly(given, links.length === 1);
  const plain = plainly(given, true);
  return [["d", plain], ["way", { link: "d" }], ...plain];
});

export const bare = fc.oneof(
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
export function patternsIn(given: fc.Arbitrary<Tree>): Samples {
  return fc
    .tuple(
      fc.oneof(
        { weight: 3, arbitrary: globs as fc.Arbitrary<string | string[]> },
        bare,
        negative,
        fc.constantFrom("link", "./link", "{a,link}", "a/link", "a**/**", "**a/*", "./*/a**.js"),
        fc.array(fc.oneof({ weight: 3, arbitrary: bare }, negative), { maxLength: 4 }),
      ),
      given,
    )
    .map(([each, tree]) => lookedFor(each, tree));
}

export const patterns = patternsIn(places);

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
export const orUndefined = <T>(each: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(each, { nil: undefined, freq: 20 });
export const flag = orUndefined(fc.boolean());

/** Options that say where, beside some of others. */
export function optionsOf(others: Readonly<Record<string, fc.Arbitrary<unknown>>>): Samples {
  return fc
    .tuple(fc.option(cwd, { nil: undefined }), fc.record(others, { requiredKeys: [] }))
    .map(([place, each]) =>
      sample(`{ cwd: ${place?.text ?? "undefined"}, ...${inspect(each)} }`, (world) =>
        keepingChanges({ ...each, ...(place !== undefined && { cwd: place.make(world) }) }),
      ),
    );
}

/** Runs a call in the tree of its patterns. The disk decides in which order a promise gives paths, and which error it is. */
export const surround: Surround = (call, world) => {
  const value = inTree(call, world);
  if (!types.isPromise(value)) return value;
  return value.then(
    (paths) => (Array.isArray(paths) ? paths.sort() : paths),
    (error: NodeJS.ErrnoException) => {
      throw error.path === undefined ? error : Object.assign(new Error(error.code), { code: error.code });
    },
  );
};
