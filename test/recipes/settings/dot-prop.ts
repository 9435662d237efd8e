import fc from "fast-check";
import { anything, recordsOf } from "../proof/hostile.ts";
import { primitives } from "../proof/primitives.ts";
import { shared } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const name = fc.constantFrom(
  "a",
  "b",
  "c",
  "0",
  "length",
  "toString",
  "constructor",
  "__proto__",
  "",
  "a\\",
  "\\",
  "x y",
);
const paths = shared(fc.array(name, { maxLength: 4 }).map((names) => names.join(".")));
const deep = recordsOf(fc.oneof(recordsOf(fc.oneof(recordsOf(primitives), primitives)), anything));

export default {
  unknowns: {
    object: fc.oneof({ weight: 3, arbitrary: deep }, anything),
    path: fc.oneof({ weight: 5, arbitrary: paths }, anything),
  },
} satisfies ProofSettings;
