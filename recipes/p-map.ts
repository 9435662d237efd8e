import { defineRecipe } from "../src/recipe.ts";
import { pMap } from "./families/map.ts";

export default defineRecipe(
  {
    package: "p-map",
    versions: "4.0.0",
    replacement: "a loop of promises",
    floor: { node: "7.6.0", baseline: "2017-04" },
    exports: { default: pMap },
  },
  {
    package: "p-map",
    versions: "5.0.0",
    replacement: "a loop of promises",
    floor: { node: "7.6.0", baseline: "2017-04" },
    exports: { default: pMap },
  },
);
