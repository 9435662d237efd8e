import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { uniqBy } from "./families/lodash/sets.ts";

export default defineRecipe({
  package: "lodash.uniqby",
  versions: "4.7.0",
  replacement: "a function of your own",
  floor: anyFloor,
  exports: { default: uniqBy },
});
