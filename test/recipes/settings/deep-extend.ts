import fc from "fast-check";
import { nested } from "../effects/twins.ts";
import { anything as hostile } from "../proof/hostile.ts";
import { among } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

// A buffer of the common pool has another place there each time, and its properties are copied.
const anything = hostile.filter(({ text }) => !text.startsWith("Buffer.from"));
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
