import { types } from "node:util";
import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "is-regex",
  versions: ">=1.0.0 <2",
  replacement: "util.types.isRegExp",
  floor: { node: "10.0.0" },
  deviations: [{ severity: "quirk", note: "A revoked proxy is answered with false, where the package throws." }],
  exports: { default: types.isRegExp },
});
