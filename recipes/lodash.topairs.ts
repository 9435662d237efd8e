import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { toPairs } from "./families/lodash/objects.ts";

export default defineRecipe({
  package: "lodash.topairs",
  versions: "4.3.0",
  replacement: "a function of your own",
  floor: anyFloor,
  exports: { default: toPairs },
});
