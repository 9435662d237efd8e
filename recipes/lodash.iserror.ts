import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { isError } from "./families/lodash/language.ts";

export default defineRecipe({
  package: "lodash.iserror",
  versions: "3.1.1",
  replacement: "a function of your own",
  floor: anyFloor,
  exports: { default: isError },
});
