/** Where streams of through2 and of its replacement differ, each difference as the recipe declares it. */
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import path from "node:path";
import * as native from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import { before, test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import semver from "semver";
import { installOriginals, listOriginals, root } from "../proof/originals.ts";
import { loadRecipe } from "../proof/prove.ts";

type Made = native.Transform;
type Through = (...args: readonly unknown[]) => Made;
/** The functions that make a stream: the package's, and of the replacement each case of its own. */
interface Makers {
  readonly general: Through;
  /** Of options and a function, as a direct call becomes it. */
  readonly written: Through;
  readonly objects: Through;
}
type Body = (makers: Makers, log: unknown[]) => Promise<void> | void;

const load = createRequire(path.join(root, "test", "originals", "package.json"));
const versions = listOriginals()
  .filter((each) => each.package === "through2")
  .map(({ version }) => version);

before(installOriginals);

function originalOf(version: string): Makers {
  const given = load(`through2-${version}`) as Through & { readonly obj: Through };
  return { general: given, written: given, objects: given.obj };
}

async function replacementOf(version: string): Promise<Makers> {
  const era = (await loadRecipe("through2")).find((each) => semver.satisfies(version, each.versions));
  const { default: cases, obj } = era?.exports as unknown as Record<"default" | "obj", readonly Through[]>;
  return { general: cases.at(-1) as Through, written: cases[3] as Through, objects: obj.at(-1) as Through };
}

async function untilQuiet(): Promise<void> {
  for (let count = 0; count < 8; count += 1) await turn();
}

async function drive(makers: Makers, body: Body): Promise<unknown[]> {
  const log: unknown[] = [];
  await body(makers, log);
  await untilQuiet();
  return [...log];
}

/** Asserts that a note is declared for exactly the eras with a version where package and replacement do this differently. */
async function assertDiffers(note: string, ...bodies: readonly Body[]): Promise<void> {
  let count = 0;
  for (const era of await loadRecipe("through2")) {
    const isDeclared = era.deviations?.some((one) => one.note === note) === true;
    const differs: boolean[] = [];
    for (const version of versions.filter((each) => semver.satisfies(each, era.versions)))
      for (const body of bodies) {
        const [theirs, ours] = [originalOf(version), await replacementOf(version)];
        differs.push(!isDeepStrictEqual(await drive(theirs, body), await drive(ours, body)));
      }
    assert.equal(differs.includes(true), isDeclared, `${era.versions}: ${note}`);
    if (isDeclared) count += 1;
  }
  assert.ok(count > 0, note);
}

const passing = (chunk: unknown, _encoding: string, done: (error: null, data: unknown) => void): void =>
  done(null, chunk);

test("The streams are Node's own, as the Node that runs has them, and no instances of the classes of readable-stream.", async () => {
  await assertDiffers(
    "The streams are Node's own, as the Node that runs has them, and no instances of the classes of readable-stream.",
    ({ general, objects }, log) =>
      void log.push(general() instanceof native.Transform, objects() instanceof native.Readable),
  );
});

test("From Node 22 on a stream has room for 64 KiB where it is not told, not for 16.", async () => {
  const roomOf = (stream: Made): number =>
    (stream as unknown as { _readableState: { highWaterMark: number } })._readableState.highWaterMark;
  for (const version of versions) {
    const ours = await replacementOf(version);
    assert.equal(roomOf(ours.general()), semver.gte(process.version, "22.0.0") ? 65_536 : 16_384);
    assert.equal(roomOf(originalOf(version).general()), 16_384, version);
    assert.equal(roomOf(ours.objects({ objectMode: false })), 16);
    assert.equal(roomOf(originalOf(version).objects({ objectMode: false })), 16);
  }
});

test("From Node 26 on read() without a size, and a loop, take one chunk at a time, not joined what has come.", async () => {
  const body: Body = ({ general }, log) => {
    const stream = general(passing);
    stream.write("a");
    stream.write("b");
    log.push(String(stream.read()));
  };
  for (const version of versions) {
    const isApart = semver.gte(process.version, "26.0.0");
    assert.deepEqual(await drive(await replacementOf(version), body), [isApart ? "a" : "ab"]);
    assert.deepEqual(await drive(originalOf(version), body), ["ab"], version);
  }
});

test("Errors that streams make themselves are of other classes, or have other codes and texts, and a callback of a write can be told null where it was told nothing.", async () => {
  await assertDiffers(
    "Errors that streams make themselves are of other classes, or have other codes and texts, and a callback of a write can be told null where it was told nothing.",
    ({ general }, log) => {
      const stream = general();
      stream.write("a", (error) => log.push(error));
      stream.resume();
    },
    async ({ general }, log) => {
      const stream = general();
      stream.on("error", (error) => log.push(error.name, error.message, error.constructor.name));
      stream.resume();
      stream.end("a");
      await untilQuiet();
      stream.write("b");
    },
  );
});

test("Where something is written that is no text, no bytes and not null, outside of object mode, write() throws what was an error of the stream.", async () => {
  await assertDiffers(
    "Where something is written that is no text, no bytes and not null, outside of object mode, write() throws what was an error of the stream.",
    ({ general }, log) => {
      const stream = general();
      stream.on("error", () => log.push("an error of the stream"));
      try {
        stream.write({ a: 1 });
      } catch {
        log.push("throws");
      }
    },
  );
});

test("In object mode the functions of a stream can be told no encoding.", async () => {
  const body: Body = ({ objects }, log) => {
    const stream = objects((_chunk: unknown, encoding: unknown, done: (error: undefined) => void) =>
      done(void log.push(encoding)),
    );
    stream.write({}, () => undefined);
  };
  for (const version of versions) {
    assert.deepEqual(await drive(originalOf(version), body), ["utf8"], version);
    const [ours] = await drive(await replacementOf(version), body);
    assert.ok(ours === null || ours === "utf8", String(ours));
    if (semver.satisfies(process.version, "20")) assert.equal(ours, null);
  }
});

test("What does not wait for each other can come in another order: of two failures at once another one may be told, and what still waits in a stream that is destroyed hears of it or not.", async () => {
  await assertDiffers(
    "What does not wait for each other can come in another order: of two failures at once another one may be told, and what still waits in a stream that is destroyed hears of it or not.",
    ({ general }, log) => {
      const stream = general();
      stream.on("error", () => undefined);
      stream.cork();
      stream.write("a", () => log.push("heard"));
      stream.destroy();
    },
  );
});

test("A stream that is resumed and paused again in one turn stays paused, even where all of it has come.", async () => {
  await assertDiffers(
    "A stream that is resumed and paused again in one turn stays paused, even where all of it has come.",
    ({ general }, log) => {
      const stream = general();
      stream.on("end", () => log.push("end"));
      stream.resume();
      stream.write("a");
      stream.pause();
      stream.end();
    },
  );
});

test("A stream destroys itself once it is over or has failed, unless autoDestroy is false: it is closed then, and neither takes nor gives what comes after.", async () => {
  const note =
    "A stream destroys itself once it is over or has failed, unless autoDestroy is false: it is closed then, and neither takes nor gives what comes after.";
  const over: Body = async ({ general }, log) => {
    const stream = general();
    stream.on("close", () => log.push("close"));
    stream.resume();
    stream.end("a");
    await untilQuiet();
  };
  await assertDiffers(note, over);
  await assertDiffers(note, async ({ general }, log) => {
    const stream = general((chunk: unknown, _encoding: string, done: (error: Error | null, data: unknown) => void) =>
      done(String(chunk) === "a" ? new RangeError("fails") : null, chunk),
    );
    stream.on("error", () => undefined);
    stream.on("data", (chunk) => log.push(String(chunk)));
    stream.write("a");
    await untilQuiet();
    stream.write("b");
  });
});

test("Where a Transform has no room left, what is written to it is acknowledged only when something is taken out of it.", async () => {
  await assertDiffers(
    "Where a Transform has no room left, what is written to it is acknowledged only when something is taken out of it.",
    ({ general }, log) => {
      const stream = general({ highWaterMark: 1 }, passing);
      stream.write("a", () => log.push("acknowledged"));
    },
  );
});

test("Options that an object has from its prototype are not looked at.", async () => {
  const body: Body = ({ written }, log) => {
    const stream = written(Object.create({ objectMode: true }), passing);
    stream.on("error", () => undefined);
    stream.on("data", (chunk) => log.push(chunk));
    stream.write("a");
  };
  await assertDiffers("Options that an object has from its prototype are not looked at.", body);
  for (const version of versions)
    assert.deepEqual(
      await drive({ ...(await replacementOf(version)), written: (await replacementOf(version)).general }, body),
      await drive(originalOf(version), body),
    );
});

test("destroy() ends a stream, which then neither takes nor gives anything: that of the package emits error and close, and goes on.", async () => {
  await assertDiffers(
    "destroy() ends a stream, which then neither takes nor gives anything: that of the package emits error and close, and goes on.",
    async ({ general }, log) => {
      const stream = general();
      stream.on("error", () => undefined);
      stream.on("close", () => log.push("close"));
      stream.on("data", (chunk) => log.push(String(chunk)));
      stream.destroy();
      await untilQuiet();
      stream.write("a");
    },
  );
});

test("A stream can be read in a loop, and read() can give joined what was written apart.", async () => {
  await assertDiffers(
    "A stream can be read in a loop, and read() can give joined what was written apart.",
    async ({ general }, log) => {
      const stream = general();
      stream.write("a");
      stream.end("b");
      try {
        for await (const chunk of stream) log.push(String(chunk).length > 0);
        log.splice(0, Infinity, "to its end");
      } catch (error) {
        log.push((error as Error).name);
      }
    },
  );
});
