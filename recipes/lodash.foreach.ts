import { defineRecipe, since, type Present, type Procedure } from "../src/recipe.ts";
import { callEach, forEachFunction } from "./families/lodash/collections.ts";
import { errorTexts, ownMethods } from "./families/lodash/deviations.ts";
import { anyFloor, es2020 } from "./families/lodash/floors.ts";

export default defineRecipe({
  package: "lodash.foreach",
  versions: "4.5.0",
  replacement: "a function of your own",
  floor: anyFloor,
  deviations: [errorTexts, ownMethods],
  exports: {
    default: [
      <Value extends Present>(list: readonly Value[], iteratee: Procedure): void => list.forEach(iteratee),
      since(es2020, <Value extends Present>(list: readonly Value[] | null | undefined, iteratee: Procedure): void =>
        list?.forEach(iteratee),
      ),
      callEach,
      forEachFunction,
    ],
  },
});
