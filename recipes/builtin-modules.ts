import { builtinModules } from "node:module";
import { defineRecipe } from "../src/recipe.ts";

/** The names of the modules that this Node has, in order, without those inside another and those of old. */
const builtIn = builtinModules
  .filter((name) => !/^_|^(?:internal|v8|node-inspect)\/|\//.test(name) && name !== "sys")
  .sort();

export default defineRecipe({
  package: "builtin-modules",
  versions: ">=3.0.0 <=3.3.0",
  replacement: "module.builtinModules",
  floor: { node: "6.13.0" },
  exports: { default: builtIn },
});
