import { defineRecipe } from "../src/recipe.ts";
import { noReceiver } from "./families/lodash/deviations.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { flow } from "./families/lodash/calls.ts";

export default defineRecipe({
  package: "lodash.flow",
  versions: "3.5.0",
  replacement: "a function of your own",
  floor: anyFloor,
  deviations: [noReceiver],
  exports: { default: flow },
});
