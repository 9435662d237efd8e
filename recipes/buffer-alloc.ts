import { Buffer } from "node:buffer";
import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "buffer-alloc",
  versions: ">=1.1.0 <2",
  replacement: "Buffer.alloc",
  floor: { node: "5.10.0" },
  deviations: [{ severity: "message", note: "Errors for a size that is no number, or negative, read differently." }],
  exports: { default: Buffer.alloc },
});
