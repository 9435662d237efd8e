import { defineRecipe } from "../src/recipe.ts";
import { clone, cloneEarly } from "./families/clone.ts";

export default defineRecipe(
  {
    package: "clone",
    versions: ">=1.0.2 <=1.0.4",
    replacement: "a recursive copy",
    floor: { node: "6.0.0" },
    deviations: [
      {
        severity: "quirk",
        note: "Passed on as a callback it ignores further arguments, which the package takes for its options.",
      },
      { severity: "message", note: "The TypeError for an object that is not what it calls itself reads differently." },
    ],
    exports: { default: cloneEarly },
  },
  {
    package: "clone",
    versions: ">=2.1.0 <=2.1.2",
    replacement: "a recursive copy",
    floor: { node: "6.0.0" },
    deviations: [
      {
        severity: "quirk",
        note: "Passed on as a callback it ignores further arguments, which the package takes for its options.",
      },
      { severity: "message", note: "The TypeError for an object that is not what it calls itself reads differently." },
    ],
    exports: { default: clone },
  },
);
