import { statSync } from "node:fs";
import { stat } from "node:fs/promises";
import { dirname, isAbsolute, join, parse, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { defineRecipe } from "../src/recipe.ts";

interface Options {
  cwd?: unknown;
  type?: unknown;
  stopAt?: unknown;
}

export default defineRecipe({
  package: "find-up-simple",
  versions: "1.0.1",
  replacement: "a loop upwards with fs.stat",
  floor: { node: "14.0.0" },
  exports: { findUp, findUpSync },
});

/** The path of the nearest file or directory of a name, from a directory upwards. */
async function findUp(name: unknown, options: Options = {}): Promise<string | undefined> {
  const type = options.type === undefined ? "file" : options.type;
  for (const path of placesOf(name, options)) {
    try {
      const found = await stat(path);
      if ((type === "file" && found.isFile()) || (type === "directory" && found.isDirectory())) return path;
    } catch {
      // What cannot be looked at is not what is looked for.
    }
  }
  return undefined;
}

/** The path of the nearest file or directory of a name, from a directory upwards. */
function findUpSync(name: unknown, options: Options = {}): string | undefined {
  const type = options.type === undefined ? "file" : options.type;
  for (const path of placesOf(name, options)) {
    try {
      const found = statSync(path);
      if ((type === "file" && found.isFile()) || (type === "directory" && found.isDirectory())) return path;
    } catch {
      // What cannot be looked at is not what is looked for.
    }
  }
  return undefined;
}

/** The paths a name may have, from a directory up to where the search ends. */
function placesOf(name: unknown, { cwd, stopAt }: Options): string[] {
  const places: string[] = [];
  let directory = resolve(pathOf(cwd) ?? "");
  const { root } = parse(directory);
  const last = resolve(directory, pathOf(stopAt) ?? root);
  const isWhole = isAbsolute(name as string);
  for (; ; directory = dirname(directory)) {
    places.push(isWhole ? (name as string) : join(directory, name as string));
    if (directory === last || directory === root) return places;
  }
}

function pathOf(place: unknown): string | undefined {
  return place instanceof URL ? fileURLToPath(place) : (place as string | undefined);
}
