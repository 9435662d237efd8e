import { defineRecipe } from "../src/recipe.ts";
import { symbolPaths } from "./families/lodash/deviations.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { has } from "./families/lodash/path.ts";

export default defineRecipe({
  package: "lodash.has",
  versions: "4.5.2",
  replacement: "a function of your own",
  floor: anyFloor,
  deviations: [symbolPaths],
  exports: { default: has },
});
