import { defineRecipe } from "../src/recipe.ts";
import { plainNames } from "./families/lodash/deviations.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { assign } from "./families/lodash/objects.ts";

export default defineRecipe({
  package: "lodash.assign",
  versions: "4.2.0",
  replacement: "a function of your own",
  floor: anyFloor,
  deviations: [plainNames],
  exports: { default: assign },
});
