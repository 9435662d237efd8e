import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { mergeWith } from "./families/lodash/merge.ts";

export default defineRecipe({
  package: "lodash.mergewith",
  versions: "4.6.2",
  replacement: "a function of your own",
  floor: anyFloor,
  exports: { default: mergeWith },
});
