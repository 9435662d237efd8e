import { promisify } from "node:util";
import { defineRecipe } from "../src/recipe.ts";

const shim = () => promisify;

export default defineRecipe({
  package: "util.promisify",
  versions: ">=1 <2",
  replacement: "util.promisify",
  // util.promisify.custom has been a registered symbol, as the package expects it, since then.
  floor: { node: "12.16.0" },
  exports: { default: promisify, shim, getPolyfill: shim },
  subpaths: {
    "./auto": {},
    "./shim": { default: shim },
    "./polyfill": { default: shim },
  },
});
