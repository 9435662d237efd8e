import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { constant } from "./families/lodash/calls.ts";

export default defineRecipe({
  package: "lodash.constant",
  versions: "3.0.0",
  replacement: "a function of your own",
  floor: anyFloor,
  exports: { default: constant },
});
