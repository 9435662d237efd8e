/** Streams made by a package and by its replacement, of the same options, and driven alike. */
import { type Readable, Writable } from "node:stream";
import { setImmediate as untilNext } from "node:timers/promises";
import fc from "fast-check";
import { bufferOf } from "../proof/hostile.ts";
import type { Surround } from "../proof/outcome.ts";
import { type Sample, type Samples, type World, sample } from "../proof/sample.ts";
import { catchAll, emptyAll } from "./streams.ts";

/** Turns of the event loop that a step is given to come to its end. */
const turns = 6;

/** A stream of any kind: it has the methods of some. */
type Made = Readable & Writable;
type Done = (error?: Error | null, value?: unknown) => void;

/** What is done to a stream from outside. */
export type Step =
  | { readonly do: "write" | "end"; readonly chunk?: unknown }
  | { readonly do: "wait" | "cork" | "uncork" | "pause" | "resume" | "destroy" };

/** How what a stream gives is taken from it, and what is done to it, in this order. */
export interface Scene {
  readonly taking: "data" | "readable" | "pipe" | "slow pipe" | "loop" | "nothing";
  readonly steps: readonly Step[];
}

/**
 * What happened, in lists of its own: what a stream took in, what it gave, which callbacks of writes were called, and the
 * rest. These need not wait for each other.
 */
interface Tracks {
  readonly taken: unknown[];
  readonly given: unknown[];
  readonly written: unknown[];
  readonly others: unknown[];
}

type Log = (track: keyof Tracks, ...what: unknown[]) => void;

const scenes = new WeakMap<World, Scene>();
const tracksOf = new WeakMap<World, Tracks>();

/** An argument that is not looked at: what is done with the stream that the call makes. */
export function playedWith(scene: Scene): Sample {
  return sample(`played with ${fc.stringify(scene)}`, (world) => {
    scenes.set(world, scene);
    return {};
  });
}

/** What an argument was made of, as a text. */
const texts = new WeakMap<object, string>();

/** A sample whose text is known of what it makes, too. */
export const remembered = ({ text, make }: Sample): Sample =>
  sample(text, (world) => {
    const made = make(world);
    if ((typeof made === "object" && made !== null) || typeof made === "function") texts.set(made, text);
    return made;
  });

/** True where the texts of so many of the arguments have it. */
export function has(args: readonly unknown[], what: RegExp, count = 1): boolean {
  return args.filter((each) => what.test(texts.get(each as object) ?? "")).length >= count;
}

/** What can be done to a stream, and whether it can be destroyed before its end. */
export interface Sides {
  readonly isRead: boolean;
  readonly isWritten: boolean;
  readonly isDestroyed?: boolean;
}

function stepsOf(isObject: boolean, { isRead, isWritten, isDestroyed = false }: Sides): fc.Arbitrary<Step[]> {
  const writes = fc.record({ do: fc.constant("write" as const), chunk: chunksOf(isObject) });
  const corks = fc.constantFrom<Step>({ do: "cork" }, { do: "uncork" });
  const pauses = fc.constantFrom<Step>({ do: "pause" }, { do: "resume" });
  const each = fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: fc.constant("wait" as const) }) },
    { weight: isWritten ? 6 : 0, arbitrary: writes },
    { weight: isWritten ? 1 : 0, arbitrary: corks },
    { weight: isRead ? 1 : 0, arbitrary: pauses },
  );
  const ends: Step[][] = [[], [{ do: "end" }], [{ do: "end" }], [{ do: "end", chunk: "z" }]];
  const all = isDestroyed ? [...ends, [{ do: "destroy" } as const]] : ends;
  return fc
    .tuple(fc.array(each, { maxLength: 7 }), fc.constantFrom(...all))
    .map(([first, last]) => [...first, ...last]);
}

/** What is done with a stream: the last argument of a call that makes one. */
export function scenesOf(isObject: boolean, sides: Sides): Samples {
  const taking = sides.isRead
    ? fc.constantFrom<Scene["taking"]>("data", "data", "readable", "pipe", "slow pipe", "loop", "nothing")
    : fc.constant("nothing" as const);
  return fc.record({ taking, steps: stepsOf(isObject, sides) }).map((scene) => remembered(playedWith(scene)));
}

/** Drives the stream that a call makes where its arguments say how, and waits for the answer of others. */
export const drivenOrAnswered: Surround = (call, world) => {
  const scene = scenes.get(world);
  return scene === undefined ? waitForAnswer(call, world) : drive(call, world, scene);
};

async function drive(call: () => unknown, world: World, scene: Scene): Promise<void> {
  const tracks: Tracks = { taken: [], given: [], written: [], others: [] };
  const log: Log = (track, ...what) => void tracks[track].push(what.map(tame));
  tracksOf.set(world, tracks);
  const release = catchAll((what, error) => log("others", what, error));
  try {
    const given = call() as Made | (new () => Made);
    const made = typeof given === "function" ? new given() : given;
    // Loops and sinks take chunks in turns of their own.
    if (!["loop", "pipe", "slow pipe"].includes(scene.taking)) made.on("end", () => log("given", "end"));
    made.on("finish", () => log("taken", "finish"));
    made.on("error", (error) => log("others", "error", error));
    take(made, scene.taking, log);
    for (const step of scene.steps) {
      if (step.do === "wait") await untilQuiet();
      else perform(made, step, log);
    }
    await untilQuiet();
    world.calls.push(structuredClone(tracks));
    tracksOf.delete(world);
    made.removeAllListeners();
    made.on("error", () => undefined);
    made.destroy();
    await untilNext();
  } catch (error) {
    world.calls.push("throws", tame(error));
  }
  release();
}

async function untilQuiet(): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await untilNext();
}

/** Errors of a stream's own are all alike; the others are those of its functions, and are told by their texts. */
function tame(value: unknown): unknown {
  if (value === null) return undefined;
  if (!(value instanceof Error)) return value;
  return value instanceof RangeError ? value.message : "an error of the stream";
}

function take(made: Made, taking: Scene["taking"], log: Log): void {
  if (taking === "data") made.on("data", (chunk: unknown) => log("given", chunk));
  if (taking === "readable")
    made.on("readable", () => {
      for (let chunk: unknown = made.read(); chunk !== null; chunk = made.read()) log("given", chunk);
    });
  if (taking === "pipe" || taking === "slow pipe") {
    const sink = new Writable({
      objectMode: true,
      highWaterMark: 2,
      write(chunk, _encoding, done) {
        log("given", chunk);
        if (taking === "pipe") done();
        else setImmediate(done);
      },
    });
    sink.on("finish", () => log("given", "to its end"));
    made.pipe(sink);
  }
  if (taking === "loop") void loop(made, log);
}

async function loop(made: Made, log: Log): Promise<void> {
  try {
    for await (const chunk of made) log("given", chunk);
    log("given", "to its end");
  } catch (error) {
    log("given", error);
  }
}

function perform(made: Made, step: Step, log: Log): void {
  if (step.do === "write") made.write(step.chunk, (error) => log("written", step.chunk, error));
  else if (step.do === "end") made.end?.(step.chunk);
  else if (step.do !== "wait") made[step.do]();
}

/** What is compared, beside what streams write down of themselves. */
class Told {
  constructor(readonly what: readonly unknown[]) {}
}

/** A callback that writes down what it is told. */
export const answer: Sample = sample("callback", (world) => (error: unknown) => {
  world.calls.push(new Told(["answer", tame(error)]));
});

/** Tells what a call with a callback answers, and what came through the streams it was given. */
async function waitForAnswer(call: () => unknown, world: World): Promise<void> {
  const release = catchAll((_, error) => world.calls.push(new Told(["nobody catches", tame(error)])));
  try {
    call();
  } catch (error) {
    world.calls.push(new Told(["throws", tame(error)]));
  }
  for (let count = 0; count < 3; count += 1) await untilQuiet();
  const told = world.calls.flatMap((each, index, all) => {
    if (each instanceof Told) return [each.what];
    return each === "sink gets" ? [[each, all[index + 1]]] : [];
  });
  await emptyAll(world);
  world.calls.splice(0, Infinity, ...told);
  release();
}

const words = fc.constantFrom<unknown>("a", "text ", "\uFEFFb", "\ud83d\ude00", "é\n", bufferOf("é"), bufferOf("abc"));
const objects = fc.constantFrom<unknown>({ a: 1 }, 5, 0, true, "", [1, [2]]);

/** The chunks that a stream is given and gives: texts and bytes, or with `isObject` anything. */
export function chunksOf(isObject: boolean): fc.Arbitrary<unknown> {
  return isObject ? fc.oneof(words, objects) : words;
}

interface CommonOptions {
  readonly objectMode?: true;
  readonly highWaterMark?: number;
  readonly encoding?: string;
  readonly decodeStrings?: boolean;
  readonly autoDestroy?: boolean;
}

/** Options that have no functions. */
export function commonOptions(isObject: boolean): fc.Arbitrary<CommonOptions> {
  const plain = {
    highWaterMark: fc.constantFrom(1, 4, 100),
    decodeStrings: fc.constant(false),
    autoDestroy: fc.boolean(),
  };
  return isObject
    ? fc.record({ objectMode: fc.constant(true as const), ...plain }, { requiredKeys: ["objectMode"] })
    : fc.record({ encoding: fc.constantFrom("utf8", "hex"), ...plain }, { requiredKeys: [] });
}

/** How the functions that a stream is made of behave. */
const manners = fc.record({
  isSlow: fc.boolean(),
  /** The call at which it fails; none when absent. */
  failsAt: fc.option(fc.nat({ max: 2 }), { freq: 5, nil: undefined }),
});

interface Manner {
  readonly isSlow: boolean;
  readonly failsAt: number | undefined;
}

/** Ends a call of such a function by its manner. */
function end({ isSlow, failsAt }: Manner, count: number, done: (error?: Error) => void): void {
  const error = failsAt === count ? new RangeError("fails") : undefined;
  if (isSlow) setImmediate(() => done(error));
  else done(error);
}

/** Writes down what a function of a stream was called with, as long as the stream is driven. */
function note(world: World, ...what: unknown[]): void {
  tracksOf.get(world)?.taken.push(what.map(tame));
}

/** Options with the functions that a readable stream is made of. */
export function buildsReadable(isObject: boolean): Samples {
  const parts = fc.record({
    common: commonOptions(isObject),
    chunks: fc.array(chunksOf(isObject), { maxLength: 4 }),
    isSlow: fc.boolean(),
    /** How many it pushes when it is asked for one. */
    atOnce: fc.integer({ min: 1, max: 3 }),
    ends: fc.constantFrom("well", "well", "well", "never", "fails", "closes"),
  });
  return parts.map((given) =>
    sample(fc.stringify(given), () => {
      let at = 0;
      const step = (stream: Made): void => {
        for (let count = 0; count < given.atOnce && at <= given.chunks.length; count += 1) {
          if (at < given.chunks.length) stream.push(given.chunks[at]);
          else if (given.ends === "well") stream.push(null);
          else if (given.ends === "fails") stream.destroy(new RangeError("fails"));
          else if (given.ends === "closes") stream.destroy();
          at += 1;
        }
      };
      return {
        ...given.common,
        read(this: Made) {
          if (given.isSlow) setImmediate(() => step(this));
          else step(this);
        },
      };
    }),
  );
}

/** Options with the functions that a writable stream is made of. */
export function buildsWritable(isObject: boolean): Samples {
  const parts = fc.record({
    common: commonOptions(isObject),
    manner: manners,
    final: fc.constantFrom("none", "well", "fails"),
    takesMany: fc.boolean(),
  });
  return parts.map((given) =>
    sample(fc.stringify(given), (world) => {
      let count = 0;
      return {
        ...given.common,
        write(chunk: unknown, encoding: string, done: Done) {
          note(world, "write", chunk, !isObject && encoding);
          end(given.manner, count++, done);
        },
        ...(given.takesMany && {
          writev(chunks: readonly { chunk: unknown }[], done: Done) {
            note(world, "writev", ...chunks.map(({ chunk }) => chunk));
            end(given.manner, count++, done);
          },
        }),
        ...(given.final !== "none" && {
          final(done: Done) {
            note(world, "final");
            done(given.final === "fails" ? new RangeError("fails at last") : null);
          },
        }),
      };
    }),
  );
}

/** Options of both halves of a duplex. */
export function buildsBoth(isObject: boolean): Samples {
  return fc.tuple(buildsReadable(isObject), buildsWritable(isObject)).map(([first, second]) =>
    sample(`${first.text} and ${second.text}`, (world) => ({
      ...(first.make(world) as object),
      ...(second.make(world) as object),
    })),
  );
}

/** How a transform, and its flush, behave. */
export const transforming = fc.record({
  manner: manners,
  way: fc.constantFrom("passes", "doubles", "drops", "pushes"),
  flush: fc.constantFrom("none", "ends", "pushes", "gives", "fails"),
});

/** The functions of a transform that behaves so. */
export function functionsOf(
  world: World,
  { manner, way, flush }: { readonly manner: Manner; readonly way: string; readonly flush: string },
  isObject: boolean,
) {
  let count = 0;
  return {
    transform(this: Made, chunk: unknown, encoding: string, done: Done) {
      note(world, "transform", chunk, !isObject && encoding);
      end(manner, count++, (error) => {
        if (error !== undefined) return done(error);
        if (way === "doubles" || way === "pushes") this.push(chunk);
        if (way === "drops" || way === "pushes") done();
        else done(null, chunk);
      });
    },
    ...(flush !== "none" && {
      flush(this: Made, done: Done) {
        note(world, "flush");
        if (flush === "pushes") this.push("last");
        if (flush === "gives") done(null, "last");
        else done(flush === "fails" ? new RangeError("fails at last") : null);
      },
    }),
  };
}

/** Options with the functions that a transform is made of. */
export function buildsTransform(isObject: boolean): Samples {
  return fc
    .tuple(commonOptions(isObject), transforming)
    .map(([common, way]) =>
      sample(fc.stringify({ common, ...way }), (world) => ({ ...common, ...functionsOf(world, way, isObject) })),
    );
}
