/** Inputs of what finds or loads a module from a folder. */
import fc from "fast-check";
import { anything } from "../proof/hostile.ts";
import { root } from "../proof/originals.ts";
import { type Sample, shared } from "../proof/sample.ts";

const folders = [
  root,
  `${root}/test`,
  `${root}/test/originals`,
  `${root}/missing/folder`,
  ".",
  "",
  "src",
  `${root}/package.json`,
  "a\0b",
];
const ids = [
  "fs",
  "node:fs",
  "semver",
  "semver/functions/gte",
  "./package.json",
  "../package.json",
  "missing",
  "./missing",
  "",
  ".",
  "..",
  "once-1.4.0",
  "commander/package.json",
  "a\0b",
];
/** A folder, and what is looked for from there. */
export const lookups: fc.Arbitrary<Sample[]> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(shared(fc.constantFrom(...folders)), shared(fc.constantFrom(...ids))) },
  fc.tuple(anything, shared(fc.constantFrom(...ids))),
  fc.tuple(shared(fc.constantFrom(...folders)), anything),
);
