import { defineRecipe } from "../src/recipe.ts";
import { textsOfLists } from "./families/lodash/deviations.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { toUpperCases } from "./families/lodash/table-texts.ts";

export default defineRecipe({
  package: "lodash.toupper",
  versions: "4.1.2",
  replacement: "a native method, or a function of your own",
  floor: anyFloor,
  deviations: [textsOfLists],
  exports: { default: toUpperCases },
});
