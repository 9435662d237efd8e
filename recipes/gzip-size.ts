import { gzipSync } from "node:zlib";
import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "gzip-size",
  versions: ">=2.0.2 <7",
  replacement: "zlib.gzipSync",
  floor: { node: "8.3.0" },
  exports: { sync: [(input: string | Uint8Array) => gzipSync(input, { level: 9 }).length] },
  require: "default",
});
