import { defineRecipe } from "../src/recipe.ts";
import { forOwnAlone } from "./families/lodash/alone.ts";
import { anyFloor } from "./families/lodash/floors.ts";

export default defineRecipe({
  package: "lodash.forown",
  versions: "4.4.0",
  replacement: "a function of your own",
  floor: anyFloor,
  exports: { default: forOwnAlone },
});
