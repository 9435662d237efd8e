import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { isArguments } from "./families/lodash/kinds.ts";

export default defineRecipe({
  package: "lodash.isarguments",
  versions: "3.1.0",
  replacement: "a function of your own",
  floor: anyFloor,
  exports: { default: isArguments },
});
