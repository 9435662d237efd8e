import fc from "fast-check";
import { anything } from "../proof/hostile.ts";
import { strings } from "../proof/primitives.ts";
import { sample, shared } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const part = fc.constantFrom(
  ...["a", "B", "foo", "Foo", "FOO", "XMLHttp", "1", "22", "v2", "1a", "é", "Ü", "ß", "İ", "i", "ﬁ", "\u{1D400}", "日"],
  ...[" ", "-", "_", ".", "--", "\n", "$1", "\u00A0"],
);
const words = fc.array(part, { maxLength: 7 }).map((parts) => parts.join(""));
const lists = fc.array(words, { maxLength: 4 }).map((list) => sample(JSON.stringify(list), () => [...list]));
const options = fc
  .record(
    {
      pascalCase: fc.constantFrom(true, false, undefined),
      preserveConsecutiveUppercase: fc.constantFrom(true, false, undefined),
      locale: fc.constantFrom<unknown>(false, "tr", "en-US", ["lt", "en"], undefined, "not a locale"),
    },
    { requiredKeys: [] },
  )
  .map((given) => sample(JSON.stringify(given), () => ({ ...given })));
const input = fc.oneof({ weight: 5, arbitrary: shared(words) }, lists, strings, anything);
const given = fc.oneof({ weight: 3, arbitrary: options }, shared(fc.constantFrom(undefined, null, 0, 3)), anything);

export default {
  arguments: { default: fc.oneof(fc.tuple(input), fc.tuple(input, given)) },
} satisfies ProofSettings;
