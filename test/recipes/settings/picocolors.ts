import type { ProofSettings } from "../proof/settings.ts";

export default {
  deviations: [
    {
      note: "`styleText` decides on colour at each call, by FORCE_COLOR, NO_COLOR, NODE_DISABLE_COLORS and whether stdout is a terminal; picocolors decides once, and knows CI, --color, --no-color and Windows too.",
      test: "effects/colours.test.ts",
    },
    {
      note: "`styleText` opens an outer style again behind an inner one only from Node 22.19 and 24.6 on.",
      test: "effects/colours.test.ts",
    },
  ],
} satisfies ProofSettings;
