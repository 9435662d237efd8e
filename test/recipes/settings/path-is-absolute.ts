import type { ProofSettings } from "../proof/settings.ts";

export default {
  deviations: [
    { note: "The TypeError for something that is no string reads differently.", example: () => [null] },
    {
      note: "A String object throws a TypeError, as everything else that is no string.",
      example: () => [new String("/a")],
      covers: ([path]) => typeof path !== "string",
    },
  ],
} satisfies ProofSettings;
