import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { orderBy } from "./families/lodash/sort.ts";

export default defineRecipe({
  package: "lodash.orderby",
  versions: "4.18.0",
  replacement: "a function of your own",
  floor: anyFloor,
  exports: { default: orderBy },
});
