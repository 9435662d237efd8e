import { defineRecipe } from "../src/recipe.ts";
import { kindOf } from "./families/kind-of.ts";

export default defineRecipe({
  package: "kind-of",
  versions: ">=6.0.0 <=6.0.3",
  replacement: "typeof and Object.prototype.toString",
  floor: { node: "6.0.0", baseline: "2016-09" },
  exports: { default: kindOf },
});
