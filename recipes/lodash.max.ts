import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { max } from "./families/lodash/maths.ts";

export default defineRecipe({
  package: "lodash.max",
  versions: "4.0.1",
  replacement: "a function of your own",
  floor: anyFloor,
  exports: { default: max },
});
