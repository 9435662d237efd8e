import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { defineRecipe } from "../src/recipe.ts";

interface Options {
  beforeParse?: (text: string) => string;
  reviver?: (key: string, value: unknown) => unknown;
}

export default defineRecipe(
  {
    package: "load-json-file",
    versions: ">=2 <5",
    replacement: "JSON.parse of what fs reads",
    floor: { node: "14.0.0" },
    deviations: [
      {
        severity: "observable",
        note: "Where too many files are open it fails with EMFILE at once, instead of trying for up to a minute.",
        exports: ["default"],
      },
      { severity: "message", note: "JSON that is broken fails as JSON.parse does, which does not name the file." },
    ],
    exports: { default: loadText, sync: loadTextNow },
  },
  {
    package: "load-json-file",
    versions: ">=5 <7",
    replacement: "JSON.parse of what fs reads",
    floor: { node: "14.0.0" },
    deviations: [
      {
        severity: "observable",
        note: "Where too many files are open it fails with EMFILE at once, instead of trying for up to a minute.",
        exports: ["default"],
      },
      { severity: "message", note: "JSON that is broken fails as JSON.parse does, which does not name the file." },
    ],
    exports: { default: loadWith, sync: loadNowWith },
  },
  {
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
  },
);

function loadText<T>(path: string): Promise<T>;
/** The value of a file of JSON, which may start with a byte order mark. */
async function loadText(path: unknown): Promise<unknown> {
  return JSON.parse((await readFile(path as string, "utf8")).replace(/^\uFEFF/, ""));
}

function loadTextNow<T>(path: string): T;
/** The value of a file of JSON, which may start with a byte order mark. */
function loadTextNow(path: unknown): unknown {
  return JSON.parse(readFileSync(path as string, "utf8").replace(/^\uFEFF/, ""));
}

function loadWith<T = unknown>(path: string, options?: Options): Promise<T>;
/** The value of a file of JSON, which may start with a byte order mark. */
async function loadWith(path: unknown, options?: unknown): Promise<unknown> {
  return parseText(await readFile(path as string, "utf8"), options as Options);
}

function loadNowWith<T = unknown>(path: string, options?: Options): T;
/** The value of a file of JSON, which may start with a byte order mark. */
function loadNowWith(path: unknown, options?: unknown): unknown {
  return parseText(readFileSync(path as string, "utf8"), options as Options);
}

function parseText(text: string, { beforeParse, reviver }: Options = {}): unknown {
  const plain = text.replace(/^\uFEFF/, "");
  return JSON.parse(typeof beforeParse === "function" ? beforeParse(plain) : plain, reviver);
}

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
