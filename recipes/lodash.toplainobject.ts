import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { toPlainObject } from "./families/lodash/language.ts";

export default defineRecipe({
  package: "lodash.toplainobject",
  versions: "4.2.0",
  replacement: "a function of your own",
  floor: anyFloor,
  exports: { default: toPlainObject },
});
