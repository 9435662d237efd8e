import assert from "node:assert/strict";
import { PassThrough, Readable, Stream, type Writable } from "node:stream";
import { setImmediate as untilNext } from "node:timers/promises";
import { before, test } from "node:test";
import { installOriginals, listOriginals, loadOriginal } from "../proof/originals.ts";
import { loadRecipe } from "../proof/prove.ts";

type Gather = (options: unknown, callback?: unknown) => Writable;

interface Side {
  readonly version: string;
  readonly package: Gather;
  readonly replacement: Gather;
}

before(installOriginals);

/** Both sides of the versions that a note is declared for. */
async function declaring(note: string, count: number): Promise<Side[]> {
  const eras = (await loadRecipe("concat-stream")).filter((era) => era.deviations?.some((each) => each.note === note));
  const sides = listOriginals().flatMap((original) => {
    const era = eras.find(({ versions }) => versions.replace(">=", "").startsWith(original.version.slice(0, 1)));
    if (original.package !== "concat-stream" || era === undefined) return [];
    return [
      loadOriginal(original, undefined, "default").then((exported) => ({
        version: original.version,
        package: exported["default"] as Gather,
        replacement: era.exports["default"] as Gather,
      })),
    ];
  });
  assert.equal(sides.length, count);
  return Promise.all(sides);
}

/** What ends the program, or would if nobody caught it. */
async function uncaught(run: () => void): Promise<Error> {
  const others = process.rawListeners("uncaughtException") as NodeJS.UncaughtExceptionListener[];
  process.removeAllListeners("uncaughtException");
  try {
    return await new Promise<Error>((resolve) => {
      process.once("uncaughtException", resolve);
      setImmediate(run);
    });
  } finally {
    process.removeAllListeners("uncaughtException");
    for (const each of others) process.on("uncaughtException", each);
  }
}

test("A callback that is no function fails by another message.", async () => {
  const sides = await declaring("A callback that is no function fails by another message.", 3);
  for (const { version, package: original, replacement } of sides) {
    const first = await uncaught(() => Readable.from([]).pipe(original({}, 5)));
    const second = await uncaught(() => Readable.from([]).pipe(replacement({}, 5)));
    assert.deepEqual([first.name, second.name], ["TypeError", "TypeError"], version);
    assert.notEqual(first.message, second.message, version);
  }
});

test("The error of a source that is piped into it after its end has a code.", async () => {
  const late = async (gather: Gather): Promise<NodeJS.ErrnoException> => {
    const sink = gather(() => {});
    Readable.from(["a"]).pipe(sink);
    await untilQuiet();
    return new Promise((resolve) => {
      sink.on("error", resolve);
      Readable.from(["b"]).pipe(sink);
    });
  };
  for (const side of await declaring("The error of a source that is piped into it after its end has a code.", 2)) {
    const [first, second] = [await late(side.package), await late(side.replacement)];
    assert.equal(first.message, second.message);
    assert.deepEqual([first.code, second.code], [undefined, "ERR_STREAM_WRITE_AFTER_END"]);
  }
});

test("An old stream that emits null as a chunk fails at once, even where its errors are listened for.", async () => {
  const note = "An old stream that emits null as a chunk fails at once, even where its errors are listened for.";
  const fail = (gather: Gather): string[] => {
    const told: string[] = [];
    const source = new Stream();
    source.pipe(gather(() => told.push("called back"))).on("error", () => told.push("heard"));
    try {
      source.emit("data", null);
    } catch {
      told.push("thrown");
    }
    return told;
  };
  for (const side of await declaring(note, 3)) {
    assert.deepEqual(fail(side.package), ["heard"], side.version);
    assert.deepEqual(fail(side.replacement), ["thrown"], side.version);
  }
});

test("A source that has ended says that it is paused one turn later.", async () => {
  const run = async (gather: Gather): Promise<string[]> => {
    const told: string[] = [];
    const source = new PassThrough();
    source.pipe(gather(() => told.push("called back")));
    source.on("pause", () => told.push("paused")).on("end", () => told.push("ended"));
    source.write("a");
    await untilQuiet();
    source.end();
    await untilQuiet();
    return told;
  };
  for (const side of await declaring("A source that has ended says that it is paused one turn later.", 3)) {
    assert.deepEqual(await run(side.package), ["called back", "paused", "ended"], side.version);
    assert.deepEqual(await run(side.replacement), ["called back", "ended", "paused"], side.version);
  }
});

async function untilQuiet(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await untilNext();
}
