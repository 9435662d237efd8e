import { type BareGlob, defineRecipe, type Deviation, type Glob, type NegativeGlob } from "../src/recipe.ts";
import { seekLater, seekNow, type Wanted } from "./families/seek.ts";

type Patterns = Glob | BareGlob | NegativeGlob | readonly (BareGlob | NegativeGlob)[];

interface Relative {
  readonly cwd?: unknown;
  readonly dot?: boolean;
  readonly onlyFiles?: boolean;
  readonly onlyDirectories?: boolean;
  readonly ignore?: BareGlob | readonly BareGlob[];
  readonly followSymbolicLinks?: boolean;
  readonly caseSensitiveMatch?: boolean;
  readonly deep?: number;
  readonly markDirectories?: boolean;
  readonly suppressErrors?: boolean;
  readonly unique?: boolean;
}

interface Searching {
  readonly cwd?: unknown;
  readonly dot?: boolean;
  readonly onlyFiles?: boolean;
  readonly onlyDirectories?: boolean;
  readonly absolute?: boolean;
  readonly ignore?: BareGlob | readonly BareGlob[];
  readonly followSymbolicLinks?: boolean;
  readonly caseSensitiveMatch?: boolean;
  readonly deep?: number;
  readonly markDirectories?: boolean;
  readonly suppressErrors?: boolean;
  readonly unique?: boolean;
}

const deviations: readonly Deviation[] = [
  {
    severity: "message",
    note: "The error for an empty text has another text.",
    exports: ["escapePath", "convertPathToPattern", "isDynamicPattern"],
  },
  {
    severity: "quirk",
    note: "Of several folders, a promise gives the paths in the order of the synchronous function, where the package gives them as the disk answers.",
    exports: ["default", "glob", "async"],
  },
  {
    severity: "quirk",
    note: "A folder in which nothing can match is not gone into; the package goes into hidden ones and, for `a**`, into all, and fails where it may not read one.",
    exports: ["default", "glob", "async", "sync", "globSync"],
  },
  {
    severity: "quirk",
    note: "A name with a line break is matched like any other, and `*.*` matches one that ends in a dot.",
    exports: ["default", "glob", "async", "sync", "globSync"],
  },
  {
    severity: "quirk",
    note: "A pattern that begins with the name of a member of all objects (`constructor/*`) is served, where the package fails.",
    exports: ["default", "glob", "async", "sync", "globSync"],
  },
];

const helpers = { escapePath, convertPathToPattern, isDynamicPattern };

export default defineRecipe(
  {
    package: "fast-glob",
    versions: "3.3.2",
    loads: { micromatch: ">=4.0.8 <5" },
    replacement: "a loop over fs.readdir",
    floor: { node: "14.0.0" },
    deviations,
    exports: {
      default: globRelative,
      glob: globRelative,
      async: globRelative,
      sync: globRelativeSync,
      globSync: globRelativeSync,
      ...helpers,
    },
  },
  {
    package: "fast-glob",
    versions: "3.3.3",
    loads: { micromatch: ">=4.0.8 <5" },
    replacement: "a loop over fs.readdir",
    floor: { node: "14.0.0" },
    deviations,
    exports: { default: glob, glob, async: glob, sync: globSync, globSync, ...helpers },
  },
);

/** The paths that patterns such as "src/**\/*.{js,ts}" match, without those that match what "!" begins. */
async function globRelative(patterns: Patterns, options: Relative = {}): Promise<string[]> {
  const [wanted, ignored] = partsOf(patterns, options);
  return seekLater(wanted, ignored, options as Wanted);
}

/** The paths that patterns such as "src/**\/*.{js,ts}" match, without those that match what "!" begins. */
function globRelativeSync(patterns: Patterns, options: Relative = {}): string[] {
  const [wanted, ignored] = partsOf(patterns, options);
  return seekNow(wanted, ignored, options as Wanted);
}

/** The paths that patterns such as "src/**\/*.{js,ts}" match, without those that match what "!" begins. */
async function glob(patterns: Patterns, options: Searching = {}): Promise<string[]> {
  const [wanted, ignored] = partsOf(patterns, options);
  return seekLater(wanted, ignored, options as Wanted);
}

/** The paths that patterns such as "src/**\/*.{js,ts}" match, without those that match what "!" begins. */
function globSync(patterns: Patterns, options: Searching = {}): string[] {
  const [wanted, ignored] = partsOf(patterns, options);
  return seekNow(wanted, ignored, options as Wanted);
}

/** What is searched for, and what is left out wherever it stands. */
function partsOf(patterns: string | readonly string[], { ignore = [] }: Searching): [string[], string[]] {
  const given = [patterns].flat();
  const negative = given.filter((each) => each.startsWith("!")).map((each) => each.slice(1));
  return [given.filter((each) => !each.startsWith("!")), negative.concat(ignore)];
}

/** The path as a pattern that matches it alone: what is special to a pattern stands behind a backslash. */
function escapePath(path: string): string {
  checkFull(path);
  const special =
    process.platform === "win32"
      ? /\\?(?:[{}()[\]]|^!|[@+!](?=\())/g
      : /\\?(?:[{}()[\]|*?]|^!|[@+!](?=\()|\\(?![{}()[\]|*?@+!]))/g;
  return path.replace(special, (found) => `\\${found.slice(-1)}`);
}

/** The path of a file as a pattern that matches it alone, with slashes between its names. */
function convertPathToPattern(path: string): string {
  const pattern = escapePath(path);
  if (process.platform !== "win32") return pattern;
  return pattern.replace(/^\\\\(?=[.?])/, "//").replace(/\\(?![{}()[\]@+!])/g, "/");
}

/** Whether a pattern may match more than the path it is itself. */
function isDynamicPattern(
  pattern: string,
  options: { caseSensitiveMatch?: boolean; extglob?: boolean; braceExpansion?: boolean } = {},
): boolean {
  checkFull(pattern);
  if (options.caseSensitiveMatch === false || /[\\*?]|^!/.test(pattern)) return true;
  if (/\[[^[]*\]|(?<![!+@])\([^(]*\|[^|]*\)/.test(pattern)) return true;
  if (options.extglob !== false && /[!+@]\([^(]*\)/.test(pattern)) return true;
  return options.braceExpansion !== false && /^[^{]*\{[^}]*(?:,|\.\.)[^}]*\}/.test(pattern);
}

function checkFull(text: string): void {
  if (text === "") throw new TypeError("a pattern must not be empty");
}
