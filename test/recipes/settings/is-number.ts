import { readsConstructor } from "../proof/limits.ts";
import type { ProofSettings } from "../proof/settings.ts";

export default {
  deviations: [
    {
      note: "The constructor property of an object is not read, so it cannot throw.",
      versions: "<4.0.0",
      example: () => [Object.defineProperty({}, "constructor", { get: () => JSON.parse("") })],
      covers: ([value]) => !readsConstructor(value),
    },
  ],
} satisfies ProofSettings;
