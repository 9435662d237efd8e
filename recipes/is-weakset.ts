import { types } from "node:util";
import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "is-weakset",
  versions: ">=2.0.0 <3",
  replacement: "util.types.isWeakSet",
  floor: { node: "10.0.0" },
  exports: { default: types.isWeakSet },
});
