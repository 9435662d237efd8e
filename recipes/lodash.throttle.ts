import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { throttle } from "./families/lodash/limits.ts";

export default defineRecipe({
  package: "lodash.throttle",
  versions: "4.1.1",
  replacement: "a function of your own",
  floor: anyFloor,
  exports: { default: throttle },
});
