import { PassThrough } from "node:stream";
import fc from "fast-check";
import { anything } from "../proof/hostile.ts";
import { among } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const streams = among(
  ["new PassThrough()", () => new PassThrough()],
  [
    "a stream with a pipe",
    () => {
      const stream = new PassThrough();
      stream.pipe(new PassThrough());
      return stream;
    },
  ],
);

export default {
  arguments: { default: fc.tuple(fc.oneof(streams, anything)) },
  // Streams hold symbols and times of their own; whether it is piped is what counts.
  normalise: () => undefined,
  deviations: [
    {
      note: "Something without an unpipe method is left alone, where the package looks for the listeners of Node 0.8.",
      example: () => [{}],
      covers: ([stream]) => typeof (stream as { readonly unpipe?: unknown }).unpipe !== "function",
    },
  ],
} satisfies ProofSettings;
