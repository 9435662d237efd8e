import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { defineRecipe } from "../src/recipe.ts";

type Values = Record<string, string>;

interface Options {
  path?: unknown;
  encoding?: unknown;
  override?: unknown;
  processEnv?: unknown;
  quiet?: unknown;
  debug?: false;
  DOTENV_KEY?: undefined;
}

export default defineRecipe(
  {
    package: "dotenv",
    versions: ">=16.4.7 <17",
    replacement: "a regular expression, over what fs reads",
    floor: { node: "14.0.0" },
    deviations: [
      {
        severity: "observable",
        note: "No vault is read where DOTENV_KEY is in the environment, and nothing is printed.",
        exports: ["config"],
      },
    ],
    exports: { parse, config },
    require: "namespace",
  },
  {
    package: "dotenv",
    versions: "17.4.2",
    replacement: "a regular expression, over what fs reads",
    floor: { node: "14.0.0" },
    deviations: [
      {
        severity: "observable",
        note: "No vault is read where DOTENV_KEY is in the environment, and nothing is printed.",
        exports: ["config"],
      },
    ],
    exports: { parse, config },
    require: "namespace",
  },
);

function parse<T extends Values = Values>(src: string | Buffer): T;
/** The names and values of a text with a line `NAME=value` for each. */
function parse(src: unknown): Values {
  const values: Values = {};
  const lines = (src as string).toString().replace(/\r\n?/g, "\n");
  const line = /^\s*(?:export\s+)?([\w.-]+)(?:\s*=\s*?|:\s+?)(\s*(['"`])(?:\\\3|(?!\3)[^])*\3|[^#\n]+)?\s*(?:#.*)?$/gm;
  for (let found = line.exec(lines); found !== null; found = line.exec(lines)) {
    const [, name = "", given = ""] = found;
    const text = given.trim();
    const value = text.replace(/^(['"`])([^]*)\1$/gm, "$2");
    values[name] = text[0] === '"' ? value.replace(/\\n/g, "\n").replace(/\\r/g, "\r") : value;
  }
  return values;
}

/** Sets the environment from files of lines `NAME=value`: what is set already stays, unless `override` is true. */
function config(options?: Options): { parsed: Values; error?: Error } {
  const { path, encoding, override, processEnv } = options || {};
  const paths = path ? [path].flat() : [resolve(process.cwd(), ".env")];
  const parsed: Values = {};
  let error: unknown;
  for (const each of paths as string[]) {
    try {
      const file = each[0] === "~" ? join(homedir(), each.slice(1)) : each;
      fill(parsed, parse(readFileSync(file, { encoding: (encoding || "utf8") as BufferEncoding })), override);
    } catch (failure) {
      error = failure;
    }
  }
  fill((processEnv ?? process.env) as Values, parsed, override);
  return error ? { parsed, error: error as Error } : { parsed };
}

function fill(target: Values, values: Values, override: unknown): void {
  for (const name of Object.keys(values))
    if (override || !Object.prototype.hasOwnProperty.call(target, name)) target[name] = values[name] as string;
}
