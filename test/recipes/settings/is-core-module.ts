import { builtinModules } from "node:module";
import fc from "fast-check";
import { strings } from "../proof/primitives.ts";
import { shared } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const names = fc.constantFrom(
  ...builtinModules,
  "test",
  "sqlite",
  "sea",
  "test/reporters",
  "ffi",
  "_stream_wrap",
  "sys",
);
const around = fc.constantFrom("", "node:", "NODE:", " ", "node:node:");
const behind = fc.constantFrom("", "/", "/x", ".js", " ");
const written = fc.tuple(around, names, behind).map((parts) => parts.join(""));

export default {
  parameters: {
    name: fc.oneof(
      { weight: 4, arbitrary: shared(written) },
      shared(fc.constantFrom("constructor", "__proto__")),
      strings,
    ),
  },
} satisfies ProofSettings;
