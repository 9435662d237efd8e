import type { ProofSettings } from "../proof/settings.ts";

export default {
  deviations: [
    {
      note: "With __IS_WSL_TEST__ in the environment it is the answer still, where the package is a function.",
      test: "effects/containers.test.ts",
    },
  ],
} satisfies ProofSettings;
