import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { hasIn } from "./families/lodash/path.ts";

export default defineRecipe({
  package: "lodash.hasin",
  versions: "4.5.2",
  replacement: "a function of your own",
  floor: anyFloor,
  exports: { default: hasIn },
});
