import fc from "fast-check";
import { anything } from "../proof/hostile.ts";
import { strings } from "../proof/primitives.ts";
import { shared } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const texts = fc
  .array(fc.constantFrom("\n", "\r\n", "\r", "a", "", "\n\r"), { maxLength: 9 })
  .map((parts) => parts.join(""));

export default {
  parameters: { text: fc.oneof({ weight: 4, arbitrary: shared(texts) }, strings, anything) },
} satisfies ProofSettings;
