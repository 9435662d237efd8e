import { readFileSync as readBytes, writeFileSync as writeText } from "node:fs";
import { defineRecipe } from "../src/recipe.ts";

interface ReadOptions {
  encoding?: string | null;
  flag?: string;
  throws?: boolean;
  reviver?: (key: string, value: unknown) => unknown;
  fs?: undefined;
}

interface WriteOptions {
  encoding?: string | null;
  mode?: number | string;
  flag?: string;
  EOL?: string;
  finalEOL?: boolean;
  replacer?: ((key: string, value: unknown) => unknown) | (string | number)[] | null;
  spaces?: number | string;
  fs?: undefined;
}

export default defineRecipe(
  {
    package: "jsonfile",
    versions: ">=6.1 <6.2.1",
    replacement: "JSON.parse and JSON.stringify with node:fs",
    floor: { node: "10.0.0" },
    deviations: [
      { severity: "message", note: "A value that is no JSON fails by another message.", exports: ["writeFileSync"] },
    ],
    exports: { readFileSync, writeFileSync },
    require: "namespace",
  },
  {
    package: "jsonfile",
    versions: "6.2.1",
    replacement: "JSON.parse and JSON.stringify with node:fs",
    floor: { node: "10.0.0" },
    exports: { readFileSync, writeFileSync },
    require: "namespace",
  },
);

/** The value in a file of JSON, which may start with a byte order mark; null for a broken one if `throws` is false. */
function readFileSync(file: string, options: string | ReadOptions = {}) {
  const given = typeof options === "string" ? { encoding: options } : options;
  const { throws, reviver } = given as ReadOptions;
  try {
    const text = readBytes(file, given as { encoding: BufferEncoding }).toString();
    return JSON.parse(text.replace(/^\uFEFF/, ""), reviver);
  } catch (error) {
    if ("throws" in given && !throws) return null;
    (error as Error).message = `${file}: ${(error as Error).message}`;
    throw error;
  }
}

/** Writes a value to a file as JSON, with a line break behind it. */
function writeFileSync(file: string, value: unknown, options: string | WriteOptions = {}): void {
  const { EOL = "\n", finalEOL = true, replacer = null, spaces } = options as WriteOptions;
  const text = JSON.stringify(value, replacer as null, spaces) as string | undefined;
  if (text === undefined) throw new TypeError(`Converting ${typeof value} value to JSON is not supported`);
  writeText(file, text.replace(/\n/g, EOL) + (finalEOL ? EOL : ""), options as { encoding: BufferEncoding });
}
