/** Trees of any shape, and patterns and folders to look for in them. */
import fc from "fast-check";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { types } from "node:util";
import type { Surround } from "../proof/outcome.ts";
import { type Sample, type Samples, type World, sample, shared } from "../proof/sample.ts";
import { fileUrl, noPath } from "./paths.ts";
import { folder, inPlanted, keepingChanges } from "./folder.ts";

/** A file is its text, a link its target, a directory its entries. */
type Entry = string | { readonly link: string } | Tree;
export type Tree = readonly (readonly [name: string, entry: Entry])[];

const names = [
  ...["a", "b", "lib", "a.js", "b.js", "C.JS", "x.test.js", ".dot", ".js", ".dot.js", "a b", "-t", "_a.js", "1", "10"],
  ...["é", "e\u0301", "é.js", "e\u0301.js", "z.js", "Z.js", "z\u200b.js", "\u00adz.js", "2.js", "\nx.js", "x\ny.js"],
  ...["a\\b", "a\\b.js", "__proto__", "constructor", "[x]", "*", "*.js", "a.js.map", "js"],
];
const targets = [".", "..", "a", "a", "lib", "lib", "b.js", "../a", "../lib", "nowhere", "link", "/dev/null"];

export const { tree } = fc.letrec<{ tree: Tree; entry: readonly [string, Entry] }>((tie) => ({
  tree: fc.uniqueArray(tie("entry"), { maxLength: 5, size: "max", selector: ([name]) => name }),
  entry: fc.oneof(
    { maxDepth: 3 },
    { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...names), fc.constant("text")) },
    { weight: 1, arbitrary: fc.tuple(fc.constant("file"), fc.constant("text")) },
    {
      weight: 2,
      arbitrary: fc.tuple(
        fc.constantFrom("link", "link.js"),
        fc.constantFrom(...targets).map((link) => ({ link })),
      ),
    },
    { weight: 5, arbitrary: fc.tuple(fc.constantFrom(...names), tie("tree")) },
    { weight: 3, arbitrary: fc.tuple(fc.constantFrom("a", "lib"), tie("tree")) },
  ),
}));

/** Where a call comes without a tree of its own. */
const usual: Tree = [
  ["file", "text"],
  ["a", [["b", "text"]]],
  ["link", { link: "a" }],
  ["dangling", { link: "nowhere" }],
  ["[x]", "text"],
];

const planted = new WeakMap<World, { readonly tree: Tree; readonly pattern: string }>();

const starts = [
  ...["", "", "", "", "a/", "a/", "a/", "lib/", "lib/", "./", "./a/", "a/lib/", "link/", "link/"],
  ...[".dot/", "a.js/", "missing/", "file/"],
];
const ends = ["*", "*", "*", "*.js", "*.js", "*.js", "**.js", "*.test.js", "*-t", "*b"];
const patterns = fc
  .tuple(fc.constantFrom(...starts), fc.boolean(), fc.constantFrom(...ends))
  .map(([start, deep, end]) => start + (deep ? "**/" : "") + end);

/** Trees with a folder that is one, and a link to it. */
const places = tree.map((given): Tree => [["d", given], ["way", { link: "d" }], ...given]);

/** A pattern, in the text with the tree it is looked for in. */
export const pattern: Samples = fc.tuple(patterns, places).map(([each, given]) => lookedFor(each, given));

const parts = ["a", "lib", "b", "*", "*", "a*", "*b", "{a,lib}", "{lib,a,1}", "*a*", "l*b", "link", ".dot", "missing"];
const lastParts = [
  ...["*", "*.js", "*.{js,JS}", "*.test.{js,ts}", "a.js", "b.js", "{a,b}.js", "{b,a}{.js,b}", "a*.js", "*.*", "**"],
  ...["b", "lib", "*.*.js", "*{.js,b}", "*-t", "js", "link", "link.js", "{x.test,a,link}.js", "C.JS"],
];
const folders = fc.tuple(
  fc.array(fc.constantFrom(...parts), { maxLength: 2 }),
  fc.boolean(),
  fc.array(fc.constantFrom(...parts), { maxLength: 1 }),
);

/** Patterns of many parts. */
export const globs = fc
  .tuple(fc.constantFrom("", "", "", "./"), folders, fc.constantFrom(...lastParts))
  .map(([start, [before, deep, after], last]) => {
    const isDeep = deep && last !== "**";
    if (before.length === 0 && last === "**") return `${start}a/**`;
    return start + [...before, ...(isDeep ? ["**", ...after] : []), last].join("/");
  });

/** A pattern of many parts, in the text with the tree it is looked for in. */
export const glob: Samples = fc.tuple(globs, places).map(([each, given]) => lookedFor(each, given));

/** One or several of them. */
export const someGlobs: Samples = fc
  .tuple(fc.oneof({ weight: 2, arbitrary: globs }, fc.array(globs, { maxLength: 3 })), places)
  .map(([each, given]) => lookedFor(each, given));

const ignored = fc.oneof(
  globs.filter((each) => !each.startsWith("./")),
  fc.constantFrom("**/a/**", "a/**", "**/lib/**", "**/*.test.js", "*.js", "**/{a,lib}/**", "b", "**/b", "a/*", "*/**"),
);

/** What may be said of a search, apart from its pattern. */
export const searchOptions: Samples = fc
  .record(
    {
      cwd: fc.constantFrom("", ".", "d", "d/", "./d", "missing", folder, join(folder, "d"), "way"),
      dot: fc.boolean(),
      nodir: fc.boolean(),
      absolute: fc.boolean(),
      ignore: fc.oneof(ignored, fc.array(ignored, { maxLength: 2 })),
    },
    { requiredKeys: [] },
  )
  .map((options): Sample => sample(JSON.stringify(options), () => keepingChanges(options)));

/** Patterns, with the tree they are looked for in. */
export function lookedFor(patterns: string | readonly string[], given: Tree): Sample {
  return sample(`${JSON.stringify(patterns)} in ${JSON.stringify(given)}`, (world) => {
    planted.set(world, { tree: given, pattern: String(patterns) });
    return patterns;
  });
}

/** Options that say where. */
export const place: Samples = fc
  .oneof(
    {
      weight: 6,
      arbitrary: shared(
        fc.constantFrom(
          ...["", ".", "d", "d/", "./d", "missing/../d", "way", "way", "missing", "file", folder, join(folder, "d")],
          ...[`file://${folder}/d`, "file:///missing"],
        ),
      ),
    },
    noPath,
    fileUrl,
  )
  .map((cwd): Sample => sample(`{ cwd: ${cwd.text} }`, (world) => keepingChanges({ cwd: cwd.make(world) })));

/** Runs a call in the tree of its pattern. Of several folders the disk decides in which order a promise gives paths. */
export const inTree: Surround = (call, world) => {
  const value = inPlanted(sow, call, world);
  if (!types.isPromise(value) || !/\*\*|\*[^/]*\/|[{,]/.test(planted.get(world)?.pattern ?? "")) return value;
  return value.then((paths) => (Array.isArray(paths) ? paths.sort() : paths));
};

function sow(world: World): void {
  plantTree(folder, planted.get(world)?.tree ?? usual);
}

function plantTree(root: string, entries: Tree): void {
  for (const [name, entry] of entries) {
    const path = join(root, name);
    if (typeof entry === "string") writeFileSync(path, entry);
    else if ("link" in entry) symlinkSync(entry.link, path);
    else {
      mkdirSync(path);
      plantTree(path, entry);
    }
  }
}
