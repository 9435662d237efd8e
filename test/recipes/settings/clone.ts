import fc from "fast-check";
import { nested } from "../effects/twins.ts";
import { anything } from "../proof/hostile.ts";
import { shared } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const value = fc.oneof({ weight: 3, arbitrary: nested }, anything);
const flag = shared(fc.constantFrom<unknown>(true, false, undefined));

export default {
  arguments: { default: fc.oneof(fc.tuple(value), fc.tuple(nested, flag)) },
  deviations: [
    {
      note: "Passed on as a callback it ignores further arguments but the second, which the package takes for a depth.",
      example: () => [{ a: {} }, 1, 0],
      covers: (args) => args.length > 2,
    },
    {
      note: "The TypeError for an object that is not what it calls itself reads differently.",
      example: () => [{ [Symbol.toStringTag]: "Date" }],
    },
  ],
} satisfies ProofSettings;
