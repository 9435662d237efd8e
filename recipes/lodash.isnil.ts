import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";

/** Tells whether a value is undefined or null. */
const isNil = (value?: unknown) => value === undefined || value === null;

export default defineRecipe({
  package: "lodash.isnil",
  versions: "4.0.0",
  replacement: "an expression",
  floor: anyFloor,
  exports: { default: isNil },
});
