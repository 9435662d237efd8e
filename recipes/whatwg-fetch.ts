import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "whatwg-fetch",
  versions: ">=3 <4",
  replacement: "fetch",
  floor: { node: "18.0.0", baseline: "2017-03" },
  deviations: [
    {
      severity: "observable",
      note: "Loaded where a global object has no fetch, as in jsdom or after it was deleted, the package gives it one.",
    },
  ],
  dropSideEffect: true,
  exports: {},
});
