import fc from "fast-check";
import { anything } from "../proof/hostile.ts";
import { type Sample, sample } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const texts = fc.constantFrom("", "a", "abc", "1.5", "12.25", ".5", "7.", "1.2.3", " x ", "a\tb", "é", "ab\n.c", "-");
const cells = fc.oneof(
  { weight: 6, arbitrary: texts },
  fc.constantFrom<unknown>(5, 1.5, -0.25, true, [1, 2], {}, null),
);
const rows = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(fc.oneof({ weight: 8, arbitrary: fc.array(cells, { maxLength: 4 }) }, texts), { maxLength: 5 }),
  },
  { weight: 4, arbitrary: fc.array(fc.array(texts, { maxLength: 4 }), { minLength: 1, maxLength: 5 }) },
  fc.constant([["a", , "b"], , ["cc"]]),
  fc.constant({ length: 2, 0: { length: 1, 0: "a" }, 1: ["bb", "c"] }),
);
const lengths: Readonly<Record<string, (text: string) => unknown>> = {
  "characters without escapes": (text) => [...text.replaceAll("a", "")].length,
  "half of each": (text) => text.length / 2,
  "less than none": (text) => 3 - text.length,
  none: () => undefined,
};

const tables: fc.Arbitrary<Sample> = rows.map((all) => sample(fc.stringify(all), () => structuredClone(all)));

const options: fc.Arbitrary<Sample> = fc
  .record(
    {
      hsep: fc.constantFrom(" | ", "", undefined, null, " "),
      align: fc.oneof(
        { weight: 4, arbitrary: fc.array(fc.constantFrom("l", "r", "c", ".", null, undefined, "x"), { maxLength: 4 }) },
        fc.constantFrom("lr.c", null, undefined),
      ),
      stringLength: fc.constantFrom(...Object.keys(lengths), undefined),
    },
    { requiredKeys: [] },
  )
  .map((given) =>
    sample(fc.stringify(given), () => ({
      ...given,
      ...(given.stringLength !== undefined && { stringLength: lengths[given.stringLength] }),
    })),
  );

export default {
  arguments: {
    default: fc.oneof(
      { weight: 2, arbitrary: fc.tuple(tables) },
      { weight: 8, arbitrary: fc.tuple(tables, options) },
      fc.array(anything, { maxLength: 3 }),
      fc.tuple(tables, anything),
    ),
  },
} satisfies ProofSettings;
