import { among } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

export default {
  // Where a buffer lies in the pool that Node keeps is another place each time.
  normalise: (value) => (typeof value === "number" && value > 16 ? "in the pool" : value),
  // Small buffers lie at another place of a shared memory each time.
  types: {
    Uint8Array: among(
      ["new Uint8Array([1, 0, 255])", () => new Uint8Array([1, 0, 255])],
      ["new Uint8Array(new ArrayBuffer(9), 3)", () => new Uint8Array(new ArrayBuffer(9), 3)],
      ["Buffer.alloc(4)", () => Buffer.alloc(4)],
    ),
  },
} satisfies ProofSettings;
