/** Streams that tell what happens to them: two functions that are given the same ones can be compared. */
import { ReadStream } from "node:fs";
import { PassThrough, Readable, Stream, Transform, Writable } from "node:stream";
import { setImmediate as untilNext, setTimeout } from "node:timers/promises";
import { types } from "node:util";
import fc from "fast-check";
import { bufferOf } from "../proof/hostile.ts";
import type { Surround } from "../proof/outcome.ts";
import { type Sample, type Samples, type World, among, sample } from "../proof/sample.ts";

/** Turns of the event loop after which what has not come does not come. */
const most = 25;
const told = ["end", "finish", "close", "error", "pipe", "unpipe", "aborted", "complete", "exit"];

interface Cast {
  readonly names: Map<object, string>;
  play: Play | undefined;
}

/** What is done with what a call gave, and with its streams. */
export type Play = (given: unknown, streams: readonly object[]) => void;

const casts = new WeakMap<World, Cast>();

function castOf(world: World): Cast {
  const cast = casts.get(world) ?? { names: new Map<object, string>(), play: undefined };
  casts.set(world, cast);
  return cast;
}

/** Has an emitter write down what it emits, under its name. */
export function watch<T extends object>(world: World, name: string, emitter: T): T {
  castOf(world).names.set(emitter, name);
  const { emit } = emitter as { emit?: (event: string, ...args: unknown[]) => boolean };
  if (emit === undefined) return emitter;
  const watched = function (this: unknown, event: string, ...args: unknown[]): boolean {
    if (told.includes(event))
      world.calls.push(
        `${name} ${event}`,
        args.map((each) => tell(world, each)),
      );
    return emit.call(this, event, ...args);
  };
  return Object.assign(emitter, { emit: watched });
}

/** What can be compared of a value that may be one of the streams, or an error. */
export function tell(world: World, value: unknown): unknown {
  if (typeof value === "object" && value !== null) {
    const name = castOf(world).names.get(value);
    if (name !== undefined) return name;
    if (value instanceof Error) {
      const { bufferedData, code } = value as { bufferedData?: unknown; code?: unknown };
      return [`${value.name}: ${value.message}`, value.constructor.name, code, bufferedData];
    }
  }
  return typeof value === "function" ? "a function" : value;
}

/** Lets all that a call set off come to its end, writes down what became of the streams, and tells of the result. */
export const untilQuiet: Surround = (call, world) => {
  const cast = castOf(world);
  const run = async (): Promise<unknown> => {
    const release = catchAll((what, error) => world.calls.push(what, tell(world, error)));
    let given: unknown;
    try {
      given = call();
    } catch (error) {
      world.calls.push("throws", tell(world, error));
    }
    const isPromise = types.isPromise(given);
    world.calls.push(isPromise ? "a promise" : tell(world, given));
    if (isPromise)
      (given as Promise<unknown>).then(
        (value) => world.calls.push("resolves", tell(world, value)),
        (error: unknown) => world.calls.push("rejects", tell(world, error)),
      );
    cast.play?.(given, [...cast.names.keys()]);
    for (let turn = 0; turn < most; turn += 1) await untilNext();
    // A file takes the time that the system takes to open and close it.
    const files = [...cast.names.keys()].filter((each) => each instanceof ReadStream);
    for (let tries = 0; tries < 1000 && files.some(isClosing); tries += 1) await setTimeout(2);
    for (const [each, name] of cast.names) world.calls.push(name, ...stateOf(each));
    await empty([...cast.names.keys()]);
    release();
    return undefined;
  };
  return run();
};

function isClosing(emitter: object): boolean {
  const { destroyed, closed } = emitter as { readonly destroyed?: boolean; readonly closed?: boolean };
  return destroyed === true && closed === false;
}

/** Hands on what nobody catches, as a program would end by; gives a function that ends that. */
export function catchAll(told: (what: string, error: unknown) => void): () => void {
  const events = ["uncaughtException", "unhandledRejection"] as const;
  const others = events.map((event) => process.rawListeners(event) as NodeJS.UncaughtExceptionListener[]);
  for (const event of events) {
    process.removeAllListeners(event);
    process.on(event, (error: unknown) => told(event, error));
  }
  return () => {
    events.forEach((event, index) => {
      process.removeAllListeners(event);
      for (const each of others[index] ?? []) process.on(event, each);
    });
  };
}

/** Has something done with the result of the call. */
export function playOn(world: World, play: Play): void {
  castOf(world).play = play;
}

function stateOf(emitter: object): unknown[] {
  const { destroyed, readable, writable } = emitter as Readonly<Record<string, unknown>>;
  const { listenerCount } = emitter as { listenerCount?: (event: string) => number };
  const counts = told.map((event) => listenerCount?.call(emitter, event) ?? 0);
  return [destroyed, readable, writable, counts.join(" ")];
}

/** Ends the streams of a call, and takes from them what is left. */
export async function emptyAll(world: World): Promise<void> {
  await empty([...castOf(world).names.keys()]);
}

/** Takes all from streams that are over: what is left in them is nobody's, and of no interest. */
async function empty(streams: readonly object[]): Promise<void> {
  for (const each of streams) {
    const stream = each as Partial<Readable>;
    stream.removeAllListeners?.();
    stream.on?.("error", () => undefined);
    stream.destroy?.();
  }
  for (let turn = 0; turn < 3; turn += 1) await untilNext();
  for (const each of streams) {
    for (const key of Reflect.ownKeys(each)) Reflect.deleteProperty(each, key);
    Object.setPrototypeOf(each, null);
  }
}

const texts = fc.constantFrom("", "a", "text ", "\uFEFFb", "\ud83d\ude00", "é\n");
const pieces = fc
  .array(fc.oneof(texts, fc.constantFrom("é", "\ud83d\ude00", "\uFEFFx", "end").map(bufferOf), halves()), {
    maxLength: 5,
  })
  .map((list) => list.flat());
const objects = fc.array(fc.constantFrom<unknown>({ a: 1 }, 5, "text", [1, [2]], true, bufferOf("é")), {
  maxLength: 5,
});

/** A character in two pieces. */
function halves(): fc.Arbitrary<Buffer[]> {
  return fc.constant([...bufferOf("\u20ac")].map((byte) => Buffer.from(new Uint8Array([byte]).buffer)));
}

const endings = ["ends", "ends", "ends", "fails", "closes", "complains", "hangs", "has ended", "is destroyed"] as const;

interface Source {
  readonly chunks: readonly unknown[];
  readonly isObject: boolean;
  readonly ending: (typeof endings)[number];
  readonly isSlow: boolean;
  readonly encoding: BufferEncoding | undefined;
}

const sources: fc.Arbitrary<Source> = fc.boolean().chain((isObject) =>
  fc.record({
    chunks: isObject ? objects : pieces,
    isObject: fc.constant(isObject),
    ending: fc.constantFrom(...endings),
    isSlow: fc.boolean(),
    encoding: isObject
      ? fc.constant(undefined)
      : fc.constantFrom(undefined, undefined, undefined, "utf8" as const, "hex" as const),
  }),
);

/** Streams to read from, of any kind and end. */
export function readables(name = "source"): Samples {
  return fc.oneof(
    {
      weight: 4,
      arbitrary: sources.map((source) => sample(`${name} ${fc.stringify(source)}`, readableOf(name, source))),
    },
    {
      weight: 1,
      arbitrary: pieces.map((chunks) => sample(`old ${name} ${fc.stringify(chunks)}`, oldReadable(name, chunks))),
    },
  );
}

const readableOf =
  (name: string, source: Source) =>
  (world: World): unknown => {
    const { chunks, isObject, ending, isSlow, encoding } = source;
    let at = 0;
    const step = (stream: Readable): void => {
      const chunk = chunks[at];
      at += 1;
      if (at <= chunks.length) stream.push(chunk);
      else if (ending === "ends" || ending === "has ended") stream.push(null);
      else if (ending === "fails") stream.destroy(new RangeError(`${name} fails`));
      else if (ending === "closes" || ending === "is destroyed") stream.destroy();
      else if (ending === "complains" && at === chunks.length + 1) {
        stream.emit("error", new RangeError(`${name} complains`));
        stream.push(null);
      }
    };
    const stream = new Readable({
      objectMode: isObject,
      ...(encoding !== undefined && { encoding }),
      read() {
        if (isSlow) setImmediate(() => step(this));
        else step(this);
      },
    });
    stream.on("error", () => undefined);
    if (ending === "has ended") stream.resume();
    if (ending === "is destroyed") stream.destroy();
    return watch(world, name, stream);
  };

const oldReadable =
  (name: string, chunks: readonly unknown[]) =>
  (world: World): unknown => {
    const stream = Object.assign(new Stream(), { readable: true, destroy() {}, pause() {}, resume() {} });
    setImmediate(() => {
      for (const chunk of chunks) stream.emit("data", chunk);
      stream.readable = false;
      stream.emit("end");
      stream.emit("close");
    });
    stream.on("error", () => undefined);
    return watch(world, name, stream);
  };

const takings = ["takes", "takes", "takes", "fails", "closes", "fails at last", "is destroyed", "has ended"] as const;

interface Sink {
  readonly isObject: boolean;
  readonly taking: (typeof takings)[number];
  readonly at: number;
  readonly isSlow: boolean;
}

const sinks: fc.Arbitrary<Sink> = fc.record({
  isObject: fc.boolean(),
  taking: fc.constantFrom(...takings),
  at: fc.nat({ max: 2 }),
  isSlow: fc.boolean(),
});

/** Streams to write to, of any kind and end. */
export function writables(name = "sink"): Samples {
  return fc.oneof(
    { weight: 5, arbitrary: sinks.map((sink) => sample(`${name} ${fc.stringify(sink)}`, writableOf(name, sink))) },
    { weight: 1, arbitrary: fc.constant(sample(`old ${name}`, oldWritable(name))) },
    { weight: 1, arbitrary: fc.constant(sample(`request ${name}`, requestLike(name))) },
  );
}

const writableOf =
  (name: string, { isObject, taking, at, isSlow }: Sink) =>
  (world: World): unknown => {
    let count = 0;
    const stream = new Writable({
      objectMode: isObject,
      highWaterMark: isSlow ? 1 : 16,
      write(chunk, _encoding, done) {
        world.calls.push(`${name} gets`, chunk);
        count += 1;
        if (count > at && taking === "closes") this.destroy();
        const error = count > at && taking === "fails" ? new RangeError(`${name} fails`) : null;
        if (isSlow) setImmediate(() => done(error));
        else done(error);
      },
      final(done) {
        done(taking === "fails at last" ? new RangeError(`${name} fails at last`) : null);
      },
    });
    stream.on("error", () => undefined);
    if (taking === "is destroyed") stream.destroy();
    if (taking === "has ended") stream.end();
    return watch(world, name, stream);
  };

const oldWritable =
  (name: string) =>
  (world: World): unknown => {
    const stream = Object.assign(new Stream(), {
      writable: true,
      write(chunk: unknown) {
        world.calls.push(`${name} gets`, chunk);
        return true;
      },
      end() {
        stream.writable = false;
        stream.emit("end");
        stream.emit("close");
      },
    });
    stream.on("error", () => undefined);
    return watch(world, name, stream);
  };

/** A stream with the methods by which packages know a request. */
const requestLike =
  (name: string) =>
  (world: World): unknown => {
    const stream = Object.assign(new PassThrough(), {
      setHeader() {},
      abort() {
        world.calls.push(`${name} is aborted`);
        stream.emit("abort");
      },
    });
    setImmediate(() => stream.emit("request"));
    stream.on("finish", () => stream.emit("complete"));
    Object.assign(stream, { req: watch(world, `${name} req`, new PassThrough()) });
    stream.on("error", () => undefined);
    return watch(world, name, stream);
  };

const middle = ["passes", "passes", "fails", "closes", "doubles", "is destroyed"] as const;

/** Streams to read from and write to. */
export function duplexes(name = "middle"): Samples {
  return fc.record({ way: fc.constantFrom(...middle), isObject: fc.boolean() }).map(({ way, isObject }) =>
    sample(`${name} that ${way}${isObject ? " objects" : ""}`, (world) => {
      const stream = new Transform({
        objectMode: isObject,
        transform(chunk: unknown, _encoding, done) {
          if (way === "closes") this.destroy();
          if (way === "doubles") this.push(chunk);
          done(way === "fails" ? new RangeError(`${name} fails`) : null, chunk);
        },
      });
      stream.on("error", () => undefined);
      if (way === "is destroyed") stream.destroy();
      return watch(world, name, stream);
    }),
  );
}

/** An emitter that packages take for a child process. */
export function childLike(name = "child"): Samples {
  return fc.constantFrom(0, 1, null, "2").map((code) =>
    sample(`${name} that exits with ${JSON.stringify(code)}`, (world) => {
      const stream = Object.assign(new Stream(), { stdio: [null, null, null] });
      setImmediate(() => stream.emit("exit", code));
      return watch(world, name, stream);
    }),
  );
}

/** A callback that writes down what it gets, and by which object it is called. */
export const callback: Sample = sample(
  "callback",
  (world) =>
    function (this: unknown, ...args: unknown[]): void {
      world.calls.push(
        "called back",
        this === undefined ? "on nothing" : tell(world, this),
        ...args.map((each) => tell(world, each)),
      );
    },
);

/** Values that are no streams. */
export const noStreams: Samples = among(
  ["null", () => null],
  ["undefined", () => undefined],
  ["0", () => 0],
  ["'text'", () => "text"],
  ["{}", () => ({})],
  ["['a', 'b']", () => ["a", "b"]],
  ["a bare stream", (world) => watch(world, "bare", new Stream())],
);

/** Pipes the streams among the arguments into what the call gives, and tells when the listeners after it hear of the end. */
export const pipedInto: Surround = (call, world) =>
  untilQuiet(() => {
    const sink = call() as NodeJS.WritableStream;
    for (const [each, name] of castOf(world).names) {
      const source = each as Readable;
      source.pipe(sink);
      source.on("end", () => {
        world.calls.push(`${name} is heard to end`);
        process.nextTick(() => world.calls.push("a turn later"));
      });
      source.on("data", () => process.nextTick(() => world.calls.push("a turn after a chunk")));
    }
    return undefined;
  }, world);
