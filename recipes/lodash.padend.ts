import { defineRecipe } from "../src/recipe.ts";
import { textsOfLists } from "./families/lodash/deviations.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { padEnd } from "./families/lodash/texts.ts";

export default defineRecipe({
  package: "lodash.padend",
  versions: "4.6.1",
  replacement: "a function of your own",
  floor: anyFloor,
  deviations: [textsOfLists],
  exports: { default: padEnd },
});
