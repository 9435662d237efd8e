import { defineRecipe } from "../src/recipe.ts";
import { textsOfLists } from "./families/lodash/deviations.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { truncate } from "./families/lodash/texts.ts";

export default defineRecipe({
  package: "lodash.truncate",
  versions: "4.4.2",
  replacement: "a function of your own",
  floor: anyFloor,
  deviations: [textsOfLists],
  exports: { default: truncate },
});
