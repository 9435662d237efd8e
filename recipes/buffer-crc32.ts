import { crc32 } from "node:zlib";
import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe(
  {
    package: "buffer-crc32",
    versions: "0.2.13",
    replacement: "zlib.crc32",
    floor: { node: "22.2.0" },
    exports: { default: [checksum], signed: [signed], unsigned: [unsigned] },
  },
  {
    package: "buffer-crc32",
    versions: "1.0.0",
    replacement: "zlib.crc32",
    floor: { node: "22.2.0" },
    exports: { default: [checksum], signed: [signed], unsigned: [unsigned] },
  },
);

/** The checksum of a text or of bytes, as four bytes. */
function checksum(input: string | Buffer): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(input));
  return bytes;
}

/** The checksum of a text or of bytes, as a signed number of 32 bits. */
function signed(input: string | Buffer): number {
  return crc32(input) | 0;
}

/** The checksum of a text or of bytes, as a number that is not negative. */
function unsigned(input: string | Buffer): number {
  return crc32(input);
}
