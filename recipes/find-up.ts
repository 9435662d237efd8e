import { existsSync } from "node:fs";
import { access as accessPromise } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { defineRecipe, type FileName } from "../src/recipe.ts";
import {
  type Entry,
  type NameOrNames,
  lookUp,
  lookUpAny,
  lookUpAnyNow,
  lookUpAnyOf,
  lookUpAnyOfNow,
  lookUpNow,
} from "./families/look-up.ts";

// Versions 4 and 5 complain about a type that is there and undefined.
type StrictOptions = { cwd?: unknown } | { cwd?: unknown; type: Entry };

type InnerNames = FileName | readonly FileName[];

interface Place {
  cwd?: string;
}

interface Options {
  cwd?: unknown;
  type?: Entry;
}

export default defineRecipe(
  {
    package: "find-up",
    versions: ">=1.1.2 <2.1",
    replacement: "a loop upwards with fs.access",
    floor: { node: "14.0.0" },
    exports: { default: findUpOne, sync: findUpOneSync },
  },
  {
    package: "find-up",
    versions: ">=2.1.0 <4",
    replacement: "a loop upwards with fs.access",
    floor: { node: "14.0.0" },
    exports: { default: findUpAny, sync: findUpAnySync },
  },
  {
    package: "find-up",
    versions: "4.1.0",
    replacement: "a loop upwards with fs.stat",
    floor: { node: "14.0.0" },
    exports: {
      default: findUpEarly,
      sync: findUpEarlySync,
      /** Whether a path exists. */
      exists: (path: unknown) =>
        accessPromise(path as string).then(
          () => true,
          () => false,
        ),
    },
  },
  {
    package: "find-up",
    versions: "5.0.0",
    replacement: "a loop upwards with fs.stat",
    floor: { node: "14.0.0" },
    exports: { default: findUpEarly, sync: findUpEarlySync, exists: pathExists },
  },
  {
    package: "find-up",
    versions: "6.3.0",
    replacement: "a loop upwards with fs.stat",
    floor: { node: "14.0.0" },
    exports: { findUp: findUpSix, findUpSync: findUpSixSync, pathExists, pathExistsSync: existsSync },
  },
  {
    package: "find-up",
    versions: "7.0.0",
    replacement: "a loop upwards with fs.stat",
    floor: { node: "14.0.0" },
    exports: { findUp, findUpSync, pathExists, pathExistsSync: existsSync },
  },
  {
    package: "find-up",
    versions: "8.0.0",
    replacement: "a loop upwards with fs.stat",
    floor: { node: "14.0.0" },
    exports: { findUp, findUpSync },
  },
);

/** The path of the nearest file or directory of a name, from a directory upwards; null where there is none. */
async function findUpOne(name: FileName, options: Place = {}): Promise<string | null> {
  return lookUpAny(name, resolve(options.cwd || ""));
}

/** The path of the nearest file or directory of a name, from a directory upwards; null where there is none. */
function findUpOneSync(name: FileName, options: Place = {}): string | null {
  return lookUpAnyNow(name, resolve(options.cwd || ""));
}

/** The path of the nearest file or directory of a name, or of several, from a directory upwards; null where there is none. */
async function findUpAny(name: InnerNames, options: Place = {}): Promise<string | null> {
  return lookUpAnyOf(name, resolve(options.cwd || ""));
}

/** The path of the nearest file or directory of a name, or of several, from a directory upwards; null where there is none. */
function findUpAnySync(name: InnerNames, options: Place = {}): string | null {
  return lookUpAnyOfNow(name, resolve(options.cwd || ""));
}

/** The path of the nearest file or directory of a name, from a directory upwards. */
async function findUpEarly(name: NameOrNames, options: StrictOptions = {}): Promise<string | undefined> {
  const kind = "type" in options ? options.type : "file";
  return lookUp(name, resolve((options.cwd as string) || ""), kind);
}

/** The path of the nearest file or directory of a name, from a directory upwards. */
function findUpEarlySync(name: NameOrNames, options: StrictOptions = {}): string | undefined {
  const kind = "type" in options ? options.type : "file";
  return lookUpNow(name, resolve((options.cwd as string) || ""), kind);
}

/** The path of the nearest file or directory of a name, from a directory upwards. */
async function findUpSix(name: NameOrNames, options: Options = {}): Promise<string | undefined> {
  const from = options.cwd instanceof URL ? fileURLToPath(options.cwd) : (options.cwd as string);
  return lookUp(name, resolve(from || ""), options.type ?? "file");
}

/** The path of the nearest file or directory of a name, from a directory upwards. */
function findUpSixSync(name: NameOrNames, options: Options = {}): string | undefined {
  const from = options.cwd instanceof URL ? fileURLToPath(options.cwd) : (options.cwd as string);
  return lookUpNow(name, resolve(from || ""), options.type ?? "file");
}

/** The path of the nearest file or directory of a name, from a directory upwards. */
async function findUp(name: NameOrNames, options: Options = {}): Promise<string | undefined> {
  const from = options.cwd instanceof URL ? fileURLToPath(options.cwd) : (options.cwd as string | undefined);
  return lookUp(name, resolve(from ?? ""), options.type ?? "file");
}

/** The path of the nearest file or directory of a name, from a directory upwards. */
function findUpSync(name: NameOrNames, options: Options = {}): string | undefined {
  const from = options.cwd instanceof URL ? fileURLToPath(options.cwd) : (options.cwd as string | undefined);
  return lookUpNow(name, resolve(from ?? ""), options.type ?? "file");
}

/** Whether a path exists. */
function pathExists(path: unknown) {
  return accessPromise(path as string).then(
    () => true,
    () => false,
  );
}
