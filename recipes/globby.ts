import { type BareGlob, defineRecipe, type Deviation, type Glob, type NegativeGlob } from "../src/recipe.ts";
import { globLater, globNow, type Globbing } from "./families/globby/patterns.ts";

type Patterns = Glob | BareGlob | NegativeGlob | readonly (BareGlob | NegativeGlob)[];

const deviations: readonly Deviation[] = [
  {
    severity: "message",
    note: "The error for a cwd that is a file, empty or no path has another text.",
  },
  { severity: "quirk", note: "An `ignore` that is undefined is none, where the package fails before version 13.2.1." },
  { severity: "quirk", note: "A URL as cwd is served, where the package fails before version 12.2." },
  {
    severity: "quirk",
    note: "Of several folders, a promise gives the paths in the order of the synchronous function, where the package gives them as the disk answers.",
  },
  {
    severity: "quirk",
    note: "A folder in which nothing can match is not gone into; the package goes into hidden ones and, for `a**`, into all, and fails where it may not read one.",
  },
  {
    severity: "quirk",
    note: "A name with a line break is matched like any other, and `*.*` matches one that ends in a dot.",
  },
  {
    severity: "quirk",
    note: "A pattern that begins with the name of a member of all objects (`constructor/*`) is served, where the package fails.",
  },
];

export default defineRecipe(
  {
    package: "globby",
    versions: ">=11 <12",
    loads: { "fast-glob": ">=3.3.3 <4" },
    replacement: "a loop over fs.readdir",
    floor: { node: "14.0.0" },
    deviations,
    exports: { default: globbyEach, sync: globbyEachSync },
  },
  {
    package: "globby",
    versions: ">=12 <13",
    loads: { "fast-glob": ">=3.3.3 <4" },
    replacement: "a loop over fs.readdir",
    floor: { node: "14.0.0" },
    deviations,
    exports: { globby: globbyEach, globbySync: globbyEachSync },
  },
  {
    package: "globby",
    versions: ">=13 <13.2.1",
    loads: { "fast-glob": ">=3.3.3 <4" },
    replacement: "a loop over fs.readdir",
    floor: { node: "14.0.0" },
    deviations,
    exports: { globby: globbyEarly, globbySync: globbyEarlySync },
  },
  {
    package: "globby",
    versions: ">=13.2.1 <15",
    loads: { "fast-glob": ">=3.3.3 <4" },
    replacement: "a loop over fs.readdir",
    floor: { node: "14.0.0" },
    deviations,
    exports: { globby: globbyTogether, globbySync: globbyTogetherSync },
  },
  {
    package: "globby",
    versions: "15.0.0",
    loads: { "fast-glob": ">=3.3.3 <4" },
    replacement: "a loop over fs.readdir",
    floor: { node: "14.0.0" },
    deviations,
    exports: { globby: globbyDeep, globbySync: globbyDeepSync },
  },
  {
    package: "globby",
    versions: ">=16 <17",
    loads: { "fast-glob": ">=3.3.3 <4" },
    replacement: "a loop over fs.readdir",
    floor: { node: "14.0.0" },
    deviations,
    exports: { globby, globbySync },
  },
);

/** The paths that patterns such as "src/**\/*.{js,ts}" match, without those that match what "!" begins. */
async function globbyEach(patterns: Patterns, options: Globbing = {}): Promise<string[]> {
  return globLater(patterns, options, { isEach: true, takesUndefined: true });
}

/** The paths that patterns such as "src/**\/*.{js,ts}" match, without those that match what "!" begins. */
function globbyEachSync(patterns: Patterns, options: Globbing = {}): string[] {
  return globNow(patterns, options, { isEach: true, takesUndefined: true });
}

/** The paths that patterns such as "src/**\/*.{js,ts}" match, without those that match what "!" begins. */
async function globbyEarly(patterns: Patterns, options: Globbing = {}): Promise<string[]> {
  return globLater(patterns, options, { takesUndefined: true });
}

/** The paths that patterns such as "src/**\/*.{js,ts}" match, without those that match what "!" begins. */
function globbyEarlySync(patterns: Patterns, options: Globbing = {}): string[] {
  return globNow(patterns, options, { takesUndefined: true });
}

/** The paths that patterns such as "src/**\/*.{js,ts}" match, without those that match what "!" begins. */
async function globbyTogether(patterns: Patterns, options: Globbing = {}): Promise<string[]> {
  return globLater(patterns, options, {});
}

/** The paths that patterns such as "src/**\/*.{js,ts}" match, without those that match what "!" begins. */
function globbyTogetherSync(patterns: Patterns, options: Globbing = {}): string[] {
  return globNow(patterns, options, {});
}

/** The paths that patterns such as "src/**\/*.{js,ts}" match, without those that match what "!" begins. */
async function globbyDeep(patterns: Patterns, options: Globbing = {}): Promise<string[]> {
  return globLater(patterns, options, { isDeep: true });
}

/** The paths that patterns such as "src/**\/*.{js,ts}" match, without those that match what "!" begins. */
function globbyDeepSync(patterns: Patterns, options: Globbing = {}): string[] {
  return globNow(patterns, options, { isDeep: true });
}

/** The paths that patterns such as "src/**\/*.{js,ts}" match, without those that match what "!" begins. */
async function globby(patterns: Patterns, options: Globbing = {}): Promise<string[]> {
  return globLater(patterns, options, { isDeep: true, isMild: true, isWhole: true });
}

/** The paths that patterns such as "src/**\/*.{js,ts}" match, without those that match what "!" begins. */
function globbySync(patterns: Patterns, options: Globbing = {}): string[] {
  return globNow(patterns, options, { isDeep: true, isMild: true, isWhole: true });
}
