import fc from "fast-check";
import { anything } from "../proof/hostile.ts";
import { strings } from "../proof/primitives.ts";
import { shared } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const part = fc.constantFrom(
  "/",
  "\\",
  "//",
  "\\\\",
  "\\\\?\\",
  "\\\\.\\",
  "a",
  "b c",
  ".",
  "..",
  "C:",
  "?",
  "é",
  "\n",
);
const paths = shared(fc.array(part, { maxLength: 6 }).map((parts) => parts.join("")));
const flag = shared(fc.constantFrom<unknown>(true, false, undefined, null, 0));
const path = fc.oneof({ weight: 5, arbitrary: paths }, strings, anything);

export default {
  arguments: { default: fc.oneof(fc.tuple(path), fc.tuple(path, fc.oneof(flag, anything))) },
} satisfies ProofSettings;
