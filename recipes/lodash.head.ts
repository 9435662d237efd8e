import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { headCases } from "./families/lodash/table-lists.ts";

export default defineRecipe({
  package: "lodash.head",
  versions: "4.0.1",
  replacement: "a native method, or a function of your own",
  floor: anyFloor,
  exports: { default: headCases },
});
