import fc from "fast-check";
import { nested } from "../effects/twins.ts";
import { anything } from "../proof/hostile.ts";
import type { ProofSettings } from "../proof/settings.ts";

const value = fc.oneof({ weight: 3, arbitrary: nested }, anything);

export default {
  unknowns: { value },
  deviations: [
    {
      note: "Passed on as a callback it ignores further arguments, which the package takes for its options.",
      example: () => [{ a: {} }, 1, 0],
      covers: (args) => args.length > 1,
    },
    {
      note: "The TypeError for an object that is not what it calls itself reads differently.",
      example: () => [{ [Symbol.toStringTag]: "Date" }],
    },
  ],
} satisfies ProofSettings;
