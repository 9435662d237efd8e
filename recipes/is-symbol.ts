import { types } from "node:util";
import { defineRecipe } from "../src/recipe.ts";

/** Tells whether a value is a symbol, or an object of one. */
function isSymbol(value: unknown): boolean {
  return typeof value === "symbol" || types.isSymbolObject(value);
}

export default defineRecipe({
  package: "is-symbol",
  versions: ">=1.0.0 <2",
  replacement: "typeof and util.types.isSymbolObject",
  floor: { node: "10.4.0" },
  deviations: [{ severity: "quirk", note: "A revoked proxy is answered with false, where the package throws." }],
  exports: { default: isSymbol },
});
