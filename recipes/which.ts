import { statSync } from "node:fs";
import { stat } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { callbackify } from "node:util";
import { defineRecipe } from "../src/recipe.ts";

interface Options {
  nothrow?: boolean | undefined;
  path?: string | undefined;
  all?: false | undefined;
  colon?: undefined;
  delimiter?: undefined;
  pathExt?: undefined;
}

type Throwing = Options & { nothrow?: false | undefined };

/** What tells who may run a file. */
interface FileMode {
  isFile(): boolean;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

type Callback = (error: Error | null, path?: string) => void;

const isWindows = process.platform === "win32";

const slash = isWindows ? /[/\\]/ : /\//;

export default defineRecipe(
  {
    package: "which",
    versions: "1.3.1",
    replacement: "a walk along PATH with fs.stat",
    floor: { node: "14.0.0" },
    deviations: [
      { severity: "message", note: "A name that is no text fails by another message." },
      {
        severity: "quirk",
        note: "A name with a null byte is not found, where the package complains of the byte.",
        exports: ["default"],
      },
      { severity: "quirk", note: "The variable OSTYPE does not turn another system into Windows." },
      {
        severity: "quirk",
        note: "A name that begins with a dot and a backslash is looked up as it is, where the package writes that twice.",
      },
      {
        severity: "quirk",
        note: "A quotation mark in PATH that closes nothing is part of a name, where it stands for the current directory.",
      },
    ],
    exports: { default: whichBack, sync: whichSync },
  },
  {
    package: "which",
    versions: ">=2.0.1 <3",
    replacement: "a walk along PATH with fs.stat",
    floor: { node: "14.0.0" },
    deviations: [
      { severity: "message", note: "A name that is no text fails by another message." },
      {
        severity: "quirk",
        note: "A name with a null byte is not found, where the package complains of the byte.",
        exports: ["default"],
      },
      { severity: "quirk", note: "The variable OSTYPE does not turn another system into Windows." },
      {
        severity: "quirk",
        note: "A name that begins with a dot and a backslash is looked up as it is, where the package writes that twice.",
      },
    ],
    exports: { default: whichEither, sync: whichSync },
  },
  {
    package: "which",
    versions: "3.0.1",
    replacement: "a walk along PATH with fs.stat",
    floor: { node: "14.0.0" },
    deviations: [
      { severity: "message", note: "A name that is no text fails by another message." },
      {
        severity: "quirk",
        note: "A name with a null byte is not found, where the package complains of the byte.",
        exports: ["default"],
      },
    ],
    exports: { default: which, sync: whichNewSync },
  },
  {
    package: "which",
    versions: ">=4 <8",
    replacement: "a walk along PATH with fs.stat",
    floor: { node: "14.0.0" },
    deviations: [{ severity: "message", note: "A name that is no text fails by another message." }],
    exports: { default: whichByGroups, sync: whichByGroupsSync },
  },
);

function notFound(command: unknown): Error {
  return Object.assign(new Error(`not found: ${command as string}`), { code: "ENOENT" });
}

/** The endings of what can be run, in Windows. */
function runnableEndings(): string[] {
  return isWindows ? (process.env.PATHEXT || ".EXE;.CMD;.BAT;.COM").split(";") : [""];
}

/** Where a command may be: at its own path, or in each directory of PATH; in Windows with each of the endings. */
function placesOf(command: string, path = "", endings = runnableEndings()): string[] {
  const isPath = command.match(slash) !== null;
  const directories = isPath ? [""] : [...(isWindows ? [process.cwd()] : []), ...path.split(delimiter)];
  const isWhole = isWindows && command.includes(".") && endings[0] !== "";
  return directories.flatMap((each) => {
    const directory = each.replace(/^"(.*)"$/, "$1");
    const start =
      directory === "" && command.startsWith(".") && slash.test(command.charAt(1)) ? command.slice(0, 2) : "";
    const place = start + join(directory, command);
    return [...(isWhole ? [""] : []), ...endings].map((ending) => place + ending);
  });
}

function lowerToo(endings: readonly string[]): string[] {
  return endings.flatMap((ending) => [ending, ending.toLowerCase()]);
}

function endsRunnably(path: string): boolean {
  return runnableEndings().some((ending) => path.toLowerCase().endsWith(ending.toLowerCase()));
}

/** Whether this process may run a file: by its ending in Windows, elsewhere by the bits of its mode. */
function mayRun(path: string, file: FileMode): boolean {
  if (isWindows) return file.isFile() && endsRunnably(path);
  const user = process.getuid?.();
  let bits = 0o001;
  if (file.gid === process.getgid?.()) bits |= 0o010;
  if (file.uid === user) bits |= 0o100;
  if (user === 0) bits |= 0o110;
  return file.isFile() && (file.mode & bits) !== 0;
}

/** Whether this process may run a file: by its ending in Windows, elsewhere by the bits of its mode. */
function mayRunByGroups(path: string, file: FileMode): boolean {
  if (isWindows) return file.isFile() && endsRunnably(path);
  const user = process.getuid?.();
  let bits = 0o001;
  if ([process.getgid?.(), ...(process.getgroups?.() ?? [])].includes(file.gid)) bits |= 0o010;
  if (file.uid === user) bits |= 0o100;
  if (user === 0) bits |= 0o110;
  return file.isFile() && (file.mode & bits) !== 0;
}

type Test = (path: string, file: FileMode) => boolean;

function findNow(places: readonly string[], isRunnable: Test): string | undefined {
  return places.find((place) => {
    try {
      return isRunnable(place, statSync(place));
    } catch {
      return false;
    }
  });
}

async function find(places: readonly string[], isRunnable: Test): Promise<string | undefined> {
  for (const place of places) {
    const file = await stat(place).catch(() => undefined);
    if (file !== undefined && isRunnable(place, file)) return place;
  }
  return undefined;
}

async function findOrFail(command: unknown, places: readonly string[]): Promise<string> {
  const found = await find(places, mayRun);
  if (found === undefined) throw notFound(command);
  return found;
}

function whichBack(command: string, callback: Callback): void;
function whichBack(command: string, options: Options, callback: Callback): void;
/** Looks a command up in PATH, and calls back with its path. */
function whichBack(command: string, options: Options | Callback, callback?: Callback): void {
  const [{ path }, back] = typeof options === "function" ? [{} as Options, options] : [options, callback];
  const places = placesOf(command, path || process.env.PATH);
  callbackify(findOrFail)(command, places, back as Callback);
}

function whichEither(command: string, callback: Callback): Promise<void>;
function whichEither(command: string, options: Options, callback: Callback): Promise<void>;
function whichEither(command: string, options?: Options): Promise<string>;
/** The path of a command that PATH leads to, which a callback gets where there is one. */
function whichEither(command: unknown, options: Options | Callback = {}, callback?: Callback): Promise<unknown> {
  const [{ path }, back] = typeof options === "function" ? [{} as Options, options] : [options, callback];
  const found = findOrFail(command, placesOf(command as string, path || process.env.PATH));
  return back === undefined ? found : found.then((place) => back(null, place), back);
}

function whichSync(command: string, options?: Throwing): string;
function whichSync(command: string, options: Options): string | null;
/** The path of a command that PATH leads to; null where there is none, if `nothrow` is set. */
function whichSync(command: unknown, options: Options = {}): string | null {
  const { nothrow, path } = options;
  const found = findNow(placesOf(command as string, path || process.env.PATH), mayRun);
  if (found === undefined && !nothrow) throw notFound(command);
  return found ?? null;
}

function which(command: string, options?: Throwing): Promise<string>;
function which(command: string, options: Options): Promise<string | null>;
/** The path of a command that PATH leads to; null where there is none, if `nothrow` is set. */
async function which(command: unknown, options: Options = {}): Promise<string | null> {
  const { nothrow, path = process.env.PATH } = options;
  const found = await find(placesOf(command as string, path, lowerToo(runnableEndings())), mayRun);
  if (found === undefined && !nothrow) throw notFound(command);
  return found ?? null;
}

function whichNewSync(command: string, options?: Throwing): string;
function whichNewSync(command: string, options: Options): string | null;
/** The path of a command that PATH leads to; null where there is none, if `nothrow` is set. */
function whichNewSync(command: unknown, options: Options = {}): string | null {
  const { nothrow, path = process.env.PATH } = options;
  const found = findNow(placesOf(command as string, path, lowerToo(runnableEndings())), mayRun);
  if (found === undefined && !nothrow) throw notFound(command);
  return found ?? null;
}

function whichByGroups(command: string, options?: Throwing): Promise<string>;
function whichByGroups(command: string, options: Options): Promise<string | null>;
/** The path of a command that PATH leads to; null where there is none, if `nothrow` is set. */
async function whichByGroups(command: unknown, options: Options = {}): Promise<string | null> {
  const { nothrow, path = process.env.PATH } = options;
  const found = await find(placesOf(command as string, path, lowerToo(runnableEndings())), mayRunByGroups);
  if (found === undefined && !nothrow) throw notFound(command);
  return found ?? null;
}

function whichByGroupsSync(command: string, options?: Throwing): string;
function whichByGroupsSync(command: string, options: Options): string | null;
/** The path of a command that PATH leads to; null where there is none, if `nothrow` is set. */
function whichByGroupsSync(command: unknown, options: Options = {}): string | null {
  const { nothrow, path = process.env.PATH } = options;
  const found = findNow(placesOf(command as string, path, lowerToo(runnableEndings())), mayRunByGroups);
  if (found === undefined && !nothrow) throw notFound(command);
  return found ?? null;
}
