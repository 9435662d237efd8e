/** Types that what is written at a call proves. The engine knows them by name (analyze/facts/refinements.ts). */

/** A literal string of exactly one UTF-16 unit. */
export type SingleCharacter = string;
/** A literal string that is not empty. */
export type NonEmpty = string;
/** A literal path, not empty, in which nothing is special to a glob. */
export type PlainPath = string;
/** A literal pattern of plain names with stars in the last one, which may stand in any folder below: "./src/*.test.js". */
export type SimpleGlob = string;
/** A literal pattern downwards of names, stars and braces of names, with `**` once or not at all: "*\/{a,b}/**\/x.{js,ts}". */
export type Glob = string;
/** A `Glob` that does not begin with "./". */
export type BareGlob = string;
/** A `BareGlob` behind an exclamation mark: "!*.test.js". */
export type NegativeGlob = string;
/** A literal path downwards, of names, in which nothing is special to a glob: "dist", "./dist/js". */
export type InnerPath = string;
/** A literal pattern of one name with one star, which may stand in any folder below: "*.log". */
export type RootGlob = string;
/** A literal folder of plain names with such a pattern behind it, with `**`, or with nothing: "dist/js/*", "dist/**", "dist/". */
export type FolderGlob = string;
/** A literal whole number, at least 0 and at most 2 ** 32. */
export type Count = number;
/** A literal property name of letters, digits and underscores: the ones that `get(object, "a")` does not take apart. */
export type PropertyName = string;
/** A literal path of identifiers joined by dots, as `get(object, "a.b.c")` takes; never `__proto__` and its kind. */
export type DottedPath = string;
/** A literal name of a file: no path, nothing that a header or a system of files has another meaning for. */
export type FileName = string;
/** A literal type of a file in lower case, without parameters: "image/png". */
export type MediaType = string;
/** A path that `path.resolve` would only make absolute: a literal, `__dirname`, `process.cwd()`, or a call of node:path. */
export type NormalPath = string;
/** A `NormalPath` that ends in an ordinary name: no root, no "." or "..", no slash behind. A literal's last part says so. */
export type EntryPath = string;
/** An `EntryPath` that is a literal, or `join` / `resolve` of literals and `__dirname`, with nothing special to a glob. */
export type PlainEntryPath = string;
/** Anything but undefined. A list of it has no holes, as far as types tell. */
export type Present = {} | null;
/** A function written at the call that never gives a value of its own: a block without `return` of one. */
export type Procedure = (...args: readonly unknown[]) => void;
/** An arrow function written at the call: it has no `this` of its own. */
export type Arrow = (...args: readonly unknown[]) => unknown;
/** A function written at the call that takes at most one parameter and does not use `arguments`. */
export type ErrorCallback = (error: Error | null) => void;
