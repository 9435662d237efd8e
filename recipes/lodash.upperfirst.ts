import { defineRecipe } from "../src/recipe.ts";
import { textsOfLists } from "./families/lodash/deviations.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { upperFirst } from "./families/lodash/texts.ts";

export default defineRecipe({
  package: "lodash.upperfirst",
  versions: "4.3.1",
  replacement: "a function of your own",
  floor: anyFloor,
  deviations: [textsOfLists],
  exports: { default: upperFirst },
});
