import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { sizeCases } from "./families/lodash/table-collections.ts";

export default defineRecipe({
  package: "lodash.size",
  versions: "4.2.0",
  replacement: "a native method, or a function of your own",
  floor: anyFloor,
  exports: { default: sizeCases },
});
