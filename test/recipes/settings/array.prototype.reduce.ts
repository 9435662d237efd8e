import type { ProofSettings } from "../proof/settings.ts";

export default {
  deviations: [
    { note: "The TypeError for null and undefined has another text.", example: () => [null] },
    {
      note: "A class as the function is refused when it is called, not before: with an empty list nothing is said.",
      example: () => [[], class {}, 0],
      covers: ([, fn]) => typeof fn === "function" && /^class\b/.test(Function.prototype.toString.call(fn)),
    },
  ],
} satisfies ProofSettings;
