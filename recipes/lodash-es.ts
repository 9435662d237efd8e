import { defineRecipe, eachAlone } from "../src/recipe.ts";
import { asModules, everywhere } from "./families/lodash/deviations.ts";
import { chains } from "./families/lodash/chains.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { methodsAlone } from "./families/lodash/methods.ts";

export default defineRecipe({
  package: "lodash-es",
  versions: ">=4.17.21 <5",
  replacement: "native methods, or a function of your own for each",
  floor: anyFloor,
  deviations: [...everywhere, ...asModules],
  require: "namespace",
  chains,
  exports: methodsAlone,
  subpaths: eachAlone(methodsAlone, "", ".js"),
});
