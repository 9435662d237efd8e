import { readdirSync, realpathSync, statSync } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type BareGlob, defineRecipe, type Deviation, type Glob, type NegativeGlob } from "../src/recipe.ts";
import { alternativesOf, type Part } from "./families/globs.ts";
import { isOneOf, partsIn } from "./families/seek.ts";

type Patterns = Glob | BareGlob | NegativeGlob | readonly (Glob | BareGlob | NegativeGlob)[];

interface Crawling {
  readonly cwd?: unknown;
  readonly dot?: boolean;
  readonly onlyFiles?: boolean;
  readonly onlyDirectories?: boolean;
  readonly absolute?: boolean;
  readonly ignore?: BareGlob | readonly BareGlob[];
  readonly expandDirectories?: boolean;
  readonly followSymbolicLinks?: boolean;
  readonly caseSensitiveMatch?: boolean;
  readonly deep?: number;
}

/** What is in a folder: for a link to one, what that is itself. */
interface Item {
  readonly name: string;
  readonly isFolder: boolean;
  readonly end?: string;
}

/** Asks for what is in one folder after another, and gives the paths in the end. */
type Crawl = Generator<string, string[], readonly Item[]>;

const deviations: readonly Deviation[] = [
  {
    severity: "quirk",
    note: "Of several folders, a promise gives the paths in the order of the synchronous function, where the package gives them as the disk answers.",
    exports: ["glob"],
  },
  {
    severity: "quirk",
    note: "A name with a line break is matched like any other, and `*.*` matches one that ends in a dot.",
  },
  {
    severity: "quirk",
    note: "A link is found in a folder with a backslash in its name, and leads into one, where the package takes it for a slash.",
  },
  {
    severity: "quirk",
    note: "A URL that ends in a slash is served as cwd with `absolute`, where the package cuts off what it matches.",
  },
];

export default defineRecipe({
  package: "tinyglobby",
  versions: "0.2.15 || >=0.2.17 <0.3",
  loads: { fdir: ">=6.5 <7", picomatch: ">=4.0.3 <5" },
  replacement: "a loop over fs.readdir",
  floor: { node: "14.0.0" },
  deviations,
  exports: { glob, globSync },
});

/** The paths of files that patterns such as "src/**\/*.{js,ts}" match, without those that match what "!" begins. */
async function glob(patterns: Patterns, options: Crawling = {}): Promise<string[]> {
  const search = crawl(patterns, options);
  let step = search.next();
  while (!step.done) step = search.next(await itemsLater(step.value, options));
  return step.value;
}

/** The paths of files that patterns such as "src/**\/*.{js,ts}" match, without those that match what "!" begins. */
function globSync(patterns: Patterns, options: Crawling = {}): string[] {
  const search = crawl(patterns, options);
  let step = search.next();
  while (!step.done) step = search.next(itemsNow(step.value, options));
  return step.value;
}

/** The paths below a folder that patterns match, those in a folder where it stands among the others. */
function* crawl(patterns: string | readonly string[], options: Crawling): Crawl {
  const {
    dot = false,
    onlyFiles = true,
    onlyDirectories = false,
    absolute = false,
    deep = Infinity,
    expandDirectories = true,
  } = options;
  const flags = options.caseSensitiveMatch === false ? "i" : "";
  const cwd = placeOf(options.cwd);
  const given = [patterns].flat();
  const expanded = (some: readonly string[]): string[] =>
    some.map((each) => (expandDirectories && !each.endsWith("*") ? `${each}/**` : each).replace(/^\.\//, ""));
  const partsOf = (some: readonly string[]): Part[][] =>
    some.flatMap(alternativesOf).map((each) => partsIn(each, dot, flags));
  const wanted = expanded(given.filter((each) => !each.startsWith("!")));
  const negative = given.filter((each) => each.startsWith("!")).map((each) => each.slice(1));
  const ignored = partsOf(expanded(negative.concat(options.ignore ?? [])));
  const matching = partsOf(wanted);
  const root = commonStart(wanted);
  const links = new Map<string, string>();
  const paths: string[] = [];
  const hasFolders = onlyDirectories || !onlyFiles;
  if (given.length > 0 && hasFolders) addFolder(root);
  if (given.length > 0) yield* walk(root, Math.round(deep - root.length));
  return paths;

  function* walk(folder: readonly string[], depth: number): Generator<string, void, readonly Item[]> {
    if (depth < 0) return;
    for (const { name, isFolder, end } of yield pathIn(cwd, folder)) {
      const way = [...folder, name];
      if (!isFolder) {
        if (!onlyDirectories && isWanted(way)) paths.push(absolute ? pathIn(cwd, way) : way.join("/"));
        continue;
      }
      if ((end !== undefined && isCircle(way, end)) || !goesOn(way, matching, dot)) continue;
      if (isOneOf(way.join("/"), ignored, dot)) continue;
      if (hasFolders && end === undefined) addFolder(way);
      yield* walk(way, depth - 1);
    }
  }

  function isWanted(way: readonly string[]): boolean {
    const path = way.join("/");
    return isOneOf(path, matching, dot) && !isOneOf(path, ignored, dot);
  }

  function addFolder(way: readonly string[]): void {
    if (way.length === 0 || !isWanted(way)) return;
    const end = way.length === root.length && !absolute ? "/." : "/";
    paths.push(absolute ? `${pathIn(cwd, way).replace(/\/$/, "")}/` : `${way.join("/")}${end}`);
  }

  /** Whether a link leads to where one before it led, or to what is above or below that. */
  function isCircle(way: readonly string[], end: string): boolean {
    links.set(way.join("/"), end);
    return way.slice(root.length, -1).some((_, index) => {
      const before = links.get(way.slice(0, root.length + index + 1).join("/"));
      return before !== undefined && (before.startsWith(end) || end.startsWith(before));
    });
  }
}

/** The folder in which all of some patterns begin. */
function commonStart(patterns: readonly string[]): string[] {
  let start: string[] | undefined;
  for (const parts of patterns.map((each) => each.split("/"))) {
    const shared: readonly string[] = start ?? parts;
    const last = parts.length - 1;
    start = [];
    for (const [index, part] of parts.slice(0, shared.length).entries()) {
      if (part === "**" && index === last) start.pop();
      if (index === last || part !== shared[index] || /[*{]/.test(part)) break;
      start.push(part);
    }
  }
  return start ?? [];
}

/** Whether a pattern begins as a path does; what is behind `**` may be anything. */
function goesOn(way: readonly string[], patterns: readonly (readonly Part[])[], dot: boolean): boolean {
  return patterns.some((parts) => {
    for (const [index, name] of way.entries()) {
      const part = parts[index];
      if (part === "**") return dot || !name.startsWith(".");
      if (part === undefined || !(typeof part === "string" ? name === part : part.test(name))) return false;
    }
    return true;
  });
}

function placeOf(cwd: unknown): string {
  const path = cwd instanceof URL ? fileURLToPath(cwd) : resolve((cwd as string) || process.cwd());
  return path.replace(/\\/g, "/").replace(/(?<=.)\/$/, "");
}

function pathIn(cwd: string, names: readonly string[]): string {
  return [cwd === "/" ? "" : cwd, ...names].join("/") || "/";
}

function itemsNow(folder: string, { followSymbolicLinks = true }: Crawling): Item[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry): Item[] => {
      if (entry.isSymbolicLink()) return followSymbolicLinks ? targetNow(folder, entry.name) : [];
      return entry.isFile() || entry.isDirectory() ? [{ name: entry.name, isFolder: entry.isDirectory() }] : [];
    });
  } catch {
    return [];
  }
}

async function itemsLater(folder: string, { followSymbolicLinks = true }: Crawling): Promise<Item[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const items = entries.map(async (entry): Promise<Item[]> => {
      if (entry.isSymbolicLink()) return followSymbolicLinks ? targetLater(folder, entry.name) : [];
      return entry.isFile() || entry.isDirectory() ? [{ name: entry.name, isFolder: entry.isDirectory() }] : [];
    });
    return (await Promise.all(items)).flat();
  } catch {
    return [];
  }
}

/** What a link leads to, unless that is nothing. */
function targetNow(folder: string, name: string): Item[] {
  try {
    const end = realpathSync(`${folder}/${name}`);
    return [{ name, isFolder: statSync(end).isDirectory(), end }];
  } catch {
    return [];
  }
}

async function targetLater(folder: string, name: string): Promise<Item[]> {
  try {
    const end = await realpath(`${folder}/${name}`);
    return [{ name, isFolder: (await stat(end)).isDirectory(), end }];
  } catch {
    return [];
  }
}
