import type { ProofSettings } from "../proof/settings.ts";

export default {
  deviations: [
    {
      note: "A command that a signal ends gives the code of that signal, not 1, or 0 for SIGINT.",
      test: "effects/commands.ts",
    },
  ],
} satisfies ProofSettings;
