import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";

export default defineRecipe({
  package: "lodash.isfinite",
  versions: "3.3.2",
  replacement: "Number.isFinite",
  floor: anyFloor,
  exports: { default: Number.isFinite },
});
