import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { isPlainObject } from "./families/lodash/kinds.ts";

export default defineRecipe({
  package: "lodash.isplainobject",
  versions: "4.0.6",
  replacement: "a function of your own",
  floor: anyFloor,
  exports: { default: isPlainObject },
});
