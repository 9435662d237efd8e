import { types } from "node:util";
import { defineRecipe } from "../src/recipe.ts";

/** Tells whether a value is a string, or an object of one. */
function isString(value: unknown): boolean {
  return typeof value === "string" || types.isStringObject(value);
}

export default defineRecipe({
  package: "is-string",
  versions: ">=1.0.0 <2",
  replacement: "typeof and util.types.isStringObject",
  floor: { node: "10.4.0" },
  exports: { default: isString },
});
