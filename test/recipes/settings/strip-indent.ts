import fc from "fast-check";
import { anything } from "../proof/hostile.ts";
import { strings } from "../proof/primitives.ts";
import { shared } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const line = fc.tuple(
  fc.stringMatching(/^[ \t]{0,4}$/),
  fc.constantFrom("", "a", "b c", "\u00A0x", "é", "\u2028y", "\r"),
);
const texts = fc
  .array(line, { maxLength: 6 })
  .chain((lines) => fc.constantFrom("\n", "\r\n").map((end) => lines.map((parts) => parts.join("")).join(end)));

export default {
  parameters: { text: fc.oneof({ weight: 4, arbitrary: shared(texts) }, strings, anything) },
  deviations: [{ note: "The TypeError for something that is no string reads differently.", example: () => [5] }],
} satisfies ProofSettings;
