/** Folders for calls that touch the disk: planted anew for each, and read back afterwards. */
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { types } from "node:util";
import type { Surround } from "../proof/outcome.ts";
import { type Sample, type World, sample } from "../proof/sample.ts";

/** In memory where there is such a folder: thousands of trees are made and removed. */
const temporary = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
/** Every call sees the same path, so that paths in results and errors can be compared. */
const outer = join(realpathSync(temporary), `shrinkdeps-effects-${process.pid}`);

/** Where the call runs: two levels down, so that "../.." stays inside. */
export const folder = join(outer, "a", "work");

/** Runs a call in a freshly planted folder, and tells the tree it left behind and the system's error codes. */
export const inFolder: Surround = (call, world) => inPlanted(plant, call, world);

/** As `inFolder`, for calls that do one thing, so that nothing goes on where they have failed. */
export const inFolderAlone: Surround = (call, world) => inPlanted(plant, call, world, 0);

/** Runs a call in a folder that is planted for it. `patience` is how long what goes on after a failure may take. */
export function inPlanted(sow: (world: World) => void, call: () => unknown, world: World, patience = 30): unknown {
  const home = process.cwd();
  rmSync(outer, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  sow(world);
  process.chdir(folder);
  const leave = (): void => {
    process.chdir(home);
    world.calls.push(...readTree(outer));
    rmSync(outer, { recursive: true, force: true });
  };
  try {
    const value = call();
    const awaited = types.isPromise(value) ? value : waiting.get(world)?.then(() => value);
    if (awaited === undefined) {
      leave();
      return value;
    }
    return Promise.resolve(awaited).then(
      (result: unknown) => {
        leave();
        return result;
      },
      async (error: unknown) => {
        // Of several removals the first to fail ends the call; the others go on.
        if (patience > 0) await setTimeout(patience);
        tellCode(world, error);
        leave();
        throw error;
      },
    );
  } catch (error) {
    tellCode(world, error);
    leave();
    throw error;
  }
}

const waiting = new WeakMap<World, Promise<void>>();

/** A callback that takes so many parameters; the call is over when it, or another one of it, has been called. */
export function callback(parameters: 0 | 1 | 2): Sample {
  return sample(`callback of ${parameters}`, (world) => {
    let done = (): void => undefined;
    const over = new Promise<void>((resolve) => (done = resolve));
    waiting.set(world, Promise.race([over, waiting.get(world) ?? over]));
    const called = (...args: unknown[]): void => {
      world.calls.push("called back", codeOf(args[0]) ?? null, ...args.slice(1, Math.max(parameters, 1)));
      done();
    };
    if (parameters === 0) return () => called();
    return parameters === 1
      ? (error: unknown) => called(error)
      : (error: unknown, made: unknown) => called(error, made);
  });
}

/** An object that hides what is written to it: some packages add their defaults to the options, which no literal shows. */
export function keepingChanges(options: Record<string, unknown>): unknown {
  const written: Record<string, unknown> = {};
  return new Proxy(options, {
    get: (target, key: string) => written[key] ?? target[key],
    set: (_, key: string, value) => {
      written[key] = value;
      return true;
    },
  });
}

/** A folder with a file, a directory, links to both, and a link that leads nowhere. */
function plant(): void {
  mkdirSync(join(folder, "dir", "sub"), { recursive: true });
  writeFileSync(join(outer, "a", "beside"), "beside");
  writeFileSync(join(folder, "file"), "file");
  writeFileSync(join(folder, "dir", "sub", "leaf"), "leaf");
  writeFileSync(join(folder, "[x]"), "magic");
  writeFileSync(join(folder, "x"), "x");
  writeFileSync(join(folder, "read-only"), "read-only");
  chmodSync(join(folder, "read-only"), 0o444);
  symlinkSync("dir", join(folder, "link"));
  symlinkSync("file", join(folder, "filelink"));
  symlinkSync("nowhere", join(folder, "dangling"));
}

/** One line for each entry below a folder: its path, what it is, its mode, its target or text. */
function readTree(root: string, below = ""): string[] {
  return readdirSync(join(root, below))
    .sort()
    .flatMap((name) => {
      const path = below === "" ? name : `${below}/${name}`;
      const stat = lstatSync(join(root, path));
      const mode = (stat.mode & 0o7777).toString(8);
      if (stat.isSymbolicLink()) return [`${path} -> ${readlinkSync(join(root, path))}`];
      if (stat.isDirectory()) return [`${path}/ ${mode}`, ...readTree(root, path)];
      return [`${path} ${mode} ${readFileSync(join(root, path), "utf8")}`];
    });
}

function tellCode(world: World, error: unknown): void {
  if (error instanceof Error && "syscall" in error) world.calls.push(codeOf(error));
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return "code" in error ? String(error.code) : error.name;
}
