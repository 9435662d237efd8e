import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "abort-controller",
  versions: ">=2 <4",
  replacement: "AbortController",
  floor: { node: "15.4.0", baseline: "2019-03" },
  deviations: [
    {
      severity: "quirk",
      note: "An error thrown by a listener is reported as uncaught, where the package only prints it.",
    },
  ],
  exports: { default: AbortController, AbortController, AbortSignal },
  subpaths: {
    "./polyfill": {},
    "./polyfill.js": {},
    "./polyfill.mjs": {},
    "./dist/abort-controller": { default: AbortController, AbortController, AbortSignal },
    "./dist/abort-controller.js": { default: AbortController, AbortController, AbortSignal },
  },
});
