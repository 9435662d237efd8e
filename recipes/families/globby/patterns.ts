/** What globby does with patterns before it searches: a directory stands for all that is in it, and some exclude. */
import { statSync } from "node:fs";
import { stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BareGlob } from "../../../src/recipe.ts";
import { seekLater, seekNow } from "../seek.ts";

export interface Globbing {
  readonly cwd?: unknown;
  readonly dot?: boolean;
  readonly onlyFiles?: boolean;
  readonly onlyDirectories?: boolean;
  readonly absolute?: boolean;
  readonly followSymbolicLinks?: boolean;
  readonly ignore?: readonly BareGlob[];
  readonly expandDirectories?: boolean;
}

/** How one version of globby goes about it. */
export interface Manner {
  /** Whether each pattern is searched for alone. */
  readonly isEach?: boolean;
  /** Whether `expandDirectories: undefined` is false. */
  readonly takesUndefined?: boolean;
  /** Whether "**\/name" is a directory as well. */
  readonly isDeep?: boolean;
  /** Whether a path that cannot be looked at is just no directory. */
  readonly isMild?: boolean;
  /** Whether patterns that only exclude do so from all there is. */
  readonly isWhole?: boolean;
}

/** Patterns that are searched for together, and what they leave out. */
interface Task {
  readonly patterns: readonly string[];
  readonly ignore: readonly string[];
}

export function globNow(patterns: string | readonly string[], options: Globbing, manner: Manner): string[] {
  const cwd = placeOf(options.cwd);
  const tasks = tasksOf(patterns, options, manner);
  const expanded = !expands(options, manner)
    ? tasks
    : tasks.map(({ patterns: some, ignore }) => ({
        patterns: some.map((each) => expandedNow(each, cwd, manner)),
        ignore: ignore.map((each) => expandedNow(each, manner.isEach ? "" : cwd, manner)),
      }));
  return [...new Set(expanded.flatMap((task) => seekNow(task.patterns, task.ignore, { ...options, cwd })))];
}

export async function globLater(
  patterns: string | readonly string[],
  options: Globbing,
  manner: Manner,
): Promise<string[]> {
  const cwd = placeOf(options.cwd);
  const tasks = tasksOf(patterns, options, manner);
  const expanded = !expands(options, manner)
    ? tasks
    : await Promise.all(
        tasks.map(async ({ patterns: some, ignore }) => ({
          patterns: await Promise.all(some.map((each) => expandedLater(each, cwd, manner))),
          ignore: await Promise.all(ignore.map((each) => expandedLater(each, manner.isEach ? "" : cwd, manner))),
        })),
      );
  const found = expanded.map((task) => seekLater(task.patterns, task.ignore, { ...options, cwd }));
  return [...new Set((await Promise.all(found)).flat())];
}

/** Where the search begins: no file. */
function placeOf(cwd: unknown): string {
  const place = (cwd instanceof URL ? fileURLToPath(cwd) : cwd) as string;
  if (place && isFile(place)) throw new Error(`the cwd ${place} is no directory`);
  return place;
}

function isFile(path: string): boolean {
  try {
    return !statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function expands(options: Globbing, manner: Manner): boolean {
  return options.expandDirectories ?? !(manner.takesUndefined === true && "expandDirectories" in options);
}

/** What is searched for: a pattern excludes from those before it. */
function tasksOf(patterns: string | readonly string[], { ignore = [] }: Globbing, manner: Manner): Task[] {
  const given = [...new Set([patterns].flat())];
  const isNone = given.every((each) => each.startsWith("!"));
  const all = manner.isWhole && isNone && given.length > 0 ? ["**/*", ...given] : given;
  const excluded = (from: number): string[] =>
    all.slice(from).flatMap((each) => (each.startsWith("!") ? [each.slice(1)] : []));
  const tasks = new Map<string | number, Task>();
  all.forEach((pattern, index) => {
    if (pattern.startsWith("!")) return;
    const left = excluded(index);
    const key = manner.isEach ? index : left.length;
    tasks.set(key, { patterns: [...(tasks.get(key)?.patterns ?? []), pattern], ignore: [...ignore, ...left] });
  });
  return [...tasks.values()];
}

function expandedNow(pattern: string, cwd: string, manner: Manner): string {
  if (isDeepFolder(pattern, manner)) return `${pattern}/**`;
  try {
    return ofFolder(pattern, statSync(join(cwd || process.cwd(), pattern)).isDirectory());
  } catch (error) {
    return unlessUnreadable(pattern, error, manner);
  }
}

async function expandedLater(pattern: string, cwd: string, manner: Manner): Promise<string> {
  if (isDeepFolder(pattern, manner)) return `${pattern}/**`;
  try {
    return ofFolder(pattern, (await stat(join(cwd || process.cwd(), pattern))).isDirectory());
  } catch (error) {
    return unlessUnreadable(pattern, error, manner);
  }
}

function ofFolder(pattern: string, isFolder: boolean): string {
  if (!isFolder) return pattern;
  const plain = pattern.replace(/^\.\//, "");
  return /(?:^|\/)\*\*$/.test(plain) ? plain : `${plain}/**`;
}

function unlessUnreadable(pattern: string, error: unknown, manner: Manner): string {
  if (manner.isMild || (error as { code?: unknown }).code === "ENOENT") return pattern;
  throw error;
}

/** Whether a pattern ends in a name behind `**` that has no ending. */
function isDeepFolder(pattern: string, manner: Manner): boolean {
  const [, name = ""] = /\*\*\/([^/*{}]+)$/.exec(pattern) ?? [];
  return manner.isDeep === true && name !== "" && (name.startsWith(".") || extname(name) === "");
}
