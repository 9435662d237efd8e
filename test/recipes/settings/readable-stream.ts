import fc from "fast-check";
import {
  type Sides,
  answer,
  buildsBoth,
  buildsReadable,
  buildsTransform,
  buildsWritable,
  chunksOf,
  commonOptions,
  drivenOrAnswered,
  has,
  remembered,
  scenesOf,
} from "../effects/flows.ts";
import { duplexes, readables, writables } from "../effects/streams.ts";
import { type Sample, type Samples, sample } from "../proof/sample.ts";
import type { Place, ProofSettings } from "../proof/settings.ts";

/** Options of a stream, and what is done with it. */
function driven(options: (isObject: boolean) => Samples, sides: Sides): fc.Arbitrary<Sample[]> {
  return fc.boolean().chain((isObject) => {
    return fc.tuple(options(isObject).map(remembered), scenesOf(isObject, sides));
  });
}

/** What a stream is made from, by Readable.from. */
const iterables: Samples = fc
  .record({
    chunks: fc.array(chunksOf(true), { maxLength: 4 }),
    kind: fc.constantFrom("array", "set", "async", "text"),
  })
  .map(({ chunks, kind }) =>
    remembered(
      sample(`${kind} of ${fc.stringify(chunks)}`, () => {
        if (kind === "array") return chunks;
        if (kind === "set") return new Set(chunks);
        return kind === "text" ? "text" : asynchronously(chunks);
      }),
    ),
  );

async function* asynchronously(chunks: readonly unknown[]): AsyncGenerator<unknown> {
  for (const chunk of chunks) {
    await undefined;
    yield chunk;
  }
}

const read = { isRead: true, isWritten: false };
const written = { isRead: false, isWritten: true };
const both = { isRead: true, isWritten: true };

const chains: fc.Arbitrary<Sample[]> = fc
  .tuple(
    readables(),
    fc.array(duplexes("middle 1"), { maxLength: 1 }),
    fc.array(duplexes("middle 2"), { maxLength: 1 }),
    writables(),
  )
  .map(([source, first, second, sink]) => [source, ...first, ...second, sink, answer].map(remembered));
const watched: fc.Arbitrary<Sample[]> = fc
  .oneof(readables(), duplexes(), writables())
  .map((one) => [remembered(one), answer]);

const isWatching = ({ export: name }: Place): boolean => name === "pipeline" || name === "finished";
const isTransform = ({ export: name }: Place): boolean => name === "Transform" || name === "PassThrough";
const isOld = ({ version }: Place): boolean => !version.startsWith("4.");

const takesApart = Number.parseInt(process.versions.node) >= 26;

const covered: readonly (readonly [note: string, covers: (args: readonly unknown[], place: Place) => boolean])[] = [
  [
    "The streams are Node's own, as the Node that runs has them: those of the package are no instances of their classes, and what is added to a prototype all streams get.",
    () => false,
  ],
  [
    "From Node 26 on read() without a size, and a loop, take one chunk at a time, not joined what has come.",
    (args) => takesApart && has(args, /"taking":"(?:loop|readable)"/),
  ],
  ["From Node 22 on a stream has room for 64 KiB where it is not told, not for 16.", () => false],
  [
    "Errors that streams make themselves are of other classes, or have other codes and texts, and a callback of a write can be told null where it was told nothing.",
    () => false,
  ],
  [
    "Where something is written that is no text, no bytes and not null, outside of object mode, write() throws what was an error of the stream.",
    () => false,
  ],
  [
    "A stream that is resumed and paused again in one turn stays paused, even where all of it has come.",
    (args, place) => isOld(place) && has(args, /"do":"resume"(?:(?!"do":"wait").)*"do":"pause"/),
  ],
  ["In object mode the functions of a stream can be told no encoding.", () => false],
  [
    "What does not wait for each other can come in another order: of two failures at once another one may be told, and what still waits in a stream that is destroyed hears of it or not.",
    (args, place) => {
      if (place.export === "Duplex") return has(args, /"ends":"(?:fails|closes)"|"taking":"loop"/);
      return isWatching(place) && has(args, /fails|closes|complains/, isOld(place) ? 1 : 2);
    },
  ],
  [
    "A stream destroys itself once it is over or has failed, unless autoDestroy is false: it is closed then, and neither takes nor gives what comes after.",
    (args, place) => isOld(place) && has(args, /"fails"|"closes"|"failsAt":\d|"autoDestroy"/),
  ],
  [
    "Where a Transform has no room left, what is written to it is acknowledged only when something is taken out of it.",
    (args, place) => isOld(place) && isTransform(place) && has(args, /"highWaterMark":/),
  ],
  [
    "finished and pipeline look otherwise at old streams and at those that are over before, and tell of them what they did not.",
    (args, place) => isWatching(place) && has(args, /^(?:old|request)|is destroyed|has ended/),
  ],
  [
    "Readable.from gives a text at once, not character by character.",
    (args, place) => isOld(place) && typeof args[0] === "string",
  ],
  [
    "A stream can be read in a loop, and read() can give joined what was written apart.",
    (args, place) => place.version.startsWith("2.") && has(args, /"taking":"(?:loop|readable)"/),
  ],
];

export default {
  surround: drivenOrAnswered,
  arguments: {
    default: driven(buildsReadable, read),
    Readable: driven(buildsReadable, read),
    from: driven(() => iterables, read).map(([iterable, scene]) => [iterable!, sample("{}", () => ({})), scene!]),
    Writable: driven(buildsWritable, written),
    Duplex: driven(buildsBoth, both),
    Transform: driven(buildsTransform, both),
    PassThrough: driven(
      (isObject) => commonOptions(isObject).map((given) => sample(fc.stringify(given), () => ({ ...given }))),
      both,
    ),
    pipeline: chains,
    finished: watched,
  },
  deviations: covered.map(([note, covers]) => ({ note, test: "effects/readable-stream.test.ts", covers })),
} satisfies ProofSettings;
