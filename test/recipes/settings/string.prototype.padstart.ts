import type { ProofSettings } from "../proof/settings.ts";
import { isShort } from "../proof/limits.ts";

export default {
  limits: { length: isShort },
  deviations: [{ note: "The TypeError for null and undefined has another text.", example: () => [null] }],
} satisfies ProofSettings;
