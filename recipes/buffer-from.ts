import { Buffer } from "node:buffer";
import { defineRecipe } from "../src/recipe.ts";

/** Makes a buffer of a text, of bytes, or of a copy of an ArrayBuffer's part. */
function bufferFrom(value: unknown, encodingOrOffset?: unknown, length?: unknown): Buffer {
  if (typeof value === "number") throw new TypeError('"value" argument must not be a number');
  if (Object.prototype.toString.call(value) === "[object ArrayBuffer]")
    return copyArrayBuffer(value as ArrayBuffer, Number(encodingOrOffset) >>> 0, length);
  if (typeof value !== "string") return Buffer.from(value as Uint8Array);
  const encoding = typeof encodingOrOffset === "string" && encodingOrOffset !== "" ? encodingOrOffset : "utf8";
  if (!Buffer.isEncoding(encoding)) throw new TypeError('"encoding" must be a valid string encoding');
  return Buffer.from(value, encoding);
}

function copyArrayBuffer(value: ArrayBuffer, offset: number, length: unknown): Buffer {
  const available = value.byteLength - offset;
  if (available < 0) throw new RangeError("'offset' is out of bounds");
  const wanted = length === undefined ? available : Number(length) >>> 0;
  if (wanted > available) throw new RangeError("'length' is out of bounds");
  return Buffer.from(value.slice(offset, offset + wanted));
}

export default defineRecipe({
  package: "buffer-from",
  versions: ">=1.0.0 <2",
  replacement: "Buffer.from",
  floor: { node: "5.10.0" },
  exports: {
    default: [
      (text: string) => Buffer.from(text),
      (
        text: string,
        encoding: "utf8" | "utf-8" | "hex" | "base64" | "latin1" | "binary" | "ascii" | "ucs2" | "utf16le",
      ) => Buffer.from(text, encoding),
      (bytes: readonly number[]) => Buffer.from(bytes),
      bufferFrom,
    ],
  },
});
