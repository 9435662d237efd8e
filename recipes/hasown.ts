import { defineRecipe, since } from "../src/recipe.ts";

export default defineRecipe({
  package: "hasown",
  versions: ">=2.0.0 <3",
  replacement: "Object.hasOwn",
  floor: { node: "0.10.0", baseline: "2015-07" },
  deviations: [
    {
      severity: "message",
      note: "For null and a key that cannot be a name, the TypeError is about null, not about the key.",
    },
  ],
  exports: {
    default: [
      since({ node: "16.9.0", baseline: "2021-12" }, Object.hasOwn),
      /** Tells whether an object has a property of its own. */
      (object: unknown, key: unknown) => Object.prototype.hasOwnProperty.call(object, key as PropertyKey),
    ],
  },
});
