import type { ProofSettings } from "../proof/settings.ts";

export default {
  deviations: [
    {
      note: "Loaded, the package puts a function of its own for Function.prototype.toString, which gives the same texts, and leaves a global __core-js_shared__.",
      test: "effects/patches.test.ts",
    },
  ],
} satisfies ProofSettings;
