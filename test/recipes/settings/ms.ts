import fc from "fast-check";
import { anything } from "../proof/hostile.ts";
import { among, shared } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const units =
  "milliseconds millisecond msecs msec ms seconds second secs sec s minutes minute mins min m hours hour hrs hr h days day d weeks week w years year yrs yr y".split(
    " ",
  );
const number = fc.oneof(
  fc.integer({ min: -1e6, max: 1e6 }).map(String),
  fc.double({ min: -1e4, max: 1e4, noNaN: true }).map((each) => each.toFixed(2)),
  fc.constantFrom("", ".5", "1.", "-.5", "-", "1e3", "٣", "1,5"),
);
const unit = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...units, ...units.map((each) => each.toUpperCase())) },
  fc.constantFrom("", "fortnight", "ſ", "ms ", "\n"),
);
const texts = fc.tuple(number, fc.constantFrom("", " ", "  ", "\t"), unit).map((parts) => parts.join(""));
const milliseconds = fc.oneof(fc.integer({ min: -4e9, max: 4e9 }), fc.double());
const options = among(
  ["{ long: true }", () => ({ long: true })],
  ["{ long: false }", () => ({ long: false })],
  ["{}", () => ({})],
);
const value = fc.oneof({ weight: 4, arbitrary: shared(fc.oneof(texts, milliseconds)) }, anything);

export default {
  arguments: { default: fc.oneof(fc.tuple(value), fc.tuple(value, fc.oneof(options, anything))) },
} satisfies ProofSettings;
