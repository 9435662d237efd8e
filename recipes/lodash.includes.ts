import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { includesCases } from "./families/lodash/table-collections.ts";

export default defineRecipe({
  package: "lodash.includes",
  versions: "4.3.0",
  replacement: "a native method, or a function of your own",
  floor: anyFloor,
  exports: { default: includesCases },
});
