import type { ProofSettings } from "../proof/settings.ts";

export default {
  deviations: [
    {
      note: "Promises are those of the language, where another kind may have been registered with any-promise.",
      test: "effects/mz.test.ts",
    },
  ],
} satisfies ProofSettings;
