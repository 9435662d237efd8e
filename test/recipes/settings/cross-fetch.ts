import type { ProofSettings } from "../proof/settings.ts";

export default {
  deviations: [
    {
      note: "Loaded where a global object has no fetch, as in jsdom or after it was deleted, the package gives it one.",
      test: "effects/loading.test.ts",
    },
  ],
} satisfies ProofSettings;
