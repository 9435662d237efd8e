import fc from "fast-check";
import { bare, flag, optionsOf, orUndefined, patternsIn, places, surround } from "../effects/globbed.ts";
import type { Tree } from "../effects/trees.ts";
import type { ProofSettings } from "../proof/settings.ts";

const options = optionsOf({
  dot: flag,
  onlyFiles: flag,
  onlyDirectories: flag,
  absolute: flag,
  followSymbolicLinks: flag,
  caseSensitiveMatch: flag,
  expandDirectories: flag,
  deep: orUndefined(fc.constantFrom(0, 1, 2, 3, Infinity, -1, 1.5, NaN)),
  ignore: orUndefined(fc.oneof(bare, fc.array(bare, { maxLength: 2 }))),
});

/** A tree without names that have a backslash. */
function withoutBackslashes(given: Tree): Tree {
  return given
    .filter(([name]) => !name.includes("\\"))
    .map(([name, entry]) =>
      typeof entry === "string" || "link" in entry ? [name, entry] : [name, withoutBackslashes(entry as Tree)],
    );
}

export default {
  surround,
  share: 0.3,
  types: { Patterns: patternsIn(places.map(withoutBackslashes)), Crawling: options },
  deviations: [
    {
      note: "Of several folders, a promise gives the paths in the order of the synchronous function, where the package gives them as the disk answers.",
      test: "effects/globby.test.ts",
    },
    {
      note: "A name with a line break is matched like any other, and `*.*` matches one that ends in a dot.",
      test: "effects/globby.test.ts",
    },
    {
      note: "A link is found in a folder with a backslash in its name, and leads into one, where the package takes it for a slash.",
      test: "effects/globby.test.ts",
    },
    {
      note: "A URL that ends in a slash is served as cwd with `absolute`, where the package cuts off what it matches.",
      test: "effects/globby.test.ts",
      covers: ([, options]) => {
        const { cwd, absolute } = (options ?? {}) as { readonly cwd?: unknown; readonly absolute?: boolean };
        return cwd instanceof URL && cwd.pathname.endsWith("/") && absolute === true;
      },
    },
  ],
} satisfies ProofSettings;
