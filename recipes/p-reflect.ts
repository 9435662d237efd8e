import { defineRecipe } from "../src/recipe.ts";
import { isFulfilled, isRejected, reflect, reflectByFlags } from "./families/settle.ts";

export default defineRecipe(
  {
    package: "p-reflect",
    versions: ">=1.0.0 <=3.0.0",
    replacement: "try and await",
    floor: { node: "7.6.0", baseline: "2017-04" },
    exports: { default: reflectByFlags },
  },
  {
    package: "p-reflect",
    versions: "3.1.0",
    replacement: "try and await",
    floor: { node: "7.6.0", baseline: "2017-04" },
    exports: { default: reflect, isFulfilled, isRejected },
  },
);
