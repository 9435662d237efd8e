import { Readable } from "node:stream";
import fc from "fast-check";
import { anything } from "../proof/hostile.ts";
import {
  callback,
  childLike,
  duplexes,
  noStreams,
  playOn,
  readables,
  untilQuiet,
  writables,
} from "../effects/streams.ts";
import { type Sample, sample, shared } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const flag = fc.constantFrom(undefined, true, false, 0, null);
const options = shared(
  fc.oneof(
    fc.record({ readable: flag, writable: flag, error: flag }, { requiredKeys: [] }),
    fc.constantFrom(null, undefined, 0),
  ),
);
const streams = fc.oneof(
  { weight: 4, arbitrary: readables() },
  { weight: 4, arbitrary: writables() },
  { weight: 2, arbitrary: duplexes() },
  { weight: 1, arbitrary: childLike() },
  { weight: 1, arbitrary: noStreams },
);

/** Lets the stream flow, ends it, or stops waiting for it. */
const plays = fc
  .record({ resumes: fc.boolean(), ends: fc.boolean(), leaves: fc.constantFrom(false, false, true) })
  .map((doing) =>
    sample(fc.stringify(doing), (world) => {
      playOn(world, (cleanup, [stream]) => {
        const flow = stream as { resume?: () => void; end?: (text?: string) => void } | null;
        if (doing.leaves) (cleanup as () => void)();
        if (doing.resumes) flow?.resume?.();
        if (doing.ends) flow?.end?.("a");
      });
      return undefined;
    }),
  );

const lists: fc.Arbitrary<Sample[]> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(streams, options, fc.constant(callback), plays) },
  { weight: 4, arbitrary: fc.tuple(streams, fc.constant(callback), plays) },
  fc.tuple(streams, fc.oneof(options, anything), fc.oneof(fc.constant(callback), anything), plays),
  fc.tuple(noStreams),
);

export default {
  surround: untilQuiet,
  share: 0.6,
  arguments: { default: lists },
  deviations: [
    {
      note: "A callback that is no function fails by another message.",
      example: () => [Readable.from([]).destroy(), {}, []],
      covers: ([, options, callback]) =>
        typeof options !== "function" && Boolean(callback) && typeof callback !== "function",
    },
  ],
} satisfies ProofSettings;
