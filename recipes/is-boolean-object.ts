import { types } from "node:util";
import { defineRecipe } from "../src/recipe.ts";

/** Tells whether a value is a boolean, or an object of one. */
function isBoolean(value: unknown): boolean {
  return typeof value === "boolean" || types.isBooleanObject(value);
}

export default defineRecipe({
  package: "is-boolean-object",
  versions: ">=1.0.0 <=1.2.2",
  replacement: "typeof and util.types.isBooleanObject",
  floor: { node: "10.4.0" },
  exports: { default: isBoolean },
});
