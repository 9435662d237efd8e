import fc from "fast-check";
import { anything } from "../proof/hostile.ts";
import { duplexes, noStreams, readables, untilQuiet } from "../effects/streams.ts";
import { type Sample, shared } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const limit = fc.constantFrom<unknown>(undefined, null, 0, 1, 3, 100, Infinity, "2", NaN);
const encoding = fc.constantFrom<unknown>(
  undefined,
  null,
  "",
  "utf8",
  "hex",
  "base64",
  "buffer",
  "latin1",
  "nonsense",
  5,
);
const options = shared(
  fc.record({ maxBuffer: limit, encoding, array: fc.constantFrom(true, false, undefined) }, { requiredKeys: [] }),
);
const streams = fc.oneof(
  { weight: 8, arbitrary: readables() },
  { weight: 1, arbitrary: duplexes() },
  { weight: 1, arbitrary: noStreams },
);
const lists: fc.Arbitrary<Sample[]> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(streams) },
  { weight: 4, arbitrary: fc.tuple(streams, options) },
  { weight: 1, arbitrary: fc.tuple(fc.oneof(streams, anything), fc.oneof(options, anything)) },
);

export default {
  surround: untilQuiet,
  share: 0.6,
  arguments: { default: lists, buffer: lists, array: lists },
} satisfies ProofSettings;
