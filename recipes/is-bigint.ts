import { types } from "node:util";
import { defineRecipe } from "../src/recipe.ts";

/** Tells whether a value is a bigint, or an object of one. */
function isBigInt(value: unknown): boolean {
  return typeof value === "bigint" || types.isBigIntObject(value);
}

export default defineRecipe({
  package: "is-bigint",
  versions: ">=1.0.0 <2",
  replacement: "typeof and util.types.isBigIntObject",
  floor: { node: "10.4.0" },
  exports: { default: isBigInt },
});
