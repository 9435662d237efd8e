import type { ProofSettings } from "../proof/settings.ts";

export default {
  deviations: [
    {
      note: "In an npm script, paths that a person adds behind `npm run … --` are disregarded.",
      test: "effects/commands.ts",
    },
    { note: "In an npm script, nothing more is done after the first path that fails.", test: "effects/commands.ts" },
    { note: "In an npm script, a directory fails, where the package sets its time.", test: "effects/commands.ts" },
  ],
} satisfies ProofSettings;
