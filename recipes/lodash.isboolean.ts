import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { isBooleanCases } from "./families/lodash/table-kinds.ts";

export default defineRecipe({
  package: "lodash.isboolean",
  versions: "3.0.3",
  replacement: "a native method, or a function of your own",
  floor: anyFloor,
  exports: { default: isBooleanCases },
});
