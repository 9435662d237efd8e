import { Stream } from "node:stream";
import fc from "fast-check";
import { callback, duplexes, pipedInto, readables, watch } from "../effects/streams.ts";
import { bufferOf } from "../proof/hostile.ts";
import { type Sample, among, sample, shared } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const encodings = [
  "string",
  "buffer",
  "array",
  "uint8array",
  "U8",
  "uint8",
  "object",
  "utf8",
  "",
  0,
  null,
  undefined,
  ["string"],
  [],
];
const options = shared(
  fc.oneof(
    fc.record({ encoding: fc.constantFrom<unknown>(...encodings) }),
    fc.constantFrom<unknown>({}, null, undefined, 0, "string", { encoding: "String", objectMode: false }),
  ),
);

const chunks = fc.constantFrom<unknown>(
  "",
  "a",
  "\u20ac",
  "\uD83D",
  bufferOf("\u20ac"),
  new Uint8Array([1, 255]),
  new Uint16Array([1, 256]),
  new ArrayBuffer(2),
  [1, 2],
  [],
  ["a", [3]],
  5,
  0,
  300,
  true,
  false,
  undefined,
  {},
  { a: 1 },
  { length: 1, 0: 7 },
  { subarray: 1 },
  new Date(0),
  5n,
  Symbol.for("a"),
);

/** An old stream that emits anything, and ends, or is closed, or both. */
const old = fc
  .record({
    all: fc.array(chunks, {
      maxLength: 4,
    }),
    ends: fc.boolean(),
    closes: fc.boolean(),
    isSlow: fc.boolean(),
  })
  .map(({ all, ends, closes, isSlow }) =>
    sample(`old source ${fc.stringify({ all, ends, closes, isSlow })}`, (world) => {
      const stream = Object.assign(new Stream(), { readable: true, pause() {}, resume() {} });
      const steps = [
        ...all.map((chunk) => () => void stream.emit("data", chunk)),
        ...(ends ? [() => void stream.emit("end")] : []),
        ...(closes ? [() => void stream.emit("close")] : []),
      ];
      const step = (): void => {
        steps.shift()?.();
        if (steps.length > 0) isSlow ? setImmediate(step) : step();
      };
      setImmediate(step);
      return watch(world, "source", stream);
    }),
  );

const sources = fc.oneof(
  { weight: 4, arbitrary: readables() },
  { weight: 4, arbitrary: old },
  { weight: 1, arbitrary: duplexes() },
);
const lists: fc.Arbitrary<Sample[]> = fc.oneof(
  fc.tuple(fc.constant(callback), sources),
  { weight: 4, arbitrary: fc.tuple(options, fc.constant(callback), sources) },
  fc.tuple(options, among(["null", () => null], ["0", () => 0], ["undefined", () => undefined]), sources),
);

export default {
  surround: pipedInto,
  share: 0.6,
  arguments: { default: lists },
  deviations: [
    "A callback that is no function fails by another message.",
    "The error of a source that is piped into it after its end has a code.",
    "An old stream that emits null as a chunk fails at once, even where its errors are listened for.",
    "A source that has ended says that it is paused one turn later.",
  ].map((note) => ({ note, test: "effects/concat-stream.test.ts" })),
} satisfies ProofSettings;
