import type { ProofSettings } from "../proof/settings.ts";

export default {
  deviations: [{ note: "The TypeError for null and undefined has another text.", example: () => [null] }],
} satisfies ProofSettings;
