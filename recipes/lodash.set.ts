import { defineRecipe } from "../src/recipe.ts";
import { prototypes } from "./families/lodash/deviations.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { set } from "./families/lodash/places.ts";

export default defineRecipe({
  package: "lodash.set",
  versions: "4.3.2",
  replacement: "a function of your own",
  floor: anyFloor,
  deviations: [prototypes],
  exports: { default: set },
});
