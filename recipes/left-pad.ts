import { type SingleCharacter, defineRecipe } from "../src/recipe.ts";

/** Puts a filling before a text, once for each character it lacks of a length. */
function leftPad(text: unknown, length?: unknown, fill?: unknown): string {
  const value = text + "";
  const missing = (length as number) - value.length;
  if (missing <= 0) return value;
  return (fill || fill === 0 ? fill + "" : " ").repeat(missing) + value;
}

export default defineRecipe({
  package: "left-pad",
  versions: ">=1.1.0 <2",
  replacement: "String.prototype.padStart",
  floor: { node: "8.0.0", baseline: "2017-04" },
  deviations: [
    {
      severity: "quirk",
      note: "A length of 2 ** 31 or more throws a RangeError; left-pad counts in 32 bits and pads less.",
    },
    {
      severity: "quirk",
      note: 'A fractional length is rounded down; left-pad may put the word "undefined" before the text.',
    },
  ],
  exports: {
    default: [
      (text: unknown, length: number, fill: SingleCharacter = " ") => (text + "").padStart(length, fill),
      (text: unknown, length: number, _fill: 0) => (text + "").padStart(length, "0"),
      leftPad,
    ],
  },
});
