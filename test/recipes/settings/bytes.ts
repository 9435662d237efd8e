import fc from "fast-check";
import { anything } from "../proof/hostile.ts";
import { sample, shared } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const count = fc.constantFrom("0", "1", "1.5", "-2", "+3.25", "1e3", ".5", "1.", "0x10", "", "1024", "9999999999");
const unit = fc.constantFrom("", "b", "kb", "KB", "Mb", "gb", "TB", "pb", "kib", " kb", "  mb", "k", "kb ", "\u212Ab");
const texts = fc.tuple(count, unit).map((parts) => parts.join(""));
const numbers = fc.oneof(
  fc.integer({ min: -5e9, max: 5e9 }),
  fc.double(),
  fc.constantFrom(0, -0, 1023, 1024, 1024 ** 2, 1e21, 1024 ** 4 - 1, 1024 ** 5),
);
const options = fc
  .record(
    {
      decimalPlaces: fc.constantFrom(0, 1, 2, 5, undefined),
      fixedDecimals: fc.boolean(),
      thousandsSeparator: fc.constantFrom("", ",", " ", "$&", undefined),
      unit: fc.constantFrom("", "b", "KB", "mb", "Tb", "x", "constructor", undefined),
      unitSeparator: fc.constantFrom("", " ", "\t", undefined),
    },
    { requiredKeys: [] },
  )
  .map((given) => sample(JSON.stringify(given), () => ({ ...given })));
const value = fc.oneof({ weight: 5, arbitrary: shared(fc.oneof(texts, numbers)) }, anything);
const lists = fc.oneof(fc.tuple(value), fc.tuple(value, fc.oneof({ weight: 3, arbitrary: options }, anything)));

export default {
  arguments: { default: lists, format: lists, parse: fc.tuple(value) },
  deviations: [
    {
      note: "The TypeError for an option that is neither a text nor a number reads differently.",
      example: () => [1, { unit: 5 }],
    },
  ],
} satisfies ProofSettings;
