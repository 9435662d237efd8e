import { defineRecipe } from "../src/recipe.ts";
import { textsOfLists } from "./families/lodash/deviations.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { pad } from "./families/lodash/texts.ts";

export default defineRecipe({
  package: "lodash.pad",
  versions: "4.5.1",
  replacement: "a function of your own",
  floor: anyFloor,
  deviations: [textsOfLists],
  exports: { default: pad },
});
