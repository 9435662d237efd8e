/** Streams of web-streams-polyfill and of the runtime, driven alike, and where they differ. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { before, test } from "node:test";
import semver from "semver";
import { installOriginals, root } from "../proof/originals.ts";
import { loadRecipe } from "../proof/prove.ts";

type Classes = Pick<
  typeof globalThis,
  "ByteLengthQueuingStrategy" | "CountQueuingStrategy" | "ReadableStream" | "TransformStream" | "WritableStream"
>;
type Body = (streams: Classes, log: unknown[]) => Promise<void> | void;

const VERSIONS = ["2.1.0", "2.1.1", "3.0.0", "3.2.1", "3.3.0", "3.3.3", "4.0.0", "4.3.0"];
const originals = path.join(root, "test", "originals");
const load = createRequire(path.join(originals, "package.json"));

before(installOriginals);

const ponyfillOf = (version: string): string =>
  `web-streams-polyfill-${version}${semver.lt(version, "4.0.0") ? "/ponyfill" : ""}`;

async function drive(streams: Classes, body: Body): Promise<string> {
  const log: unknown[] = [];
  await body(streams, log);
  await turn();
  return JSON.stringify(log, (_, value: unknown) =>
    value instanceof Error ? `${value.name} ${value.message}` : value,
  );
}

/** What a stream holds, to its end. */
async function rest<T>(stream: ReadableStream<T>): Promise<T[]> {
  const reader = stream.getReader();
  const parts: T[] = [];
  for (let part = await reader.read(); !part.done; part = await reader.read()) parts.push(part.value);
  return parts;
}

const told = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (value) => ["ok", value === undefined ? "nothing" : value],
    (error: unknown) => ["failed", error instanceof Error ? error.name : error],
  );

const BODIES: Readonly<Record<string, Body>> = {
  "are filled from the start": async ({ ReadableStream }, log) => {
    const stream = new ReadableStream({
      start(controller) {
        log.push(controller.desiredSize);
        controller.enqueue("a");
        controller.enqueue("b");
        log.push(controller.desiredSize);
        controller.close();
      },
    });
    log.push(stream.locked, await rest(stream), stream.locked);
  },
  "ask for more when there is room": async ({ ReadableStream, CountQueuingStrategy }, log) => {
    let next = 0;
    const pull = (controller: ReadableStreamDefaultController<number>): void => {
      log.push(["pull", controller.desiredSize]);
      if (next === 6) controller.close();
      else controller.enqueue(next++);
    };
    const stream = new ReadableStream({ pull }, new CountQueuingStrategy({ highWaterMark: 3 }));
    await turn();
    log.push(next, await rest(stream));
  },
  "wait for what takes its time": async ({ ReadableStream }, log) => {
    let next = 0;
    const stream = new ReadableStream({
      async start() {
        await turn();
        log.push("started");
      },
      async pull(controller) {
        await turn();
        if (next === 3) controller.close();
        else controller.enqueue(next++);
      },
    });
    log.push(await rest(stream));
  },
  "fail for their readers": async ({ ReadableStream }, log) => {
    const error = new RangeError("mine");
    const stream = new ReadableStream({
      pull() {
        throw error;
      },
    });
    const reader = stream.getReader();
    log.push(await told(reader.read()), await told(reader.closed));
  },
  "are cancelled with a reason": async ({ ReadableStream }, log) => {
    const stream = new ReadableStream({
      start: (controller) => controller.enqueue(1),
      cancel: (reason) => {
        log.push(["cancel", reason]);
      },
    });
    const reader = stream.getReader();
    log.push(await told(reader.cancel("enough")), await reader.read(), await told(reader.closed));
  },
  "are locked by a reader and let go": async ({ ReadableStream }, log) => {
    const stream = new ReadableStream({ start: (controller) => controller.enqueue(1) });
    const reader = stream.getReader();
    log.push(stream.locked, await told(stream.cancel()));
    assert.throws(() => stream.getReader(), TypeError);
    reader.releaseLock();
    log.push(stream.locked, await stream.getReader().read());
  },
  "are read twice": async ({ ReadableStream }, log) => {
    const stream = new ReadableStream({
      start: (controller) => {
        for (const part of [1, 2, 3]) controller.enqueue(part);
        controller.close();
      },
    });
    const [first, second] = stream.tee();
    log.push(await rest(first), await rest(second), stream.locked);
  },
  "of bytes fill what they are given": async ({ ReadableStream }, log) => {
    const stream = new ReadableStream({
      type: "bytes",
      start: (controller) => {
        controller.enqueue(new Uint8Array([1, 2, 3, 4, 5]));
        controller.close();
      },
    });
    const reader = stream.getReader({ mode: "byob" });
    const first = await reader.read(new Uint8Array(3));
    const second = await reader.read(new Uint8Array(3));
    const last = await reader.read(new Uint8Array(3));
    log.push([...(first.value ?? [])], [...(second.value ?? [])], last.done, last.value?.length);
  },
  "of bytes let a source write into what is asked for": async ({ ReadableStream }, log) => {
    let left = 3;
    const stream = new ReadableStream({
      type: "bytes",
      autoAllocateChunkSize: 4,
      pull(controller) {
        const view = controller.byobRequest?.view;
        if (!view) throw new Error("nothing is asked for");
        log.push(view.byteLength);
        new Uint8Array(view.buffer, view.byteOffset)[0] = left;
        controller.byobRequest?.respond(1);
        if (--left === 0) controller.close();
      },
    });
    log.push((await rest(stream)).map((part: Uint8Array) => [...part]));
  },
  "write one after the other": async ({ WritableStream }, log) => {
    const stream = new WritableStream({
      start: () => void log.push("start"),
      async write(part) {
        await turn();
        log.push(["write", part]);
      },
      close: () => void log.push("close"),
    });
    const writer = stream.getWriter();
    log.push(stream.locked, writer.desiredSize);
    void writer.write(1);
    log.push(writer.desiredSize);
    const second = writer.write(2);
    log.push(writer.desiredSize);
    await second;
    await writer.ready;
    log.push("ready", await told(writer.close()), await told(writer.closed));
  },
  "count what waits as they are told": async ({ WritableStream, ByteLengthQueuingStrategy }, log) => {
    const strategy = new ByteLengthQueuingStrategy({ highWaterMark: 10 });
    const stream = new WritableStream<Uint8Array>({ write: () => turn() }, strategy);
    const writer = stream.getWriter();
    const writes = [4, 3, 9].map((length) => {
      const written = writer.write(new Uint8Array(length));
      log.push(writer.desiredSize);
      return written;
    });
    await Promise.all(writes);
    log.push(writer.desiredSize, strategy.highWaterMark);
  },
  "fail for their writers": async ({ WritableStream }, log) => {
    const stream = new WritableStream({
      write() {
        throw new RangeError("mine");
      },
    });
    const writer = stream.getWriter();
    log.push(
      await told(writer.write(1)),
      await told(writer.write(2)),
      await told(writer.closed),
      await told(writer.close()),
    );
  },
  "are aborted with a reason": async ({ WritableStream }, log) => {
    const stream = new WritableStream({ abort: (reason) => void log.push(["abort", reason]) });
    const writer = stream.getWriter();
    await turn();
    log.push(await told(writer.abort("why")), await told(writer.closed), await told(writer.write(1)));
  },
  "change what goes through, and add to it at the end": async ({ TransformStream, ReadableStream }, log) => {
    const source = new ReadableStream<number>({
      start: (controller) => {
        for (const part of [1, 2, 3]) controller.enqueue(part);
        controller.close();
      },
    });
    const doubling = new TransformStream<number, number>({
      transform: (part, controller) => {
        controller.enqueue(part);
        controller.enqueue(part * 2);
      },
      flush: (controller) => controller.enqueue(0),
    });
    log.push(await rest(source.pipeThrough(doubling)));
  },
  "pass on what goes through, one at a time": async ({ TransformStream }, log) => {
    const { readable, writable } = new TransformStream<string, string>();
    const writer = writable.getWriter();
    await turn();
    log.push(writer.desiredSize);
    const written = writer.write("a").then(() => log.push("written"));
    await turn();
    log.push("not yet", await readable.getReader().read());
    await written;
    log.push(writer.desiredSize);
  },
  "end early when they are told to": async ({ TransformStream }, log) => {
    const { readable, writable } = new TransformStream({
      transform: (part, controller) => {
        controller.enqueue(part);
        controller.terminate();
      },
    });
    const writer = writable.getWriter();
    void writer.write("a").catch(() => {});
    log.push(await rest(readable), await told(writer.closed));
  },
  "flow into one another": async ({ ReadableStream, WritableStream }, log) => {
    const from = (): ReadableStream<number> =>
      new ReadableStream({
        start: (controller) => {
          controller.enqueue(1);
          controller.enqueue(2);
          controller.close();
        },
      });
    const into = (): WritableStream<number> =>
      new WritableStream({ write: (part) => void log.push(part), close: () => void log.push("close") });
    log.push(await told(from().pipeTo(into())));
    const open = into();
    log.push(await told(from().pipeTo(open, { preventClose: true })), open.locked);
    log.push(await told(from().pipeTo(open)));
  },
  "pass failures on to both sides": async ({ ReadableStream, WritableStream }, log) => {
    const failing = new ReadableStream({ start: (controller) => controller.error(new RangeError("mine")) });
    const sink = new WritableStream({ abort: (reason: Error) => void log.push(["abort", reason.message]) });
    log.push(await told(failing.pipeTo(sink)));
    const source = new ReadableStream({
      pull: (controller) => controller.enqueue(1),
      cancel: (reason: Error) => void log.push(["cancel", reason.message]),
    });
    const broken = new WritableStream({
      write() {
        throw new RangeError("theirs");
      },
    });
    log.push(await told(source.pipeTo(broken)));
  },
  "stop to flow when a signal says so": async ({ ReadableStream, WritableStream }, log) => {
    const controller = new AbortController();
    const source = new ReadableStream({ cancel: () => void log.push("cancel") });
    const sink = new WritableStream({ abort: () => void log.push("abort") });
    const piped = told(source.pipeTo(sink, { signal: controller.signal }));
    await turn();
    controller.abort();
    log.push(await piped, source.locked, sink.locked);
  },
  "are of classes that can be extended": async ({ ReadableStream, TransformStream }, log) => {
    class Letters extends ReadableStream<string> {
      constructor(text: string) {
        super({
          start: (controller) => {
            for (const letter of text) controller.enqueue(letter);
            controller.close();
          },
        });
      }
    }
    class Upper extends TransformStream<string, string> {
      constructor() {
        super({ transform: (letter, controller) => controller.enqueue(letter.toUpperCase()) });
      }
    }
    const letters = new Letters("ab");
    log.push(letters instanceof Letters, letters instanceof ReadableStream, letters.constructor.name);
    log.push(await rest(letters.pipeThrough(new Upper())));
  },
};

const ITERATED: Readonly<Record<string, Body>> = {
  "are read in a loop": async ({ ReadableStream }, log) => {
    const make = (): ReadableStream<number> =>
      new ReadableStream({
        start: (controller) => {
          for (const part of [1, 2, 3]) controller.enqueue(part);
          controller.close();
        },
        cancel: () => void log.push("cancel"),
      });
    for await (const part of make()) log.push(part);
    const left = make();
    for await (const part of left) {
      log.push(part);
      break;
    }
    log.push(left.locked);
    const kept = make();
    for await (const part of kept.values({ preventCancel: true })) {
      log.push(part);
      break;
    }
    log.push(kept.locked, await rest(kept));
  },
};

const LATER: Readonly<Record<string, Body>> = {
  "end the reads that wait when a reader is released": async ({ ReadableStream }, log) => {
    const reader = new ReadableStream().getReader();
    const read = told(reader.read());
    await turn();
    reader.releaseLock();
    log.push(await read);
  },
  "tell sinks the reason of an abort": async ({ WritableStream }, log) => {
    const found: { controller?: WritableStreamDefaultController } = {};
    const stream = new WritableStream({ start: (controller) => void (found.controller = controller) });
    await stream.abort("why");
    log.push((found.controller as { signal?: AbortSignal } | undefined)?.signal?.reason ?? "no reason");
  },
  "tell a transformer that nobody reads": async ({ TransformStream }, log) => {
    const transformer = { cancel: (reason: unknown) => void log.push(["cancel", reason]) };
    const { readable } = new TransformStream(transformer as object);
    log.push(await told(readable.cancel("enough")));
  },
};

/** The standard has these since 2023: with package and runtime alike from here on. */
const isLater = (version: string): boolean => semver.gte(version, "3.3.0") && semver.gte(process.version, "20.18.0");

for (const version of VERSIONS)
  for (const [fact, body] of Object.entries({
    ...BODIES,
    ...(semver.gte(version, "3.0.0") && ITERATED),
    ...(isLater(version) && LATER),
  }))
    test(`web-streams-polyfill ${version}: streams of both ${fact}`, async () => {
      const theirs = await drive(load(ponyfillOf(version)) as Classes, body);
      assert.notEqual(theirs, "[]");
      assert.equal(await drive(globalThis, body), theirs);
    });

test("The runtime keeps to a later text of the standard: to release a reader ends the reads that wait, and sinks hear of the reason of an abort.", async () => {
  const note =
    "The runtime keeps to a later text of the standard: to release a reader ends the reads that wait, and sinks hear of the reason of an abort.";
  await assertDeclared(note, [">=2.1.0 <3", ">=3.0.0 <3.3"]);
  const sinks = "tell sinks the reason of an abort";
  const body = LATER[sinks];
  assert.ok(body);
  const old = (version: string): Promise<string> => drive(load(ponyfillOf(version)) as Classes, body);
  if (semver.gte(process.version, "18.20.0")) assert.equal(await drive(globalThis, body), '["why"]');
  assert.notEqual(await old("3.2.1"), '["why"]');
  assert.equal(await old("2.1.1"), '["no reason"]');
  const release: Body = ({ ReadableStream }) => new ReadableStream().getReader().releaseLock();
  assert.equal(await drive(load(ponyfillOf("3.0.0")) as Classes, release), "[]");
  const waits: Body = ({ ReadableStream }) => {
    const reader = new ReadableStream().getReader();
    void reader.read().catch(() => {});
    void reader.closed.catch(() => {});
    reader.releaseLock();
  };
  await assert.rejects(drive(load(ponyfillOf("3.0.0")) as Classes, waits), TypeError);
  if (semver.gte(process.version, "18.20.0")) assert.equal(await drive(globalThis, waits), "[]");
});

test("The streams are the runtime's own: they go together with those of fetch and the like, and no longer with streams of the package.", async () => {
  const note =
    "The streams are the runtime's own: they go together with those of fetch and the like, and no longer with streams of the package.";
  await assertDeclared(note, undefined);
  for (const version of VERSIONS) {
    const theirs = load(ponyfillOf(version)) as Classes;
    const body = new Response("text").body;
    assert.ok(body);
    assert.equal(body instanceof theirs.ReadableStream, false);
    assert.equal(body instanceof ReadableStream, true);
    const mixed = new ReadableStream().pipeTo(new theirs.WritableStream());
    await assert.rejects(mixed, TypeError);
    await body.pipeTo(new WritableStream());
    await assert.rejects(new theirs.ReadableStream().pipeTo(new WritableStream()), TypeError);
  }
});

test("What does not wait for each other can come in another order, and misuse can fail at another moment, with another class of error and another text.", async () => {
  const note =
    "What does not wait for each other can come in another order, and misuse can fail at another moment, with another class of error and another text.";
  await assertDeclared(note, undefined);
  const wrong: Body = async ({ ReadableStream, TransformStream }, log) => {
    const failed = (make: () => unknown): string => {
      try {
        make();
        return "made";
      } catch (error) {
        return String(error);
      }
    };
    log.push(failed(() => new ReadableStream({}, { highWaterMark: Number.NaN })));
    log.push(failed(() => new ReadableStream().getReader({ mode: "byob" })));
    log.push(failed(() => new TransformStream({}, undefined, { highWaterMark: -1 })));
    const closing = new ReadableStream<number>({ start: (controller) => controller.enqueue(1) });
    const reader = closing.getReader();
    await reader.read();
    const [waiting, closed] = [reader.read(), reader.closed];
    void Promise.allSettled([closed.then(() => log.push("closed")), waiting.then(() => log.push("read"))]);
    await reader.cancel();
  };
  const ours = await drive(globalThis, wrong);
  for (const version of VERSIONS) assert.notEqual(await drive(load(ponyfillOf(version)) as Classes, wrong), ours);
});

test("A class that is called without new fails by another text.", async () => {
  await assertDeclared("A class that is called without new fails by another text.", undefined);
  const call = ({ ReadableStream }: Classes): unknown => Reflect.apply(ReadableStream, undefined, []);
  for (const version of VERSIONS) {
    const entry = semver.lt(version, "4.0.0") ? ponyfillOf(version) : `${ponyfillOf(version)}/es5`;
    assert.throws(() => call(load(entry) as Classes), /^TypeError: (?!Class constructor)/);
  }
  assert.throws(() => call(globalThis), /^TypeError: Class constructor/);
});

test("Loaded, and not as a ponyfill, the package puts its classes in the place of the global ones.", async () => {
  const note = "Loaded, and not as a ponyfill, the package puts its classes in the place of the global ones.";
  await assertDeclared(note, [">=2.1.0 <3", ">=3.0.0 <3.3", ">=3.3.0 <4"]);
  for (const version of VERSIONS.filter((each) => semver.lt(each, "4.0.0")))
    for (const entry of ["", "/es6", "/es2018"]) assert.equal(replaces(version, entry), true, version + entry);
});

test("Loaded as a polyfill, the package puts its classes in the place of the global ones.", async () => {
  const note = "Loaded as a polyfill, the package puts its classes in the place of the global ones.";
  await assertDeclared(note, [">=4.0.0 <5"]);
  for (const version of VERSIONS.filter((each) => semver.gte(each, "4.0.0")))
    for (const entry of ["/polyfill", "/polyfill/es5"]) assert.equal(replaces(version, entry), true, version + entry);
});

test("ponyfills leave the global classes as they are", () => {
  for (const version of VERSIONS) {
    const others = semver.lt(version, "4.0.0") ? ["/ponyfill", "/ponyfill/es6", "/ponyfill/es2018"] : ["", "/es5"];
    for (const entry of others) assert.equal(replaces(version, entry), false, version + entry);
  }
});

/** Whether loading an entry point gives a global ReadableStream that is not the runtime's. */
function replaces(version: string, entry: string): boolean {
  const script = `const before = ReadableStream; require("web-streams-polyfill-${version}${entry}"); console.log(String(before !== ReadableStream));`;
  const ran = spawnSync(process.execPath, ["-e", script], { cwd: originals, encoding: "utf8" });
  assert.equal(ran.status, 0, ran.stderr);
  return ran.stdout.trim() === "true";
}

async function assertDeclared(note: string, versions: readonly string[] | undefined): Promise<void> {
  const eras = await loadRecipe("web-streams-polyfill");
  const declared = eras.filter((era) => era.deviations?.some((each) => each.note === note));
  assert.deepEqual(
    declared.map((era) => era.versions),
    versions ?? eras.map((era) => era.versions),
  );
}
