import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { omit } from "./families/lodash/places.ts";

export default defineRecipe({
  package: "lodash.omit",
  versions: "4.18.0",
  replacement: "a function of your own",
  floor: anyFloor,
  exports: { default: omit },
});
