import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { zipObject } from "./families/lodash/tuples.ts";

export default defineRecipe({
  package: "lodash.zipobject",
  versions: "4.18.0",
  replacement: "a function of your own",
  floor: anyFloor,
  exports: { default: zipObject },
});
