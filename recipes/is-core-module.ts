import { isBuiltin } from "node:module";
import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "is-core-module",
  // Older releases do not know modules that Node 22 and 26 brought.
  versions: "2.18.0",
  replacement: "module.isBuiltin",
  floor: { node: "18.6.0" },
  exports: { default: (name: string) => isBuiltin(name) },
});
