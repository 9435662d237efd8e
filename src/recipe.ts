/**
 * What a recipe is: the replacement of one package, written as ordinary typed functions.
 * Recipes are read as source, never only as values: a parameter's type is the precondition of the rewrite, and a body
 * that is one expression is what a direct call becomes. This module is the only thing of the engine a recipe imports.
 */
export type * from "./refinements.ts";

/** The lowest runtime a replacement runs on. `node` is an exact version; `baseline` is the month browsers all had it. */
export interface Floor {
  /** Lowest Node version, as "14.14.0". "0.10.0" stands for "any". */
  readonly node: string;
  /** Year and month in which every major browser had it ("2017-04"); absent when browsers do not have it. */
  readonly baseline?: string;
}

/**
 * A known difference between the package and its replacement.
 * - `message`: only the text or class of an error differs.
 * - `quirk`: the package's own bug or a polyfill's oddity goes; no program is known to want it.
 * - `observable`: a program could notice. The replacement is used only when the user allows it.
 */
export interface Deviation {
  readonly severity: "message" | "quirk" | "observable";
  readonly note: string;
  /** Exports it concerns; all of them when absent, unless it is about commands. */
  readonly exports?: readonly string[];
  /** Commands it concerns; none when absent. */
  readonly commands?: readonly string[];
  /** It shows only where something else than the package itself and what it needs asks for this one, too. */
  readonly beside?: string;
}

/** Any function: its parameters are read from its source, so their types do not matter here. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyFunction = (...args: any[]) => unknown;

/** A replacement that needs a higher floor than the rest of its recipe; skipped where the project promises less. */
export interface Since {
  readonly since: Floor;
  readonly use: AnyFunction | object;
}

/**
 * What stands in for one export: a native function or class by reference (`Object.assign`), one function, or several
 * in order, where the first whose parameters accept a call's arguments is taken and the last is the general form. A
 * constant of the file that is none of these (a flag, a function with members) is written into a helper, and read there.
 */
export type Replacement = AnyFunction | object | boolean | string | number | readonly (AnyFunction | Since)[];

/** One member chain on an export, as the escape hatch sees it: `chalk.red.bold(a, b)` has members red and bold. */
export interface MemberUse {
  /** The export the chain starts at ("default" or a name). */
  readonly export: string;
  readonly members: readonly string[];
  /** Arguments of the call that ends the chain; undefined when the chain is not called. */
  readonly args: number | undefined;
  /** The texts, numbers and truth values among the arguments that stand there literally, each at its place. */
  readonly literals: readonly (string | number | boolean | undefined)[];
}

/** What the escape hatch answers: a replacement as the source of a recipe function, a reason not to, or no opinion. */
export type MemberRewrite = { readonly functions: readonly string[] } | { readonly refuse: string } | undefined;

/** One command of an npm script, as a recipe sees it: `rimraf "a b" dist` has the words `a b` and `dist`. */
export interface CommandUse {
  /** What stands behind the command, quotes resolved and nothing expanded. */
  readonly words: readonly string[];
  /** True when cmd.exe never runs the script: the package is not for Windows, or its .npmrc names another shell. */
  readonly isPosix: boolean;
}

/**
 * What a command becomes. The engine writes it into the script, in quotes that sh, cmd.exe and PowerShell read alike, and
 * refuses where they would have read the words of the command differently.
 * - `node`: JavaScript for `node -e`, where built-in modules are globals. Strings in it are in single quotes. `since` is
 *   its own floor, where that is higher than the recipe's.
 * - `keep`: the words from that index on stay as they are, a command of their own, with `assignments` (`A=b`) before it.
 * - `scripts`: scripts of the same manifest, one after the other, as long as none fails.
 * - `refuse`: it stays, for that reason.
 */
export type CommandRewrite =
  | { readonly scripts: readonly string[] }
  | { readonly node: string; readonly since?: Floor }
  | { readonly assignments: readonly string[]; readonly keep: number }
  | { readonly refuse: string };

/**
 * What a package gives when it is called with a value: a wrapper of it, with the exports as methods that take the value
 * first (`_(list).map(f).value()`). A chain that is one expression from there to its end is rewritten as the same calls,
 * one inside the other. A method whose general form says that it gives an array gives a new one, without holes.
 */
export interface Chains {
  /** The export that begins a chain, too: one in which every method gives a wrapper, so that it is always ended. */
  readonly explicit: string;
  /** Methods that give a wrapper in any chain. The others give what they found, and so end a chain the call began. */
  readonly links: readonly string[];
  /** Methods that end any chain, and give the value it has come to. */
  readonly ends: readonly string[];
  /** Methods that may run together with their neighbours, element by element, where one of them needs only a part. */
  readonly together: {
    /** Those that call a function with each element. */
    readonly visiting: readonly string[];
    /** Those that need only a part of the elements; in an explicit chain not those that give one of them. */
    readonly parting: readonly string[];
    /** Of these, those that are given two places, from and to. */
    readonly ranging: readonly string[];
    /** Those that give one element of a part, and end a chain that the call began. */
    readonly picking: readonly string[];
    /** Those that do neither. */
    readonly plain: readonly string[];
  };
}

/** What may be done with the form that an export makes, with `new` or without: it is filled, and given to the global fetch. */
export interface Forms {
  /** Methods that may be called, each as a function that takes the form first, or several in order. */
  readonly methods: Readonly<Record<string, AnyFunction | readonly AnyFunction[]>>;
  /** The method whose result may be the `body` of the global fetch, where the native form itself stands then. */
  readonly body: string;
  /** The method whose result is, or is spread into, the `headers` beside that body. The native form tells them itself. */
  readonly headers: string;
}

/** One package's replacement for a range of its versions. */
export interface Recipe {
  readonly package: string;
  /** The versions it speaks for, as an npm range. An installed version outside it is not touched. */
  readonly versions: string;
  /** Versions of what the package loads, as npm ranges by name: what it does with others is not what this does. */
  readonly loads?: Readonly<Record<string, string>>;
  /** The replacement in words, for reports. */
  readonly replacement: string;
  readonly floor: Floor;
  readonly deviations?: readonly Deviation[];
  /** Replacements by export name; "default" is the default export. Exports not listed are refused. */
  readonly exports: Readonly<Record<string, Replacement>>;
  /** What `require()` gives: the default export with the others on it ("default", where there is one), or "namespace". */
  readonly require?: "default" | "namespace";
  /**
   * Replacements by subpath ("./v4" for `uuid/v4`): exports as above. A subpath imported for its side effect alone
   * ("./auto" of a polyfill) has an empty table and is dropped.
   */
  readonly subpaths?: Readonly<Record<string, Readonly<Record<string, Replacement>>>>;
  /** True when importing the package only for its side effect may be dropped (a polyfill the floor makes idle). */
  readonly dropSideEffect?: boolean;
  /** True when it hands out the native objects themselves (`===`) wherever the floor is met: their members may be read. */
  readonly identical?: boolean;
  /** Members of an export that the native object in its place has too, and that may be read, by the export. */
  readonly members?: Readonly<Record<string, readonly string[]>>;
  /** Where calling the package begins a chain of its exports as methods. */
  readonly chains?: Chains;
  /**
   * What may be read of what the promise of an export fulfils with, by the export: "json", or "headers.get" of a part. A call
   * is rewritten only where nothing else is done with that, and the export itself is passed on nowhere.
   */
  readonly fulfils?: Readonly<Record<string, readonly string[]>>;
  /** So for what a call itself gives: "x.pipe(it)", or "it.on(error)" with a text as first argument. Each gives it back. */
  readonly gives?: Readonly<Record<string, readonly string[]>>;
  /** For an export that makes forms: a use is rewritten only where nothing else is done with the form. */
  readonly forms?: Readonly<Record<string, Forms>>;
  /** Escape hatch for an API that is more than functions (chalk's chains). */
  readonly rewrite?: (use: MemberUse) => MemberRewrite;
  /** What becomes of the package's commands in npm scripts, by name. Commands not listed are refused. */
  readonly commands?: Readonly<Record<string, (use: CommandUse) => CommandRewrite>>;
}

/** Declares the replacement of a package, one argument per era of its API. Returns its arguments unchanged. */
export function defineRecipe(...eras: readonly Recipe[]): readonly Recipe[] {
  return eras;
}

/** Marks a replacement that needs a higher floor than its recipe ("RegExp.escape from Node 24 on"). */
export function since(floor: Floor, use: AnyFunction | object): Since {
  return { since: floor, use };
}

/** Subpaths whose default is one export of a table: `eachAlone({ get }, "", ".js")` is `lodash/get` and `lodash/get.js`. */
export function eachAlone(
  table: Readonly<Record<string, Replacement>>,
  ...endings: readonly string[]
): Readonly<Record<string, Readonly<Record<string, Replacement>>>> {
  const entries = Object.entries(table).flatMap(([name, use]) =>
    endings.map((ending) => [`./${name}${ending}`, { default: use }] as const),
  );
  return Object.fromEntries(entries);
}

/**
 * Subpaths that are loaded for their effect alone, which the floor makes idle, their names in one text:
 * `forEffect(["./es/"], "array/at array/flat", ["", ".js"])` has `core-js/es/array/flat` and `core-js/es/array/flat.js`.
 */
export function forEffect(
  starts: readonly string[],
  names: string,
  endings: readonly string[],
): Readonly<Record<string, Readonly<Record<string, never>>>> {
  const paths = starts.flatMap((start) =>
    names.split(" ").flatMap((name) => endings.map((ending) => start + name + ending)),
  );
  return Object.fromEntries(paths.map((path) => [path, {}]));
}

/**
 * What becomes of a command that does the same with each path it is given: `code` is JavaScript that does it with one,
 * of which it gets the source. Refuses flags, and what `path.resolve` would do more with than make it absolute. A slash
 * at the end goes.
 */
export function eachPath(words: readonly string[], code: (path: string) => string): CommandRewrite {
  const flag = words.find((word) => word.startsWith("-"));
  if (flag !== undefined) return { refuse: `its flag ${flag} has no replacement` };
  const odd = words.find((word) => !isEntryPath(word));
  if (odd !== undefined) return { refuse: `${odd === "" ? "an empty word" : odd} is no plain path` };
  const paths = words.map((word) => `'${word.replace(/\/+$/, "")}'`);
  const [first, ...others] = paths;
  if (first === undefined) return { refuse: "it is given no path" };
  return { node: others.length === 0 ? code(first) : `for (const path of [${paths.join(", ")}]) ${code("path")}` };
}

/** A path that ends in a name, with no ".." after one. A bare number is a number to the parsers of some commands. */
export function isEntryPath(word: string): boolean {
  const parts = word.replace(/\/+$/, "").split("/");
  const names = parts.map((part) => part !== "" && part !== "." && part !== "..");
  const isResolved = !parts.includes("..", names.indexOf(true));
  return names.at(-1) === true && isResolved && Number.isNaN(Number(word));
}
