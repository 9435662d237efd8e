import type { ProofSettings } from "../proof/settings.ts";

export default {
  deviations: [{ note: "the TypeError for null and undefined has another text", example: () => [null] }],
} satisfies ProofSettings;
