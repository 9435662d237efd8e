import { types } from "node:util";
import { defineRecipe } from "../src/recipe.ts";

/** Tells whether a value is the arguments of a function. */
function isArguments(value: unknown): value is IArguments {
  return types.isArgumentsObject(value) && !(Symbol.toStringTag in value);
}

export default defineRecipe({
  package: "is-arguments",
  versions: ">=1.0.4 <2",
  replacement: "util.types.isArgumentsObject",
  floor: { node: "10.0.0" },
  deviations: [{ severity: "quirk", note: "A revoked proxy is answered with false, where the package throws." }],
  exports: { default: isArguments },
});
