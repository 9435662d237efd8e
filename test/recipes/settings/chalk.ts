import type { ProofSettings } from "../proof/settings.ts";

export default {
  deviations: [
    {
      note: "In an old console of Windows, blue is not made brighter, and gray text may be dimmed.",
      test: "effects/colours.test.ts",
    },
    {
      note: "Gitea, WezTerm and Azure Pipelines are known to show colours, as the package knows them from its later versions on.",
      test: "effects/colours.test.ts",
    },
  ],
} satisfies ProofSettings;
