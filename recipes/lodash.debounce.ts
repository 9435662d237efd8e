import { defineRecipe } from "../src/recipe.ts";
import { noReceiver } from "./families/lodash/deviations.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { debounce } from "./families/lodash/limits.ts";

export default defineRecipe({
  package: "lodash.debounce",
  versions: "4.0.8",
  replacement: "a function of your own",
  floor: anyFloor,
  deviations: [noReceiver],
  exports: { default: debounce },
});
