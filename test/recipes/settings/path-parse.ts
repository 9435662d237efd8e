import type { ProofSettings } from "../proof/settings.ts";

export default {
  deviations: [{ note: "The TypeError for something that is no string reads differently.", example: () => [null] }],
} satisfies ProofSettings;
