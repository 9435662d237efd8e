import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";

/** Gives its argument. */
const identity = <Value>(value?: Value): Value => value as Value;

export default defineRecipe({
  package: "lodash.identity",
  versions: "3.0.0",
  replacement: "an expression",
  floor: anyFloor,
  exports: { default: identity },
});
