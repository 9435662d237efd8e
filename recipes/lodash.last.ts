import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { lastCases } from "./families/lodash/table-lists.ts";

export default defineRecipe({
  package: "lodash.last",
  versions: "3.0.0",
  replacement: "a native method, or a function of your own",
  floor: anyFloor,
  exports: { default: lastCases },
});
