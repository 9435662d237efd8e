import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { flattenDeep } from "./families/lodash/flat.ts";

export default defineRecipe({
  package: "lodash.flattendeep",
  versions: "4.4.0",
  replacement: "a function of your own",
  floor: anyFloor,
  exports: { default: flattenDeep },
});
