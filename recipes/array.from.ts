import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "array.from",
  versions: ">=1.1.3 <2",
  replacement: "Array.from",
  floor: { node: "6.0.0", baseline: "2016-09" },
  deviations: [
    { severity: "message", note: "TypeErrors for arguments that cannot be used have another text." },
    {
      severity: "quirk",
      note: "A class as the function is refused when it is called, not before: with an empty list nothing is said.",
    },
  ],
  exports: { default: Array.from },
});
