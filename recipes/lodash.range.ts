import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { rangeCases } from "./families/lodash/table-texts.ts";

export default defineRecipe({
  package: "lodash.range",
  versions: "3.2.0",
  replacement: "a native method, or a function of your own",
  floor: anyFloor,
  exports: { default: rangeCases },
});
