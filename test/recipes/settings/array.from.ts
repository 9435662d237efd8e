import type { ProofSettings } from "../proof/settings.ts";

export default {
  deviations: [
    {
      note: "TypeErrors for arguments that cannot be used have another text.",
      example: () => [[], { no: "function" }],
    },
    {
      note: "A class as the function is refused when it is called, not before: with an empty list nothing is said.",
      example: () => [[], class {}],
      covers: ([, fn]) => typeof fn === "function" && /^class\b/.test(Function.prototype.toString.call(fn)),
    },
  ],
} satisfies ProofSettings;
