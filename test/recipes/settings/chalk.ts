import type { ProofSettings } from "../proof/settings.ts";

export default {
  deviations: [
    {
      note: "`styleText` decides on colour at each call, by FORCE_COLOR, NO_COLOR, NODE_DISABLE_COLORS and whether stdout is a terminal; chalk decides once, and knows --color, --no-color and chalk.level, not NO_COLOR.",
      test: "effects/colours.test.ts",
    },
    {
      note: "Before each line break chalk ends a style, and opens it again behind it.",
      test: "effects/colours.test.ts",
    },
    {
      note: "`styleText` opens an outer style again behind an inner one only from Node 22.19 and 24.6 on.",
      test: "effects/colours.test.ts",
    },
    {
      note: "An empty text gets its escape codes, where chalk gives an empty text.",
      test: "effects/colours.test.ts",
    },
  ],
} satisfies ProofSettings;
