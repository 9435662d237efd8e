import { PassThrough } from "node:stream";
import fc from "fast-check";
import { callback, duplexes, noStreams, readables, untilQuiet, writables } from "../effects/streams.ts";
import { type Sample, sample } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const chains: fc.Arbitrary<Sample[]> = fc
  .tuple(
    readables(),
    fc.array(duplexes("middle 1"), { maxLength: 1 }),
    fc.array(duplexes("middle 2"), { maxLength: 1 }),
    writables(),
  )
  .map(([source, first, second, sink]) => [source, ...first, ...second, sink]);
const back = fc.oneof(
  { weight: 5, arbitrary: fc.constant([callback]) },
  fc.constant([]),
  noStreams.map((each) => [each]),
);
const lists = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(chains, back).map(([streams, after]) => [...streams, ...after]) },
  fc
    .tuple(chains, back)
    .map(([streams, after]) => [
      sample(`[${streams.map(({ text }) => text).join(", ")}]`, (world) => streams.map(({ make }) => make(world))),
      ...after,
    ]),
  fc.array(fc.oneof(noStreams, readables(), fc.constant(callback)), { maxLength: 3 }),
);

export default {
  surround: untilQuiet,
  share: 0.4,
  arguments: { default: lists },
  deviations: [
    {
      note: "When one of the streams is none, what the others emit later fails by another message.",
      example: () => [new PassThrough().end(), "text"],
      covers: (args) =>
        args
          .flat()
          .some((each) => typeof each !== "function" && typeof (each as PassThrough | null)?.on !== "function"),
    },
  ],
} satisfies ProofSettings;
