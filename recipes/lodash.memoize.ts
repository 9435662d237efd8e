import { defineRecipe } from "../src/recipe.ts";
import { noReceiver, ownCache } from "./families/lodash/deviations.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { memoizeLoosely } from "./families/lodash/calls.ts";

export default defineRecipe({
  package: "lodash.memoize",
  versions: "4.1.2",
  replacement: "a function of your own",
  floor: anyFloor,
  deviations: [noReceiver, ownCache],
  exports: { default: memoizeLoosely },
});
