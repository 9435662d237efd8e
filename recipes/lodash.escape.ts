import { defineRecipe } from "../src/recipe.ts";
import { textsOfLists } from "./families/lodash/deviations.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { escape } from "./families/lodash/texts.ts";

export default defineRecipe({
  package: "lodash.escape",
  versions: "4.0.1",
  replacement: "a function of your own",
  floor: anyFloor,
  deviations: [textsOfLists],
  exports: { default: escape },
});
