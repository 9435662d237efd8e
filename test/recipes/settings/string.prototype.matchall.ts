import type { ProofSettings } from "../proof/settings.ts";

export default {
  deviations: [
    {
      note: "The TypeError for null, undefined and an expression that is not global has another text.",
      example: () => [null],
    },
  ],
} satisfies ProofSettings;
