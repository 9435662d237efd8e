import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { fromPairs } from "./families/lodash/tuples.ts";

export default defineRecipe({
  package: "lodash.frompairs",
  versions: "4.0.1",
  replacement: "a function of your own",
  floor: anyFloor,
  exports: { default: fromPairs },
});
