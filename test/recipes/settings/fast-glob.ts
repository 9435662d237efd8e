import fc from "fast-check";
import { bare, flag, optionsOf, orUndefined, patterns, surround } from "../effects/globbed.ts";
import type { Samples } from "../proof/sample.ts";
import { sample } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const relative = {
  dot: flag,
  onlyFiles: flag,
  onlyDirectories: flag,
  followSymbolicLinks: flag,
  caseSensitiveMatch: flag,
  markDirectories: flag,
  suppressErrors: flag,
  unique: flag,
  deep: orUndefined(fc.constantFrom(0, 1, 2, 3, Infinity, -1, 1.5, NaN)),
  ignore: orUndefined(fc.oneof(bare, fc.array(bare, { maxLength: 2 }))),
};

/** Texts of which many a character means something to a pattern. */
const path: Samples = fc
  .oneof(
    fc.string({ unit: fc.constantFrom(..."\\\\\\()[]{}!@+*?|,./a1 \n"), maxLength: 12 }),
    fc.constantFrom("a", "src/[id].ts", "{a,b}", "{a..b}", "\\\\?\\C:\\x", "\\\\.\\x", "a\\b", "!a", "!(a)", "(a|b)"),
  )
  .map((text) => sample(JSON.stringify(text), () => text));

export default {
  surround,
  share: (_, key) => (/Path|Pattern/.test(key) ? 1 : 0.3),
  types: { Patterns: patterns, Relative: optionsOf(relative), Searching: optionsOf({ ...relative, absolute: flag }) },
  parameters: { path, pattern: path },
  deviations: [
    {
      note: "The error for an empty text has another text.",
      export: "escapePath",
      example: () => [""],
      covers: ([text]) => text === "",
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
      export: "sync",
      example: () => ["constructor/*", {}],
      covers: ([patterns]) =>
        [patterns].flat().some((each) => /^(?:\.\/)?(?:constructor|__proto__)\//.test(String(each))),
    },
  ],
} satisfies ProofSettings;
