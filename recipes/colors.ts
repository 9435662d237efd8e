import { colors, refuseForeign } from "./families/safe-colours.ts";
import { defineRecipe } from "../src/recipe.ts";

// What extends String.prototype (`"text".red`) is not in the tables: only the entry point that leaves it alone is.
export default defineRecipe({
  package: "colors",
  versions: "1.4.0",
  replacement: "escape codes, unless the environment forbids them",
  floor: { node: "12.0.0" },
  exports: {},
  subpaths: { "./safe": { default: colors }, "./safe.js": { default: colors } },
  require: "default",
  rewrite: refuseForeign,
});
