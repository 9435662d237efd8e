import type { ProofSettings } from "../proof/settings.ts";

export default {
  deviations: [
    {
      note: "In an npm script, paths that a person adds behind `npm run … --` are not removed.",
      test: "effects/commands.ts",
    },
  ],
} satisfies ProofSettings;
