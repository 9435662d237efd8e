import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { intersectionCases } from "./families/lodash/table-sets.ts";

export default defineRecipe({
  package: "lodash.intersection",
  versions: "4.4.0",
  replacement: "a native method, or a function of your own",
  floor: anyFloor,
  exports: { default: intersectionCases },
});
