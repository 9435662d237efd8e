import { types } from "node:util";
import { defineRecipe } from "../src/recipe.ts";

/** Tells whether a value is a number, or an object of one. */
function isNumber(value: unknown): boolean {
  return typeof value === "number" || types.isNumberObject(value);
}

export default defineRecipe({
  package: "is-number-object",
  versions: ">=1.0.0 <2",
  replacement: "typeof and util.types.isNumberObject",
  floor: { node: "10.4.0" },
  exports: { default: isNumber },
});
