import { constants } from "node:buffer";
import { PassThrough, pipeline } from "node:stream";
import { promisify } from "node:util";
import { defineRecipe } from "../src/recipe.ts";
import { pumpAll } from "./families/pump.ts";

interface Options {
  maxBuffer?: number;
  encoding?: BufferEncoding | "buffer";
}

type Into = (from: unknown, to: PassThrough) => Promise<unknown>;

export default defineRecipe(
  {
    package: "get-stream",
    versions: ">=6.0.0 <7",
    replacement: "a pipeline into a PassThrough",
    floor: { node: "10.0.0" },
    exports: { default: getStream, buffer, array },
  },
  {
    package: "get-stream",
    versions: ">=4.1.0 <6",
    replacement: "a PassThrough",
    floor: { node: "8.3.0" },
    exports: { default: getStreamByPump, buffer: bufferByPump, array: arrayByPump },
  },
);

function getStream(stream: NodeJS.ReadableStream, options?: Options): Promise<string>;
/** All of a stream as one text. */
async function getStream(stream: unknown, options?: unknown): Promise<unknown> {
  return collect(stream, { ...(options as Options) }, promisify(pipeline) as Into);
}

function buffer(stream: NodeJS.ReadableStream, options?: Options): Promise<Buffer>;
/** All of a stream as bytes. */
async function buffer(stream: unknown, options?: unknown): Promise<unknown> {
  return collect(stream, { ...(options as Options), encoding: "buffer" }, promisify(pipeline) as Into);
}

function array<T = unknown>(stream: NodeJS.ReadableStream, options?: Options): Promise<T[]>;
/** All of a stream, piece by piece. */
async function array(stream: unknown, options?: unknown): Promise<unknown> {
  return collect(stream, { ...(options as Options), array: true }, promisify(pipeline) as Into);
}

function getStreamByPump(stream: NodeJS.ReadableStream, options?: Options): Promise<string>;
/** All of a stream as one text. */
async function getStreamByPump(stream: unknown, options?: unknown): Promise<unknown> {
  return collect(stream, { ...(options as Options) }, pumped);
}

function bufferByPump(stream: NodeJS.ReadableStream, options?: Options): Promise<Buffer>;
/** All of a stream as bytes. */
async function bufferByPump(stream: unknown, options?: unknown): Promise<unknown> {
  return collect(stream, { ...(options as Options), encoding: "buffer" }, pumped);
}

function arrayByPump<T = unknown>(stream: NodeJS.ReadableStream, options?: Options): Promise<T[]>;
/** All of a stream, piece by piece. */
async function arrayByPump(stream: unknown, options?: unknown): Promise<unknown> {
  return collect(stream, { ...(options as Options), array: true }, pumped);
}

function pumped(from: unknown, to: PassThrough): Promise<void> {
  let settle: (error?: Error) => void = () => {};
  const over = new Promise<void>((resolve, reject) => {
    settle = (error) => (error ? reject(error) : resolve());
  });
  pumpAll(from as NodeJS.ReadableStream, to, settle);
  return over;
}

class MaxBufferError extends Error {
  constructor() {
    super("maxBuffer exceeded");
    this.name = "MaxBufferError";
  }
}

/** Lets a stream flow into one that keeps what comes; an error tells what had come by then, as `bufferedData`. */
async function collect(stream: unknown, options: Options & { array?: unknown }, flow: Into): Promise<unknown> {
  if (!stream) throw new Error("Expected a stream");
  const { encoding, array: isList, maxBuffer = Infinity } = options;
  const isBinary = encoding === "buffer";
  const objectMode = Boolean(isList) && !encoding;
  const kept = new PassThrough({ objectMode });
  if (!isBinary && !objectMode) kept.setEncoding(encoding || "utf8");
  const chunks: unknown[] = [];
  let length = 0;
  const value = (): unknown => {
    if (isList) return chunks;
    return isBinary ? Buffer.concat(chunks as Buffer[], length) : chunks.join("");
  };
  await new Promise<void>((resolve, reject) => {
    const fail = (error: Error & { bufferedData?: unknown }): void => {
      if (error && length <= constants.MAX_LENGTH) error.bufferedData = value();
      reject(error);
    };
    kept.on("data", (chunk: string) => {
      chunks.push(chunk);
      length += objectMode ? 1 : chunk.length;
      if (length > maxBuffer) fail(new MaxBufferError());
    });
    flow(stream, kept).then(() => resolve(), fail);
  });
  return value();
}
