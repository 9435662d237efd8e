import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";

/** Tells whether a value is undefined. */
const isUndefined = (value?: unknown) => value === undefined;

export default defineRecipe({
  package: "lodash.isundefined",
  versions: "3.0.1",
  replacement: "an expression",
  floor: anyFloor,
  exports: { default: isUndefined },
});
