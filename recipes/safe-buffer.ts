import { Buffer } from "node:buffer";
import { defineRecipe } from "../src/recipe.ts";

// From Node 5.10 on the package exports the built-in module itself.
export default defineRecipe({
  package: "safe-buffer",
  versions: ">=1.0.0 <6",
  replacement: "Buffer of node:buffer",
  floor: { node: "5.10.0" },
  exports: { Buffer },
  require: "namespace",
  identical: true,
});
