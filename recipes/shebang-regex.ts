import { defineRecipe } from "../src/recipe.ts";

/** Matches the line that names a script's interpreter. */
const shebang = /^#!(.*)/;

export default defineRecipe({
  package: "shebang-regex",
  versions: ">=2.0.0 <5",
  replacement: "/^#!(.*)/",
  floor: { node: "0.10.0", baseline: "2015-07" },
  exports: { default: shebang },
});
