import { defineRecipe } from "../src/recipe.ts";
import { copiesOfClasses, hiddenSymbols, plainNames } from "./families/lodash/deviations.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { cloneDeep } from "./families/lodash/clone.ts";

export default defineRecipe({
  package: "lodash.clonedeep",
  versions: "4.5.0",
  replacement: "a function of your own",
  floor: anyFloor,
  deviations: [copiesOfClasses, plainNames, hiddenSymbols],
  exports: { default: cloneDeep },
});
