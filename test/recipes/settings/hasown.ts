import type { ProofSettings } from "../proof/settings.ts";

export default {
  deviations: [
    {
      note: "For null and a key that cannot be a name, the TypeError is about null, not about the key.",
      case: 0,
      example: () => [null, Object.create(null)],
    },
  ],
} satisfies ProofSettings;
