import type { ProofSettings } from "../proof/settings.ts";
import { isUnusualList } from "./families/lodash.ts";

export default {
  deviations: [
    {
      note: "Methods of an array pass over its holes, and give an array of its own class.",
      export: "map",
      example: () => [[, 1], () => 1],
      covers: (args) => args.some((one) => isUnusualList(one)),
    },
  ],
} satisfies ProofSettings;
