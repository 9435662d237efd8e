import fc from "fast-check";
import { anything } from "../proof/hostile.ts";
import { codePoints } from "../proof/primitives.ts";
import { shared } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

/** Colours, cursor movement and clearing, links ended by BEL: what programs print. */
const usual = fc.oneof(
  fc
    .tuple(fc.array(fc.nat({ max: 108 }), { maxLength: 5 }), fc.constantFrom(..."ABCDEFGHJKmnfsu"))
    .filter(([, end]) => end !== "s" && end !== "u")
    .map(([numbers, end]) => `\u001B[${numbers.join(";")}${end}`),
  fc.constantFrom("\u001B[?25l", "\u001B[?25h", "\u001B[2K", "\u001B[38;2;1;2;3m", "\u009B1m"),
  fc.webUrl().map((url) => `\u001B]8;;${url.replace(/[^\w/#&.:=?%@~-]/g, "")}\u0007`),
);
/** Sequences that not all versions know, and broken ones. */
const rare = fc.oneof(
  fc.constantFrom("\u001B[s", "\u001B[u", "\u001B]0;a title\u0007", "\u001B]8;;http://x\u001B\\", "\u001BPq\u001B\\"),
  fc.constantFrom("\u001B[38:2:1:2:3m", "\u001B[ q", "\u001B(B", "\u001B", "\u009B", "\u001B[", "\u001B]", "\u0007"),
  fc.string({ unit: fc.constantFrom("\u001B", "[", "]", ";", "1", "m", "\u0007", "\\", "x"), maxLength: 8 }),
);
const plain = fc.string({ unit: codePoints, maxLength: 6 });
const isRare = (text: unknown): boolean => typeof text === "string" && /[\u0007\u001B\u0080-\u009F]/.test(text);

function texts(...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  return fc.array(fc.oneof(...parts), { maxLength: 6 }).map((all) => all.join(""));
}

const usualTexts = shared(
  texts(
    usual,
    plain.filter((text) => !isRare(text)),
  ),
);
const values = fc.oneof({ weight: 3, arbitrary: usualTexts }, anything);

export default {
  types: { string: usualTexts, unknown: values, T: values },
  deviations: [
    {
      note: "Sequences that the package overlooks go too: ESC [ s and ESC [ u, links that end in ESC \\, and more in version 4.",
      case: 0,
      example: () => ["a\u001B[sb"],
      covers: ([text], { version }) => version.startsWith("4.") && String(text).includes("\u001B]"),
    },
    {
      note: "The TypeError for something that is no string reads differently.",
      example: () => [5],
    },
    {
      note: "Window titles and links with unusual characters, device control strings and rare CSI forms stay in part.",
      versions: "7.2.0",
      example: () => ["\u001B]0;a title\u0007b"],
    },
  ],
} satisfies ProofSettings;

/** Texts with sequences on which versions differ. */
export const rareTexts = texts(usual, rare, plain);
