import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { toNumber } from "./families/lodash/numbers.ts";

export default defineRecipe({
  package: "lodash.tonumber",
  versions: "4.18.0",
  replacement: "a function of your own",
  floor: anyFloor,
  exports: { default: toNumber },
});
