import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "setprototypeof",
  versions: ">=1.0.1 <2",
  replacement: "Object.setPrototypeOf",
  floor: { node: "4.0.0", baseline: "2015-07" },
  exports: { default: Object.setPrototypeOf },
  identical: true,
});
