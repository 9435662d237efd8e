import fc from "fast-check";
import { join, resolve } from "node:path";
import { folder, keepingChanges } from "../effects/folder.ts";
import { inTree, lookedFor, type Tree, tree } from "../effects/trees.ts";
import { type Samples, sample } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const odd = [
  "#x",
  "~",
  "$x",
  "x^",
  "it's",
  ",",
  ";",
  "a&b",
  "%x",
  "<",
  "-t",
  "_",
  "=",
  "a\tb",
  "😀",
  "..a",
  "...",
  "a  b",
];

/** A tree with names in it that mean something elsewhere. */
const trees = fc
  .tuple(tree, fc.array(fc.constantFrom(...odd), { maxLength: 1 }))
  .map(([given, names]): Tree => [...given, ...names.map((name) => [name, "text"] as const)]);

const isPlain = (path: string): boolean => !/[*?[\]{}()!+@|"\\:\0\n]|^\s|\s$/.test(path);

/** All that is in a tree. */
function pathsOf(given: Tree, below = ""): string[] {
  return given.flatMap(([name, entry]) => [
    below + name,
    ...(Array.isArray(entry) ? pathsOf(entry as Tree, `${below}${name}/`) : []),
  ]);
}

const starts = ["a/", "a/", "a/", "lib/", "lib/", "a/lib/", "link/", ".dot/", "a.js/", "missing/", "file/"];
const ends = ["*", "*", "*.js", "*.js", "*.test.js", "*-t", "*b", "**/*", "**/*.js", "**/*b", "**", "**", "**", ""];
const rootPattern = fc.constantFrom(...ends.filter((end) => end.startsWith("*") && end !== "**"));
const folderPattern = fc.tuple(fc.constantFrom(...starts), fc.constantFrom(...ends)).map(([start, end]) => start + end);

/** A path in a tree, one below a link of it, or one that is not there. */
const pathIn = (given: Tree): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...[...pathsOf(given).filter(isPlain), "missing"]) },
    fc.constantFrom("missing", "file", "link", "a", "a/b", "file/x", "link/a", "link/b", ".dot", ...odd),
  );

const dotted = (path: fc.Arbitrary<string>) =>
  fc.tuple(fc.constantFrom("", "", "", "./"), path).map(([dot, text]) => dot + text);

/** Paths as `PlainEntryPath` has them, that stay inside of what is planted. */
const entryIn = (path: fc.Arbitrary<string>) =>
  fc.oneof(
    dotted(path),
    path.map((text) => join(folder, text)),
    fc.constantFrom("../beside", "../work", "../work/a", "../../work/file", folder, "a//b"),
  );

/** What a call is given: one path or pattern, or some of the kinds that may stand in one list, with a tree. */
function patterns(...lists: readonly (readonly fc.Arbitrary<string>[])[]): Samples {
  return trees.chain((given) => {
    const path = dotted(pathIn(given));
    const some = lists.map((kinds) => fc.array(fc.oneof(path, ...kinds.map(dotted)), { maxLength: 3 }));
    const one: fc.Arbitrary<string | string[]> = fc.oneof(
      { weight: 3, arbitrary: path },
      dotted(rootPattern),
      dotted(folderPattern),
      entryIn(pathIn(given)),
    );
    return fc.oneof(one, one, ...some).map((each) => lookedFor(each, given));
  });
}

const inner: Samples = trees.chain((given) => dotted(pathIn(given)).map((each) => lookedFor(each, given)));

const optionsOf = (...names: readonly ("force" | "dot")[]): Samples =>
  fc
    .record({ force: fc.boolean(), dot: fc.boolean() }, { requiredKeys: [] })
    .map((all) => Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name as "dot"))))
    .map((each) => sample(JSON.stringify(each), () => keepingChanges(each)));

/** True for a call that can reach nothing beyond what is planted for it: some of them are told to remove by force. */
function isHarmless([patterns]: readonly unknown[]): boolean {
  return [patterns].flat().every((path) => resolve(folder, path as string).startsWith(join(folder, "..", "..")));
}

/** True for a call that removes a link and what it leads to at the same time: what is left of that is a matter of luck. */
function isRace([patterns]: readonly unknown[], name: string): boolean {
  const isOne = typeof patterns === "string" && !patterns.includes("*");
  return !["sync", "deleteSync"].includes(name) && !isOne && String(patterns).includes("link");
}

export default {
  ends: (args, name) => isHarmless(args) && !isRace(args, name),
  surround: inTree,
  share: 0.3,
  types: {
    InnerPath: inner,
    Patterns: patterns([rootPattern, folderPattern]),
    LaterPatterns: patterns([rootPattern], [folderPattern]),
    "{ force?: boolean; dot?: boolean }": optionsOf("force", "dot"),
    "{ force?: boolean }": optionsOf("force"),
  },
  deviations: [
    {
      note: "What is special to a glob in `__dirname` is part of a name, where the package looks for what matches it.",
      export: "sync",
      versions: "<7",
      example: () => [join(folder, "{a,a.js,lib,link,file}"), {}],
    },
    {
      note: "A folder that may not be removed is an error of `fs.rmSync`, where the package says nothing and gives its path.",
      test: "effects/del.test.ts",
    },
    {
      note: "A busy file is tried again three times, 0.1 to 0.3 seconds apart, on every platform.",
      test: "effects/busy.test.ts",
    },
    {
      note: "A path or pattern that begins with the name of a member of all objects (`constructor/a`) is served, where the package fails.",
      export: "sync",
      versions: ">=5",
      example: () => ["constructor/*", {}],
      covers: ([patterns], { version }) =>
        version >= "5" &&
        [patterns].flat().some((each) => /^(?:\.\/)?(?:constructor|__proto__)\//.test(each as string)),
    },
    {
      note: "A link that leads nowhere is removed by its name also where `**` of an earlier pattern in the list has met it.",
      export: "sync",
      versions: "<5",
      example: () => [["**/*.js", "dangling"], {}],
      covers: ([patterns], { export: name }) =>
        name === "sync" &&
        Array.isArray(patterns) &&
        patterns.some((each: string) => each.includes("**")) &&
        patterns.some((each: string) => !each.includes("*")),
    },
    {
      note: "The error for a path that is not inside of the current directory has another text.",
      export: "sync",
      versions: "<7",
      example: () => ["../work", {}],
    },
  ],
} satisfies ProofSettings;
