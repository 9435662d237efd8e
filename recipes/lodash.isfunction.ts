import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { isFunction } from "./families/lodash/kinds.ts";

export default defineRecipe({
  package: "lodash.isfunction",
  versions: "3.0.9",
  replacement: "a function of your own",
  floor: anyFloor,
  exports: { default: isFunction },
});
