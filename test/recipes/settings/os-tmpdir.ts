import type { ProofSettings } from "../proof/settings.ts";

export default {
  deviations: [
    {
      note: "It asks the system for the environment: not what was put in place of process.env, and nothing where rights are raised.",
      test: "effects/temporary.test.ts",
    },
  ],
} satisfies ProofSettings;
