/** How glob goes through folders with patterns of names, stars, `**` and braces. */
import type { BareGlob } from "../../src/recipe.ts";
import type { Entry } from "./glob-7.ts";

export type Options = {
  cwd?: unknown;
  dot?: boolean;
  nodir?: boolean;
  absolute?: boolean;
  ignore?: BareGlob | readonly BareGlob[];
};

/** What stands between the slashes of a pattern: a name, an expression for names, or `**`. */
export type Part = string | RegExp;

/** A pattern, and how many of its parts lead to where the walk is. */
interface Place {
  readonly parts: readonly Part[];
  readonly at: number;
}

export interface Terms {
  readonly dot: boolean;
  readonly ignored: readonly (readonly Part[])[];
  readonly isSame: (name: string, part: string) => boolean;
  readonly isThere: (path: string) => boolean;
  /** What a pattern that ends in `**` finds of the folder itself. */
  readonly itself: (folder: string) => string[];
  /** Whether `**` goes by a link into a folder where no part stands before it. */
  readonly isCurious: boolean;
}

/** Asks for the entries of one folder after another, and gives the paths in the end. */
export type Walk = Generator<string, string[], readonly Entry[]>;

/** The patterns that one with braces stands for. */
export function alternativesOf(pattern: string): string[] {
  const [, before, inner, after] = /^([^{]*)\{([^}]*)\}(.*)$/.exec(pattern) ?? [];
  if (inner === undefined) return [pattern];
  return inner.split(",").flatMap((each) => alternativesOf(`${before}${each}${after}`));
}

/** The paths below a folder that patterns match, those of one folder before those of the folders in it. */
export function* walk(folder: string, places: readonly Place[], terms: Terms): Walk {
  const found: string[] = [];
  const starred = new Map<string, Place[]>();
  for (const { parts, at } of places) {
    const star = parts.findIndex((part, index) => index >= at && (part === "**" || part instanceof RegExp));
    const path = [folder, ...parts.slice(at, star < 0 ? undefined : star)].filter((each) => each !== "").join("/");
    if (star >= 0) starred.set(path, [...(starred.get(path) ?? []), { parts, at: star }]);
    else if (terms.isThere(path)) found.push(path);
    if (parts[star] === "**" && star === parts.length - 1) found.push(...terms.itself(path));
  }
  const shut = terms.ignored.filter((each) => each[each.length - 1] === "**").map((each) => each.slice(0, -1));
  for (const [path, here] of starred) {
    if (isAmong(path, shut, terms.isSame)) continue;
    const below = new Map<string, Place[]>();
    for (const entry of yield path) {
      const name = path === "" ? entry.name : `${path}/${entry.name}`;
      for (const place of here.flatMap((each) => placesAfter(each, entry, terms))) {
        if (place.at === place.parts.length) found.push(name);
        else if (entry.isDirectory() || entry.isSymbolicLink()) below.set(name, [...(below.get(name) ?? []), place]);
      }
    }
    for (const [name, next] of below) found.push(...(yield* walk(name, next, terms)));
  }
  return found;
}

/** How far a pattern is when it has passed an entry. */
function placesAfter({ parts, at }: Place, entry: Entry, terms: Terms): Place[] {
  const part = parts[at];
  if (part === undefined) return [];
  if (part !== "**") {
    const isNamed = typeof part === "string" ? terms.isSame(entry.name, part) : part.test(entry.name);
    return isNamed ? [{ parts, at: at + 1 }] : [];
  }
  const isLast = at === parts.length - 1;
  const isSeen = terms.dot || !entry.name.startsWith(".");
  const after = isLast ? (isSeen ? [{ parts, at: at + 1 }] : []) : placesAfter({ parts, at: at + 1 }, entry, terms);
  if (isSeen && entry.isDirectory()) return [{ parts, at }, ...after];
  // A link is gone into once.
  const isFollowed = entry.isSymbolicLink() && !isLast && (at > 0 || terms.isCurious);
  return isSeen && isFollowed ? [{ parts, at: at + 1 }, ...after] : after;
}

/** Whether one of some patterns says what a path is as a whole. */
export function isAmong(path: string, patterns: readonly (readonly Part[])[], isSame: Terms["isSame"]): boolean {
  const fitsFrom = ([name, ...names]: string[], [part, ...rest]: readonly Part[]): boolean => {
    if (part === undefined) return name === undefined;
    if (part === "**" && fitsFrom(name === undefined ? [] : [name, ...names], rest)) return true;
    if (name === undefined || name === ".") return false;
    if (part === "**") return fitsFrom(names, [part, ...rest]);
    return (typeof part === "string" ? isSame(name, part) : part.test(name)) && fitsFrom(names, rest);
  };
  return patterns.some((parts) => fitsFrom(path === "" ? ["."] : path.split("/"), parts));
}

export function finishNow(steps: Walk, list: (folder: string) => readonly Entry[]): string[] {
  let step = steps.next();
  while (!step.done) step = steps.next(list(step.value));
  return step.value;
}

export async function finish(steps: Walk, list: (folder: string) => Promise<readonly Entry[]>): Promise<string[]> {
  let step = steps.next();
  while (!step.done) step = steps.next(await list(step.value));
  return step.value;
}
