import fc from "fast-check";
import { anything } from "../proof/hostile.ts";
import { strings } from "../proof/primitives.ts";
import { shared } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const paths = shared(
  fc.constantFrom("a\\b", "C:\\a b\\c", "\\\\?\\C:\\a", "\\\\server\\x", "é\\a", "/a/b", "\\", "\u0080\\a"),
);

export default {
  deviations: [
    { note: "The TypeError for what is no text names another method.", example: () => [{}] },
    { note: "The TypeError for what is no text names another variable.", example: () => [{}] },
  ],
  parameters: { path: fc.oneof(paths, strings, anything) },
} satisfies ProofSettings;
