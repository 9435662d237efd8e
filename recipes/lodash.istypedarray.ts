import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { isTypedArray } from "./families/lodash/kinds.ts";

export default defineRecipe({
  package: "lodash.istypedarray",
  versions: "4.0.1",
  replacement: "a function of your own",
  floor: anyFloor,
  exports: { default: isTypedArray },
});
