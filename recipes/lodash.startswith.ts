import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { startsWithCases } from "./families/lodash/table-texts.ts";

export default defineRecipe({
  package: "lodash.startswith",
  versions: "4.2.1",
  replacement: "a native method, or a function of your own",
  floor: anyFloor,
  exports: { default: startsWithCases },
});
