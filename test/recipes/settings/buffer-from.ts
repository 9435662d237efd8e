import fc from "fast-check";
import { anything } from "../proof/hostile.ts";
import { codePoints, numbers } from "../proof/primitives.ts";
import { among, sample, shared } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const memories = among(
  ["new ArrayBuffer(3)", () => new ArrayBuffer(3)],
  ["new Uint8Array([1, 2, 3, 4]).buffer", () => new Uint8Array([1, 2, 3, 4]).buffer],
  ["new SharedArrayBuffer(2)", () => new SharedArrayBuffer(2)],
);
const texts = shared(
  fc.oneof(fc.string({ unit: codePoints, maxLength: 8 }), fc.constantFrom("616263", "YWJj", "é\ud800")),
);
const encodings = shared(fc.constantFrom("hex", "utf8", "base64", "UTF-8", "no encoding", "", undefined, null, 5));
const offsets = fc.oneof(shared(fc.constantFrom(0, 1, 2, 3, 4, -1, "1", undefined)), numbers);
const none = sample("undefined", () => undefined);

export default {
  arguments: {
    "default[3]": fc.oneof(
      fc.tuple(memories, offsets, offsets),
      fc.tuple(memories),
      fc.tuple(texts, encodings),
      fc.tuple(anything, fc.constant(none)),
    ),
  },
} satisfies ProofSettings;
