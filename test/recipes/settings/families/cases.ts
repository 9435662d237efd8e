/** How the packages that write a text in another way are tried. */
import fc from "fast-check";
import { anything } from "../../proof/hostile.ts";
import { strings } from "../../proof/primitives.ts";
import { sample, shared } from "../../proof/sample.ts";
import type { ProofSettings } from "../../proof/settings.ts";

const part = fc.constantFrom(
  ...["a", "B", "test", "Test", "TEST", "XMLHttp", "1", "22", "v2", "1a", "é", "Ü", "ſ", "\u212A", "日本", "😀"],
  ...[" ", "-", "_", ".", "/", "--", "\0", "\n", "'", "$1"],
);
const texts = shared(fc.array(part, { maxLength: 7 }).map((parts) => parts.join("")));
const options = fc
  .record(
    {
      delimiter: fc.constantFrom("", "+", "ab", undefined),
      stripRegexp: fc.constantFrom(undefined, "x", "digits"),
      splitRegexp: fc.constantFrom(undefined, "digits", "list"),
      transform: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  .map((given) =>
    sample(JSON.stringify(given), (world) => ({
      ...("delimiter" in given ? { delimiter: given.delimiter } : {}),
      ...(given.stripRegexp ? { stripRegexp: given.stripRegexp === "x" ? /x/ : /[^0-9]+/g } : {}),
      ...(given.splitRegexp ? { splitRegexp: given.splitRegexp === "list" ? [/([a-z])([0-9])/g] : /(\d)(\D)/g } : {}),
      ...(given.transform
        ? {
            transform: (word: string, index: number, words: string[]) => {
              world.calls.push(`${word} ${index} ${words.length}`);
              return `<${word}>`;
            },
          }
        : {}),
    })),
  );

export const caseSettings: ProofSettings = {
  parameters: {
    input: fc.oneof({ weight: 6, arbitrary: texts }, strings, anything),
    options: fc.oneof({ weight: 3, arbitrary: options }, shared(fc.constantFrom(undefined, 0, 3)), anything),
  },
  share: 0.5,
};
