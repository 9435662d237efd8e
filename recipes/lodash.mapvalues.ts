import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { mapValues } from "./families/lodash/objects.ts";

export default defineRecipe({
  package: "lodash.mapvalues",
  versions: "4.6.0",
  replacement: "a function of your own",
  floor: anyFloor,
  exports: { default: mapValues },
});
