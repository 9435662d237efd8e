import fc from "fast-check";
import { anything } from "../proof/hostile.ts";
import { sample, shared } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const words = ["-f", "--flag", "flag", "--", "f", "-", "", "--flag=1", "🦄", "--🦄", "é"];
const flag = fc.oneof({ weight: 5, arbitrary: shared(fc.constantFrom(...words)) }, anything);
const argv = fc
  .array(fc.constantFrom(...words), { maxLength: 6 })
  .map((list) => sample(JSON.stringify(list), () => [...list]));

export default {
  arguments: { default: fc.oneof(fc.tuple(flag, argv), fc.tuple(flag)) },
  deviations: [
    {
      note: "The TypeError for a flag that is no string reads differently.",
      versions: ">=3",
      example: () => [5],
    },
  ],
} satisfies ProofSettings;
