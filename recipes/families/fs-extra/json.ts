/** What fs-extra writes as JSON into directories that need not be there yet. */
import { type JsonWriting, jsonOf } from "../json-files.ts";
import { tellBack } from "../later.ts";
import { output, outputFileSync } from "./files.ts";

export function outputJson(file: string, value: unknown, options?: string | JsonWriting): Promise<void>;
/** Writes a value to a file as JSON, and makes the directory it is in; gives a promise where there is no callback. */
export function outputJson(...args: unknown[]): unknown {
  return tellBack(args, outputValue);
}

async function outputValue(file: unknown, value: unknown, options: unknown = {}): Promise<void> {
  await output(file, jsonOf(value, options), options);
}

/** Writes a value to a file as JSON, and makes the directory the file is in. */
export function outputJsonSync(file: string, value: unknown, options?: string | JsonWriting): void {
  outputFileSync(file, jsonOf(value, options), options as BufferEncoding);
}
