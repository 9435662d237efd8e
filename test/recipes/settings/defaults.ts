import fc from "fast-check";
import { nested } from "../effects/twins.ts";
import { anything } from "../proof/hostile.ts";
import type { ProofSettings } from "../proof/settings.ts";

const value = fc.oneof({ weight: 3, arbitrary: nested }, anything);

export default {
  arguments: { default: fc.oneof({ weight: 4, arbitrary: fc.tuple(value, value) }, fc.tuple(value)) },
  deviations: [
    {
      note: "The TypeError for an object that is not what it calls itself reads differently.",
      example: () => [{}, { a: { [Symbol.toStringTag]: "Date" } }],
    },
  ],
} satisfies ProofSettings;
