import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "abort-controller",
  versions: ">=1 <4",
  replacement: "AbortController",
  floor: { node: "15.4.0", baseline: "2019-03" },
  deviations: [
    {
      severity: "quirk",
      note: "an error thrown by an abort listener is reported as uncaught, where the package only printed it",
    },
    { severity: "message", note: "errors for a wrong receiver or a constructed AbortSignal read differently" },
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
