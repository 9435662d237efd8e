import type { ProofSettings } from "../proof/settings.ts";

export default {
  deviations: [
    {
      note: "In an npm script, paths that a person adds behind `npm run … --` are disregarded.",
      test: "effects/commands.ts",
    },
    {
      note: "In an npm script, a path below a file fails, which the package passes over.",
      test: "effects/commands.ts",
    },
    {
      note: "In an npm script, a link that leads nowhere is passed over, where the package fails.",
      test: "effects/commands.ts",
    },
  ],
} satisfies ProofSettings;
