import { defineRecipe } from "../src/recipe.ts";
import { errorTexts } from "./families/lodash/deviations.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { groupByCases } from "./families/lodash/table-collections.ts";

export default defineRecipe({
  package: "lodash.groupby",
  versions: "4.6.0",
  replacement: "a function of your own",
  floor: anyFloor,
  deviations: [errorTexts, { severity: "quirk", note: "A group by the name of __proto__ is a list as any other." }],
  exports: { default: groupByCases },
});
