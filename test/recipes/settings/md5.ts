import type { ProofSettings } from "../proof/settings.ts";

export default {
  deviations: [
    {
      note: "A text with half of a surrogate pair has a hash, where the package fails.",
      example: () => ["\ud800"],
      covers: ([message]) => typeof message === "string" && !message.isWellFormed(),
    },
    { note: "It fails where Node is held to FIPS, which has no MD5.", test: "effects/environment.test.ts" },
  ],
} satisfies ProofSettings;
