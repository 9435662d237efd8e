import { defineRecipe } from "../src/recipe.ts";
import { ownMethods } from "./families/lodash/deviations.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { withoutCases } from "./families/lodash/table-sets.ts";

export default defineRecipe({
  package: "lodash.without",
  versions: "4.4.0",
  replacement: "a native method, or a function of your own",
  floor: anyFloor,
  deviations: [ownMethods],
  exports: { default: withoutCases },
});
