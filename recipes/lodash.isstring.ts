import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { isStringCases } from "./families/lodash/table-kinds.ts";

export default defineRecipe({
  package: "lodash.isstring",
  versions: "4.0.1",
  replacement: "a native method, or a function of your own",
  floor: anyFloor,
  exports: { default: isStringCases },
});
