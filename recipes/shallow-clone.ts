import { defineRecipe } from "../src/recipe.ts";
import { shallowClone } from "./families/shallow-clone.ts";

export default defineRecipe({
  package: "shallow-clone",
  versions: ">=3.0.0 <=3.0.1",
  replacement: "a copy by the kind of a value",
  floor: { node: "8.3.0" },
  deviations: [
    { severity: "message", note: "The TypeError for an object that is not what it calls itself reads differently." },
  ],
  exports: { default: shallowClone },
});
