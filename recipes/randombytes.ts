import { randomBytes } from "node:crypto";
import { defineRecipe } from "../src/recipe.ts";

// On Node the package is a re-export of this very function.
export default defineRecipe({
  package: "randombytes",
  versions: ">=1.0.0 <3",
  replacement: "crypto.randomBytes",
  floor: { node: "0.10.0" },
  exports: { default: randomBytes },
  identical: true,
});
