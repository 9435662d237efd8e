import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { unionBy } from "./families/lodash/sets.ts";

export default defineRecipe({
  package: "lodash.unionby",
  versions: "4.8.0",
  replacement: "a function of your own",
  floor: anyFloor,
  exports: { default: unionBy },
});
