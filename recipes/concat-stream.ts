import { Writable } from "node:stream";
import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe(
  {
    package: "concat-stream",
    versions: "2.0.0",
    replacement: "a Writable that gathers",
    floor: { node: "10.0.0" },
    deviations: [
      { severity: "message", note: "A callback that is no function fails by another message." },
      {
        severity: "quirk",
        note: "An old stream that emits null as a chunk fails at once, even where its errors are listened for.",
      },
      { severity: "quirk", note: "A source that has ended says that it is paused one turn later." },
    ],
    gives: { default: ["x.pipe(it)", "it.on(error)", "it.once(error)"] },
    exports: { default: gather },
  },
  {
    package: "concat-stream",
    versions: ">=1.6.0 <2",
    replacement: "a Writable that gathers",
    floor: { node: "8.0.0" },
    deviations: [
      { severity: "message", note: "A callback that is no function fails by another message." },
      { severity: "message", note: "The error of a source that is piped into it after its end has a code." },
      {
        severity: "quirk",
        note: "An old stream that emits null as a chunk fails at once, even where its errors are listened for.",
      },
      { severity: "quirk", note: "A source that has ended says that it is paused one turn later." },
    ],
    gives: { default: ["x.pipe(it)", "it.on(error)", "it.once(error)"] },
    exports: { default: gatherUntilClosed },
  },
);

function gather(callback?: (all: Buffer) => void): Writable;
function gather<T = Buffer>(options: { encoding?: string | undefined }, callback?: (all: T) => void): Writable;
/** A stream that gathers what is written to it, and calls back with all of it as one value. */
function gather(options?: unknown, callback?: unknown): Writable {
  const [wanted, back] = typeof options === "function" ? [{}, options] : [options || {}, callback];
  const { encoding } = wanted as { encoding?: unknown };
  const kind = encoding ? String(encoding).toLowerCase() : undefined;
  const chunks: unknown[] = [];
  let waiting = 0;
  let isOver = false;
  const answer = (): void => {
    if (isOver && waiting === 0 && back)
      (back as (all: unknown) => void)(joinAs(kind === undefined ? kindOf(chunks) : kind, chunks));
  };
  const stream = new Writable({
    objectMode: true,
    autoDestroy: false,
    write(chunk, _encoding, done) {
      chunks.push(chunk);
      // There is no answer before the turn of the last chunk is over.
      waiting += 1;
      process.nextTick(() => {
        waiting -= 1;
        answer();
      });
      done();
    },
  });
  // "finish" comes a turn later, after other listeners for the end of the source.
  return stream.once("prefinish", () => {
    isOver = true;
    answer();
  });
}

function gatherUntilClosed(callback?: (all: Buffer) => void): Writable;
function gatherUntilClosed<T = Buffer>(
  options: { encoding?: string | undefined },
  callback?: (all: T) => void,
): Writable;
/** A stream that gathers what is written to it until it ends or is destroyed, and calls back with all of it as one value. */
function gatherUntilClosed(options?: unknown, callback?: unknown): Writable {
  const stream = (gather as (...args: unknown[]) => Writable)(options, callback);
  const { destroy } = stream;
  stream.destroy = (error) => {
    stream.emit("prefinish");
    return destroy.call(stream, error);
  };
  return stream;
}

/** What becomes of all chunks when nothing was asked for: the kind of the first. */
function kindOf(chunks: readonly unknown[]): string {
  const [first] = chunks;
  if (Buffer.isBuffer(first)) return "buffer";
  if (first instanceof Uint8Array) return "uint8array";
  if (Array.isArray(first)) return "array";
  if (typeof first === "string") return "string";
  const isPlain = Object.prototype.toString.call(first) === "[object Object]";
  return chunks.length === 0 || isPlain ? "object" : "buffer";
}

/** All chunks as one value of a kind; the list of them where it is none of these. */
function joinAs(kind: string, chunks: unknown[]): unknown {
  if (kind === "array") return joinLists(chunks);
  if (kind === "string") return joinTexts(chunks);
  if (kind === "buffer") return Buffer.concat(chunks.map(bytesOf));
  return kind === "uint8array" || kind === "uint8" || kind === "u8" ? joinNumbers(chunks) : chunks;
}

function joinLists(chunks: readonly unknown[]): unknown[] {
  const all: unknown[] = [];
  for (const chunk of chunks as (unknown[] | undefined)[])
    Reflect.apply(all.push, all, chunk === undefined ? [] : chunk);
  return all;
}

/** A character may be in two chunks of bytes, but not where the first chunk is a text. */
function joinTexts(chunks: readonly unknown[]): string {
  const parts = chunks.map((chunk) => (typeof chunk === "string" ? chunk : bytesOf(chunk)));
  return Buffer.isBuffer(chunks[0]) ? Buffer.concat(parts as Buffer[]).toString() : parts.join("");
}

function joinNumbers(chunks: readonly unknown[]): Uint8Array {
  const lists = chunks.map((chunk) => (typeof chunk === "string" ? Buffer.from(chunk) : (chunk as ArrayLike<number>)));
  const all = new Uint8Array(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists)
    for (let index = 0; index < list.length; index += 1) {
      all[at] = list[index] as number;
      at += 1;
    }
  return all;
}

function bytesOf(chunk: unknown): Buffer {
  if (Buffer.isBuffer(chunk)) return chunk;
  const isList =
    /Array\]$/.test(Object.prototype.toString.call(chunk)) ||
    (chunk !== undefined && typeof (chunk as { subarray?: unknown }).subarray === "function");
  return Buffer.from(typeof chunk === "string" || isList ? (chunk as string) : String(chunk));
}
