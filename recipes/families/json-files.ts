/** Files of JSON, as jsonfile and with it fs-extra read and write them. */
import { readFile, readFileSync, writeFile, writeFileSync } from "node:fs";
import { promisify } from "node:util";
import { tellBack } from "./later.ts";

interface JsonReading {
  encoding?: string | null;
  flag?: string;
  throws?: boolean;
  reviver?: (key: string, value: unknown) => unknown;
  fs?: undefined;
}

export interface JsonWriting {
  encoding?: string | null;
  mode?: number | string;
  flag?: string;
  EOL?: string;
  finalEOL?: boolean;
  replacer?: ((key: string, value: unknown) => unknown) | (string | number)[] | null;
  spaces?: number | string;
  fs?: undefined;
}

/** What a file of JSON has in it, nobody can say. */
type Json = ReturnType<typeof JSON.parse>;

export function readJson(file: string, options?: string | JsonReading): Promise<Json>;
/** The value in a file of JSON, null for a broken one if `throws` is false; gives a promise where there is no callback. */
export function readJson(...args: unknown[]): unknown {
  return tellBack(args, read);
}

async function read(file: unknown, options: unknown = {}): Promise<unknown> {
  const given = (typeof options === "string" ? { encoding: options } : options) as JsonReading;
  const doesThrow = "throws" in given ? given.throws : true;
  const text = await promisify(readFile)(file as string, given as { encoding: BufferEncoding });
  try {
    return JSON.parse(text.toString().replace(/^\uFEFF/, ""), given.reviver);
  } catch (error) {
    if (!doesThrow) return null;
    (Object(error) as Error).message = `${file as string}: ${(error as Error).message}`;
    throw error;
  }
}

export function readJsonSync(file: string, options?: string | JsonReading): Json;
/** The value in a file of JSON, null for a broken one if `throws` is false. */
export function readJsonSync(file: unknown, options: string | JsonReading = {}): unknown {
  const given = typeof options === "string" ? { encoding: options } : options;
  const doesThrow = "throws" in given ? given.throws : true;
  try {
    const text = readFileSync(file as string, given as { encoding: BufferEncoding }).toString();
    return JSON.parse(text.replace(/^\uFEFF/, ""), (given as JsonReading).reviver);
  } catch (error) {
    if (!doesThrow) return null;
    (Object(error) as Error).message = `${file as string}: ${(error as Error).message}`;
    throw error;
  }
}

export function writeJson(file: string, value: unknown, options?: string | JsonWriting): Promise<void>;
/** Writes a value to a file as JSON, with a line break behind it; gives a promise where there is no callback. */
export function writeJson(...args: unknown[]): unknown {
  return tellBack(args, write);
}

async function write(file: unknown, value: unknown, options: unknown = {}): Promise<void> {
  await promisify(writeFile)(file as string, jsonOf(value, options), options as BufferEncoding);
}

/** Writes a value to a file as JSON, with a line break behind it. */
export function writeJsonSync(file: string, value: unknown, options: string | JsonWriting = {}): void {
  writeFileSync(file, jsonOf(value, options), options as BufferEncoding);
}

/** The text of a value as JSON, with a line break behind it. */
export function jsonOf(value: unknown, options: unknown = {}): string {
  const { EOL = "\n", finalEOL = true, replacer = null, spaces } = options as JsonWriting;
  const text = JSON.stringify(value, replacer as null, spaces) as string | undefined;
  if (text === undefined) throw new TypeError(`Converting ${typeof value} value to JSON is not supported`);
  return text.replace(/\n/g, EOL) + (finalEOL ? EOL : "");
}
