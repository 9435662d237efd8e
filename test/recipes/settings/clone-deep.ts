import type { ProofSettings } from "../proof/settings.ts";

export default {
  deviations: [
    {
      note: "The TypeError for an object that is not what it calls itself reads differently.",
      example: () => [{ a: Object.create(null) }, true],
    },
  ],
} satisfies ProofSettings;
