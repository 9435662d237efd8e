import { type Count, type SingleCharacter, defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "pad-left",
  versions: "2.1.0",
  replacement: "String.prototype.padStart",
  floor: { node: "8.0.0", baseline: "2017-04" },
  exports: {
    default: [
      (text: string | number, length: Count, fill: SingleCharacter = " ") => String(text).padStart(length, fill),
    ],
  },
});
