import type { ProofSettings } from "../proof/settings.ts";

export default {
  deviations: [
    {
      note: "An error thrown by a listener is reported as uncaught, where the package only prints it.",
      test: "effects/abort-controller.test.ts",
    },
  ],
} satisfies ProofSettings;
