import fc from "fast-check";
import {
  type Sides,
  commonOptions,
  drivenOrAnswered,
  functionsOf,
  has,
  remembered,
  scenesOf,
  transforming,
} from "../effects/flows.ts";
import { type Sample, type Samples, among, sample } from "../proof/sample.ts";
import type { Place, ProofSettings } from "../proof/settings.ts";

const sides: Sides = { isRead: true, isWritten: true, isDestroyed: true };

const nothing: Sample = sample("undefined", () => undefined);
const noFunctions: Samples = among(
  ["undefined", () => undefined],
  ["null", () => null],
  ["{}", () => ({})],
  ["'text'", () => "text"],
  ["0", () => 0],
);

interface Parts {
  readonly options: Sample;
  readonly transform: Sample;
  readonly flush: Sample;
  readonly scene: Sample;
}

/** What a stream is made of, and what is done with it; its chunks are objects where `isObject` or the options say so. */
function parts(isAlwaysObject: boolean): fc.Arbitrary<Parts> {
  return fc.boolean().chain((isChosen) => {
    const isObject = isChosen || isAlwaysObject;
    const options = fc.tuple(commonOptions(isObject), fc.boolean()).map(([given, isBare]) => {
      const { objectMode, ...others } = given;
      const written =
        isBare && isAlwaysObject ? others : { ...others, ...(objectMode !== undefined && { objectMode }) };
      return remembered(sample(fc.stringify(written), () => ({ ...written })));
    });
    return fc.tuple(options, transforming, scenesOf(isObject, sides)).map(([given, way, scene]) => ({
      options: given,
      transform: remembered(sample(fc.stringify(way), (world) => functionsOf(world, way, isObject).transform)),
      flush:
        way.flush === "none"
          ? nothing
          : remembered(sample(fc.stringify(way), (world) => functionsOf(world, way, isObject).flush)),
      scene,
    }));
  });
}

/** Those whose flush is a function. */
const flushed = (made: fc.Arbitrary<Parts>): fc.Arbitrary<Parts> => made.filter(({ flush }) => flush !== nothing);

const bytes = parts(false).filter(({ options }) => !options.text.includes("objectMode"));
const either = parts(false);
const objects = parts(true);
const told = objects.filter(({ options }) => options.text.includes("objectMode"));
const untold = objects.filter(({ options }) => !options.text.includes("objectMode"));

/** Arguments in every order the package takes, and what is none of it. */
function anyOrder(given: fc.Arbitrary<Parts>): fc.Arbitrary<Sample[]> {
  return fc.tuple(given, noFunctions, fc.nat({ max: 4 })).map(([{ options, transform, flush, scene }, none, order]) => {
    if (order === 0) return [options, none, flush, scene];
    if (order === 1 && !options.text.includes("objectMode")) return [none, transform, flush, scene];
    return [options, transform, flush, scene];
  });
}

const swapped = (given: fc.Arbitrary<Parts>): fc.Arbitrary<Sample[]> =>
  given.map(({ transform, flush, scene }) => [transform, flush, nothing, scene]);

const scenes = (isObject: boolean): fc.Arbitrary<Sample[]> => scenesOf(isObject, sides).map((scene) => [scene]);

/** In one turn, as nothing is waited for between them. */
const resumedAndPaused = /"do":"resume"(?:(?!"do":"wait").)*"do":"pause"/;
const isOld = ({ version }: Place): boolean => !version.startsWith("4.");
const takesApart = Number.parseInt(process.versions.node) >= 26;

const covered: readonly (readonly [note: string, covers: (args: readonly unknown[], place: Place) => boolean])[] = [
  [
    "The streams are Node's own, as the Node that runs has them, and no instances of the classes of readable-stream.",
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
    "A stream destroys itself once it is over or has failed, unless autoDestroy is false: it is closed then, and neither takes nor gives what comes after.",
    (args) => has(args, /"failsAt":\d|"flush":"fails"|"autoDestroy"/),
  ],
  [
    "Where a Transform has no room left, what is written to it is acknowledged only when something is taken out of it.",
    (args) => has(args, /"highWaterMark":/),
  ],
  [
    "destroy() ends a stream, which then neither takes nor gives anything: that of the package emits error and close, and goes on.",
    (args, place) => isOld(place) && has(args, /"destroy"/),
  ],
  [
    "A stream can be read in a loop, and read() can give joined what was written apart.",
    (args, place) => isOld(place) && has(args, /"taking":"(?:loop|readable)"/),
  ],
  [
    "Where something is written that is no text, no bytes and not null, outside of object mode, write() throws what was an error of the stream.",
    () => false,
  ],
  ["In object mode the functions of a stream can be told no encoding.", () => false],
  [
    "A stream that is resumed and paused again in one turn stays paused, even where all of it has come.",
    (args) => has(args, resumedAndPaused),
  ],
  ["Options that an object has from its prototype are not looked at.", () => false],
  [
    "What does not wait for each other can come in another order: of two failures at once another one may be told, and what still waits in a stream that is destroyed hears of it or not.",
    (args) => has(args, /"destroy"/),
  ],
];

export default {
  surround: drivenOrAnswered,
  arguments: {
    "default[0]": scenes(false),
    "default[1]": bytes.map(({ transform, scene }) => [transform, scene]),
    "default[2]": flushed(bytes).map(({ transform, flush, scene }) => [transform, flush, scene]),
    "default[3]": either.map(({ options, transform, scene }) => [options, transform, scene]),
    "default[4]": flushed(either).map(({ options, transform, flush, scene }) => [options, transform, flush, scene]),
    "default[5]": fc.oneof(anyOrder(either), swapped(bytes)),
    "obj[0]": scenes(true),
    "obj[1]": objects.map(({ transform, scene }) => [transform, scene]),
    "obj[2]": flushed(objects).map(({ transform, flush, scene }) => [transform, flush, scene]),
    "obj[3]": untold.map(({ options, transform, scene }) => [options, transform, scene]),
    "obj[4]": flushed(untold).map(({ options, transform, flush, scene }) => [options, transform, flush, scene]),
    "obj[5]": told.map(({ options, transform, scene }) => [options, transform, scene]),
    "obj[6]": flushed(told).map(({ options, transform, flush, scene }) => [options, transform, flush, scene]),
    "obj[7]": fc.oneof(anyOrder(objects), swapped(objects)),
  },
  // A stream takes many turns of the event loop to come to its end.
  share: 0.2,
  deviations: covered.map(([note, covers]) => ({ note, test: "effects/through2.test.ts", covers })),
} satisfies ProofSettings;
