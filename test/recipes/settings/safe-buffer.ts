import fc from "fast-check";
import { among } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

export default {
  // Anything at all includes sizes that take all memory.
  arguments: {
    Buffer: fc.tuple(
      among(["'hi'", () => "hi"], ["5", () => 5], ["[1, 2]", () => [1, 2]], ["undefined", () => undefined]),
      among(["'hex'", () => "hex"], ["undefined", () => undefined], ["'no encoding'", () => "no encoding"]),
    ),
  },
} satisfies ProofSettings;
