import { crc32 } from "node:zlib";
import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "crc-32",
  versions: ">=1.2.0 <2",
  replacement: "zlib.crc32",
  floor: { node: "22.2.0" },
  exports: { buf: [(bytes: Uint8Array) => crc32(bytes) | 0] },
});
