import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "queue-microtask",
  versions: ">=1.0.0 <2",
  replacement: "queueMicrotask",
  floor: { node: "11.0.0", baseline: "2020-01" },
  exports: { default: queueMicrotask },
});
