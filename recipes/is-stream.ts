import { defineRecipe } from "../src/recipe.ts";
import { type Streamlike, isOfKind, isPiped } from "./families/streams.ts";

/** Tells whether a value is a stream that can be written to. */
function isWritable(stream: unknown): boolean {
  return isPiped(stream) && stream.writable !== false && isOfKind(stream, "_write", "_writableState");
}

/** Tells whether a value is a stream that can be read. */
function isReadable(stream: unknown): boolean {
  return isPiped(stream) && stream.readable !== false && isOfKind(stream, "_read", "_readableState");
}

/** Tells whether a value is a stream that can be read and written to. */
function isDuplex(stream: unknown): boolean {
  return isWritable(stream) && isReadable(stream);
}

/** Tells whether a value is a stream that makes what is read of what is written. */
function isTransform(stream: unknown): boolean {
  return isDuplex(stream) && typeof (stream as Streamlike)._transform === "function";
}

/** Tells whether a value is a stream that makes what is read of what is written. */
function isTransformWithState(stream: unknown): boolean {
  return isDuplex(stream) && isOfKind(stream as Streamlike, "_transform", "_transformState");
}

export default defineRecipe(
  {
    package: "is-stream",
    versions: "3.0.0",
    replacement: "a look at its methods",
    floor: { node: "6.0.0", baseline: "2016-09" },
    exports: {
      isStream: isPiped,
      isWritableStream: isWritable,
      isReadableStream: isReadable,
      isDuplexStream: isDuplex,
      isTransformStream: isTransform,
    },
  },
  {
    package: "is-stream",
    versions: "2.0.1",
    replacement: "a look at its methods",
    floor: { node: "6.0.0", baseline: "2016-09" },
    exports: { default: isPiped, writable: isWritable, readable: isReadable, duplex: isDuplex, transform: isTransform },
  },
  {
    package: "is-stream",
    versions: ">=1.1.0 <2.0.1",
    replacement: "a look at its methods",
    floor: { node: "6.0.0", baseline: "2016-09" },
    exports: {
      default: isPiped,
      writable: isWritable,
      readable: isReadable,
      duplex: isDuplex,
      transform: isTransformWithState,
    },
  },
);
