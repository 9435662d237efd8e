import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { isEqualCases } from "./families/lodash/table-kinds.ts";

export default defineRecipe({
  package: "lodash.isequal",
  versions: "4.5.0",
  replacement: "a native method, or a function of your own",
  floor: anyFloor,
  exports: { default: isEqualCases },
});
