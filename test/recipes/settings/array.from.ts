import type { ProofSettings } from "../proof/settings.ts";

export default {
  deviations: [
    {
      note: "TypeErrors for arguments that cannot be used have another text.",
      example: () => [[], { no: "function" }],
    },
  ],
} satisfies ProofSettings;
