import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { zip } from "./families/lodash/tuples.ts";

export default defineRecipe({
  package: "lodash.zip",
  versions: "4.2.0",
  replacement: "a function of your own",
  floor: anyFloor,
  exports: { default: zip },
});
