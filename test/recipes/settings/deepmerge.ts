import fc from "fast-check";
import { nested } from "../effects/twins.ts";
import { anything } from "../proof/hostile.ts";
import { sample } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const value = fc.oneof({ weight: 3, arbitrary: nested }, anything);
const list = fc
  .array(value, { maxLength: 4 })
  .map((all) => sample(`[${all.map(({ text }) => text).join(", ")}]`, (world) => all.map(({ make }) => make(world))));

export default {
  arguments: {
    default: fc.oneof(fc.tuple(value, value), fc.tuple(value)),
    all: fc.oneof({ weight: 3, arbitrary: fc.tuple(list) }, fc.tuple(anything)),
  },
  deviations: [
    {
      note: "Passed on as a callback it ignores further arguments, which the package takes for options.",
      example: () => [{ a: {} }, { a: {} }, 1],
    },
  ],
} satisfies ProofSettings;
