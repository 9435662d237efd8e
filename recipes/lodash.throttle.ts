import { defineRecipe } from "../src/recipe.ts";
import { noReceiver } from "./families/lodash/deviations.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { throttle } from "./families/lodash/limits.ts";

export default defineRecipe({
  package: "lodash.throttle",
  versions: "4.1.1",
  replacement: "a function of your own",
  floor: anyFloor,
  deviations: [noReceiver],
  exports: { default: throttle },
});
