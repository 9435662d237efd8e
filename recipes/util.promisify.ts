import { promisify } from "node:util";
import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "util.promisify",
  versions: ">=1 <2",
  replacement: "util.promisify",
  // The first with a registered symbol for util.promisify.custom, without which the package brings its own function.
  floor: { node: "12.16.0" },
  exports: { default: promisify, shim: getPromisify, getPolyfill: getPromisify },
  subpaths: {
    "./auto": {},
    "./shim": { default: getPromisify },
    "./polyfill": { default: getPromisify },
  },
});

/** The promisify of this runtime. */
function getPromisify() {
  return promisify;
}
