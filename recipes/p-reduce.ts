import { defineRecipe } from "../src/recipe.ts";
import { pReduce, pReduceLater } from "./families/reduce.ts";

export default defineRecipe(
  {
    package: "p-reduce",
    versions: ">=2 <3",
    replacement: "a loop that waits",
    floor: { node: "7.6.0", baseline: "2017-04" },
    exports: { default: pReduce },
  },
  {
    package: "p-reduce",
    versions: "3.0.0",
    replacement: "a loop that waits",
    floor: { node: "7.6.0", baseline: "2017-04" },
    exports: { default: pReduceLater },
  },
);
