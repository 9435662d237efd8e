import { defineRecipe, eachAlone } from "../src/recipe.ts";
import { everywhere, noReceivers } from "./families/lodash/deviations.ts";
import { chains } from "./families/lodash/chains.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { methods, methodsAlone } from "./families/lodash/methods.ts";

export default defineRecipe({
  package: "lodash",
  versions: ">=4.17.21 <5",
  replacement: "native methods, or a function of your own for each",
  floor: anyFloor,
  deviations: [...everywhere, noReceivers],
  require: "default",
  chains,
  exports: methods,
  subpaths: eachAlone(methodsAlone, "", ".js"),
});
