import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { clamp } from "./families/lodash/maths.ts";

export default defineRecipe({
  package: "lodash.clamp",
  versions: "4.0.3",
  replacement: "a function of your own",
  floor: anyFloor,
  exports: { default: clamp },
});
