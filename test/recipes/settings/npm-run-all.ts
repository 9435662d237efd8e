import type { ProofSettings } from "../proof/settings.ts";

export default {
  deviations: [
    { note: "The code of a script that fails is passed on, not 1.", test: "effects/commands.ts" },
    { note: "What a person adds behind `npm run … --` goes to the last script.", test: "effects/commands.ts" },
  ],
} satisfies ProofSettings;
