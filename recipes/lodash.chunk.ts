import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { chunk } from "./families/lodash/lists.ts";

export default defineRecipe({
  package: "lodash.chunk",
  versions: "4.2.0",
  replacement: "a function of your own",
  floor: anyFloor,
  exports: { default: chunk },
});
