import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { defineRecipe } from "../src/recipe.ts";

interface Options {
  beforeParse?: (text: string) => string;
  reviver?: (key: string, value: unknown) => unknown;
}

export default defineRecipe({
  package: "load-json-file",
  versions: ">=7 <8",
  replacement: "JSON.parse of what fs reads",
  floor: { node: "14.0.0" },
  deviations: [{ severity: "message", note: "Options that are null fail by another message." }],
  exports: {
    loadJsonFile: loadLater,
    loadJsonFileSync: [
      (path: string): unknown => JSON.parse(new TextDecoder().decode(readFileSync(path))) as unknown,
      loadNow,
    ],
  },
});

function loadLater<T = unknown>(path: string | URL, options?: Options): Promise<T>;
/** The value of a file of JSON, which may start with a byte order mark. */
async function loadLater(path: unknown, options: unknown = {}): Promise<unknown> {
  return parse(await readFile(path as string), options as Options);
}

function loadNow<T = unknown>(path: string | URL, options?: Options): T;
/** The value of a file of JSON, which may start with a byte order mark. */
function loadNow(path: unknown, options: unknown = {}): unknown {
  return parse(readFileSync(path as string), options as Options);
}

function parse(bytes: Uint8Array, { beforeParse, reviver }: Options): unknown {
  const text = new TextDecoder().decode(bytes);
  return JSON.parse(typeof beforeParse === "function" ? beforeParse(text) : text, reviver);
}
