import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { isObject } from "./families/lodash/kinds.ts";

export default defineRecipe({
  package: "lodash.isobject",
  versions: "3.0.2",
  replacement: "a function of your own",
  floor: anyFloor,
  exports: { default: isObject },
});
