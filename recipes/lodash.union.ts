import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { unionCases } from "./families/lodash/table-sets.ts";

export default defineRecipe({
  package: "lodash.union",
  versions: "4.6.0",
  replacement: "a native method, or a function of your own",
  floor: anyFloor,
  exports: { default: unionCases },
});
