import fc from "fast-check";
import { nested } from "../effects/twins.ts";
import { anything } from "../proof/hostile.ts";
import { among } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const value = fc.oneof({ weight: 4, arbitrary: nested }, anything);
const deep = among(["true", () => true], ["false", () => false], ["{}", () => ({})]);

export default {
  arguments: {
    default: fc.oneof(
      fc.array(value, { maxLength: 4 }),
      fc.tuple(deep, value, value),
      fc.tuple(deep, value, value, value),
      fc.array(anything, { maxLength: 3 }),
    ),
  },
} satisfies ProofSettings;
