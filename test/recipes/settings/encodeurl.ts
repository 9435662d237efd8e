import fc from "fast-check";
import { anything } from "../proof/hostile.ts";
import { shared } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const unit = fc.oneof(
  fc.integer({ min: 0, max: 0x17f }).map((code) => String.fromCharCode(code)),
  fc.constantFrom(
    "%",
    "%4",
    "%41",
    "%zz",
    "%%",
    "\uD800",
    "\uDC00",
    "😀",
    "%E0%A4",
    "é",
    "日",
    '"',
    "^",
    "|",
    "\\",
    "[",
    "]",
  ),
);
const texts = fc.array(unit, { maxLength: 10 }).map((units) => units.join(""));

function countHalves(text: string): number {
  return [...text].filter((character) => /^[\uD800-\uDFFF]$/.test(character)).length;
}

export default {
  deviations: [
    {
      note: "Halves of characters in a row become U+FFFD each, where the package throws.",
      example: () => ["\uDC00\uDC00"],
      covers: ([url]) => typeof url === "string" && countHalves(url) > 1,
    },
  ],
  parameters: { url: fc.oneof({ weight: 5, arbitrary: shared(texts) }, anything) },
} satisfies ProofSettings;
