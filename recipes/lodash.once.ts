import { defineRecipe } from "../src/recipe.ts";
import { noReceiver } from "./families/lodash/deviations.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { once } from "./families/lodash/calls.ts";

export default defineRecipe({
  package: "lodash.once",
  versions: "4.1.1",
  replacement: "a function of your own",
  floor: anyFloor,
  deviations: [noReceiver],
  exports: { default: once },
});
