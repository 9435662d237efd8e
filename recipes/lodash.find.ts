import { defineRecipe } from "../src/recipe.ts";
import { ownMethods } from "./families/lodash/deviations.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { findCases } from "./families/lodash/table-visits.ts";

export default defineRecipe({
  package: "lodash.find",
  versions: "4.6.0",
  replacement: "a native method, or a function of your own",
  floor: anyFloor,
  deviations: [ownMethods],
  exports: { default: findCases },
});
