import { METHODS } from "node:http";
import { defineRecipe } from "../src/recipe.ts";

/** The methods of HTTP, in small letters. */
const methods = METHODS.map((method) => method.toLowerCase());

export default defineRecipe({
  package: "methods",
  versions: ">=1.0.0 <2",
  replacement: "http.METHODS",
  floor: { node: "0.11.8" },
  exports: { default: methods },
});
