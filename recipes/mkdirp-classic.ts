import { defineRecipe } from "../src/recipe.ts";
import { makeDirectoryCases, makeDirectoryDeviations, makeDirectorySyncCases } from "./families/make-directory.ts";

export default defineRecipe({
  package: "mkdirp-classic",
  versions: ">=0.5.2 <0.6",
  replacement: "fs.mkdir with recursive",
  floor: { node: "10.12.0" },
  deviations: makeDirectoryDeviations,
  exports: { default: makeDirectoryCases, sync: makeDirectorySyncCases },
});
