import { defineRecipe } from "../src/recipe.ts";
import { ownMethods } from "./families/lodash/deviations.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { differenceCases } from "./families/lodash/table-sets.ts";

export default defineRecipe({
  package: "lodash.difference",
  versions: "4.5.0",
  replacement: "a native method, or a function of your own",
  floor: anyFloor,
  deviations: [ownMethods],
  exports: { default: differenceCases },
});
