import { defineRecipe } from "../src/recipe.ts";

// From io.js 1.8 on the package exports the process itself, and version 1 its function.
export default defineRecipe(
  {
    package: "process-nextick-args",
    versions: ">=2.0.0 <3",
    replacement: "process.nextTick",
    floor: { node: "4.0.0" },
    exports: { nextTick: process.nextTick },
    identical: true,
  },
  {
    package: "process-nextick-args",
    versions: ">=1.0.5 <=1.0.7",
    replacement: "process.nextTick",
    floor: { node: "4.0.0" },
    exports: { default: process.nextTick },
    identical: true,
  },
);
