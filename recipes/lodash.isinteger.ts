import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";

export default defineRecipe({
  package: "lodash.isinteger",
  versions: "4.0.4",
  replacement: "Number.isInteger",
  floor: anyFloor,
  exports: { default: Number.isInteger },
});
