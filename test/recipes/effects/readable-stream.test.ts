/** Where streams of readable-stream and of Node differ, each difference as the recipe declares it. */
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

type Classes = Pick<
  typeof native,
  "Duplex" | "finished" | "PassThrough" | "pipeline" | "Readable" | "Transform" | "Writable"
>;
type Body = (streams: Classes, log: unknown[]) => Promise<void> | void;

const load = createRequire(path.join(root, "test", "originals", "package.json"));
const versions = listOriginals()
  .filter((each) => each.package === "readable-stream")
  .map(({ version }) => version);

before(installOriginals);

const originalOf = (version: string): Classes => load(`readable-stream-${version}`) as Classes;

async function untilQuiet(): Promise<void> {
  for (let count = 0; count < 8; count += 1) await turn();
}

async function drive(streams: Classes, body: Body): Promise<unknown[]> {
  const log: unknown[] = [];
  await body(streams, log);
  await untilQuiet();
  return [...log];
}

/** The versions that a note is declared for. */
async function declaring(note: string): Promise<readonly string[]> {
  const eras = (await loadRecipe("readable-stream")).filter((era) => era.deviations?.some((one) => one.note === note));
  const found = versions.filter((version) => eras.some((era) => semver.satisfies(version, era.versions)));
  assert.notEqual(found.length, 0, note);
  return found;
}

/** Asserts that a note is declared for exactly the versions where package and Node do one of these differently. */
async function assertDiffers(note: string, ...bodies: readonly Body[]): Promise<void> {
  const declared = await declaring(note);
  for (const version of versions) {
    const differs: boolean[] = [];
    for (const body of bodies) {
      const [theirs, ours] = [await drive(originalOf(version), body), await drive(native, body)];
      differs.push(!isDeepStrictEqual(theirs, ours));
    }
    assert.equal(differs.includes(true), declared.includes(version), `${version}: ${note}`);
  }
}

test("The streams are Node's own, as the Node that runs has them: those of the package are no instances of their classes, and what is added to a prototype all streams get.", async () => {
  const note =
    "The streams are Node's own, as the Node that runs has them: those of the package are no instances of their classes, and what is added to a prototype all streams get.";
  assert.deepEqual(await declaring(note), versions);
  for (const version of versions) {
    const theirs = originalOf(version);
    assert.equal(new theirs.Readable() instanceof native.Readable, false, version);
    assert.equal(new native.Readable() instanceof theirs.Readable, false, version);
    assert.equal(new theirs.PassThrough() instanceof theirs.Readable, true, version);
    assert.equal("addition" in native.Readable.prototype, false);
    Object.assign(theirs.Readable.prototype, { addition: 1 });
    assert.equal("addition" in new native.PassThrough(), false, version);
    assert.equal("addition" in new theirs.PassThrough(), true, version);
    Reflect.deleteProperty(theirs.Readable.prototype, "addition");
  }
});

test("From Node 22 on a stream has room for 64 KiB where it is not told, not for 16.", async () => {
  const note = "From Node 22 on a stream has room for 64 KiB where it is not told, not for 16.";
  assert.deepEqual(await declaring(note), versions);
  const ours = new native.Readable().readableHighWaterMark;
  assert.equal(ours, semver.gte(process.version, "22.0.0") ? 65_536 : 16_384);
  for (const version of versions) {
    const stream = new (originalOf(version).PassThrough)() as native.PassThrough & {
      readonly _readableState: { readonly highWaterMark: number };
    };
    assert.equal(stream._readableState.highWaterMark, 16_384, version);
  }
});

test("From Node 26 on read() without a size, and a loop, take one chunk at a time, not joined what has come.", async () => {
  const note = "From Node 26 on read() without a size, and a loop, take one chunk at a time, not joined what has come.";
  assert.deepEqual(await declaring(note), versions);
  const body: Body = ({ PassThrough }, log) => {
    const stream = new PassThrough();
    stream.write("a");
    stream.write("b");
    log.push(String(stream.read()));
  };
  const takesApart = semver.gte(process.version, "26.0.0");
  assert.deepEqual(await drive(native, body), [takesApart ? "a" : "ab"]);
  for (const version of versions) assert.deepEqual(await drive(originalOf(version), body), ["ab"], version);
});

test("Errors that streams make themselves are of other classes, or have other codes and texts, and a callback of a write can be told null where it was told nothing.", async () => {
  const note =
    "Errors that streams make themselves are of other classes, or have other codes and texts, and a callback of a write can be told null where it was told nothing.";
  await assertDiffers(note, async ({ Readable, Writable }, log) => {
    const told = (error: Error): void => {
      const { code } = error as { code?: unknown };
      log.push([error.name, error.constructor.name, code, error.message]);
    };
    new Readable().on("error", told).read();
    const writable = new Writable({ write: (_chunk, _encoding, done) => done() }).on("error", told);
    writable.write("a", (error) => log.push(error));
    await untilQuiet();
    writable.end();
    writable.write("a");
  });
});

test("Where something is written that is no text, no bytes and not null, outside of object mode, write() throws what was an error of the stream.", async () => {
  await assertDiffers(
    "Where something is written that is no text, no bytes and not null, outside of object mode, write() throws what was an error of the stream.",
    ({ PassThrough }, log) => {
      const stream = new PassThrough();
      stream.on("error", () => log.push("an error of the stream"));
      try {
        stream.write({ a: 1 });
      } catch {
        log.push("throws");
      }
    },
  );
});

test("A stream that is resumed and paused again in one turn stays paused, even where all of it has come.", async () => {
  await assertDiffers(
    "A stream that is resumed and paused again in one turn stays paused, even where all of it has come.",
    ({ PassThrough }, log) => {
      const stream = new PassThrough();
      stream.on("end", () => log.push("end"));
      stream.resume();
      stream.write("a");
      stream.pause();
      stream.end();
    },
  );
});

test("In object mode the functions of a stream can be told no encoding.", async () => {
  const note = "In object mode the functions of a stream can be told no encoding.";
  assert.deepEqual(await declaring(note), versions);
  const body: Body = ({ Writable }, log) => {
    const stream = new Writable({ objectMode: true, write: (_chunk, encoding, done) => done(void log.push(encoding)) });
    stream.write({}, () => undefined);
  };
  for (const version of versions) assert.deepEqual(await drive(originalOf(version), body), ["utf8"], version);
  const [ours] = await drive(native, body);
  assert.ok(ours === null || ours === "utf8", String(ours));
  if (semver.satisfies(process.version, "20")) assert.equal(ours, null);
});

test("What does not wait for each other can come in another order: of two failures at once another one may be told, and what still waits in a stream that is destroyed hears of it or not.", async () => {
  const note =
    "What does not wait for each other can come in another order: of two failures at once another one may be told, and what still waits in a stream that is destroyed hears of it or not.";
  const waiting: Body = ({ PassThrough }, log) => {
    const stream = new PassThrough();
    stream.on("error", () => undefined);
    stream.cork();
    stream.write("a", () => log.push("heard"));
    stream.destroy();
  };
  const ending: Body = ({ PassThrough }, log) => {
    const stream = new PassThrough();
    stream.on("end", () => log.push("end")).on("finish", () => log.push("finish"));
    stream.resume();
    stream.end("a");
  };
  await assertDiffers(note, waiting, ending);
});

test("A stream destroys itself once it is over or has failed, unless autoDestroy is false: it is closed then, and neither takes nor gives what comes after.", async () => {
  const note =
    "A stream destroys itself once it is over or has failed, unless autoDestroy is false: it is closed then, and neither takes nor gives what comes after.";
  await assertDiffers(note, async ({ Readable }, log) => {
    const stream = new Readable({ read() {} });
    stream.on("close", () => log.push("close"));
    stream.resume();
    stream.push(null);
    await untilQuiet();
    log.push(stream.destroyed);
  });
  await assertDiffers(note, async ({ Writable }, log) => {
    const stream = new Writable({
      write(chunk: Buffer, _encoding, done) {
        log.push(String(chunk));
        done(String(chunk) === "a" ? new RangeError("fails") : null);
      },
    });
    stream.on("error", () => undefined);
    stream.write("a");
    await untilQuiet();
    stream.write("b");
  });
});

test("Where a Transform has no room left, what is written to it is acknowledged only when something is taken out of it.", async () => {
  await assertDiffers(
    "Where a Transform has no room left, what is written to it is acknowledged only when something is taken out of it.",
    ({ PassThrough }, log) => {
      const stream = new PassThrough({ highWaterMark: 1 });
      stream.write("a", () => log.push("acknowledged"));
    },
  );
});

test("finished and pipeline look otherwise at old streams and at those that are over before, and tell of them what they did not.", async () => {
  const note =
    "finished and pipeline look otherwise at old streams and at those that are over before, and tell of them what they did not.";
  const ended: Body = ({ pipeline }, log) => {
    const source = new native.Readable({ read() {} });
    const sink = new native.Writable({ write: (_chunk, _encoding, done) => done() });
    sink.on("error", () => undefined).end();
    pipeline(source, sink, (error) => log.push(error === undefined || error === null ? "well" : "failed"));
    source.push(null);
  };
  const destroyed: Body = ({ finished }, log) => {
    const stream = new native.PassThrough();
    stream.destroy();
    finished(stream, () => log.push("answers"));
  };
  for (const era of await loadRecipe("readable-stream")) {
    const isDeclared = era.deviations?.some((one) => one.note === note) === true;
    const differs: boolean[] = [];
    for (const version of versions.filter((each) => isDeclared && semver.satisfies(each, era.versions)))
      for (const body of [ended, destroyed]) {
        const [theirs, ours] = [await drive(originalOf(version), body), await drive(native, body)];
        differs.push(!isDeepStrictEqual(theirs, ours));
      }
    assert.equal(differs.includes(true), isDeclared, era.versions);
  }
});

test("A stream can be read in a loop, and read() can give joined what was written apart.", async () => {
  await assertDiffers(
    "A stream can be read in a loop, and read() can give joined what was written apart.",
    async ({ PassThrough }, log) => {
      const stream = new PassThrough();
      stream.write("a");
      stream.end("b");
      try {
        let text = "";
        for await (const chunk of stream) text += String(chunk);
        log.push(text);
      } catch (error) {
        log.push((error as Error).name);
      }
    },
  );
});

test("Readable.from gives a text at once, not character by character.", async () => {
  const note = "Readable.from gives a text at once, not character by character.";
  const body: Body = ({ Readable }, log) => void Readable.from("ab").on("data", (chunk) => log.push(chunk));
  const declared = await declaring(note);
  assert.deepEqual(declared, ["3.5.0", "3.6.2"]);
  assert.deepEqual(await drive(native, body), ["ab"]);
  for (const version of declared) assert.deepEqual(await drive(originalOf(version), body), ["a", "b"], version);
  for (const version of versions.filter((each) => semver.gte(each, "4.0.0")))
    assert.deepEqual(await drive(originalOf(version), body), ["ab"], version);
});

test("classes of both are called without new, and inherited from by prototype", async () => {
  const body: Body = async ({ Readable, Transform }, log) => {
    function Doubling(this: native.Transform): void {
      Transform.call(this as never, { objectMode: true });
    }
    Object.setPrototypeOf(Doubling.prototype, Transform.prototype);
    Doubling.prototype._transform = function (this: native.Transform, chunk: number, _: string, done: () => void) {
      this.push(chunk * 2);
      done();
    };
    const made = new (Doubling as unknown as new () => native.Transform)();
    log.push(made instanceof Transform, made instanceof Readable);
    made.on("data", (chunk) => log.push(chunk));
    made.write(2);
    made.end(3);
    const called = (Readable as unknown as (options: object) => native.Readable)({ read() {} });
    log.push(called instanceof Readable);
    await untilQuiet();
  };
  const ours = await drive(native, body);
  assert.deepEqual(ours, [true, true, 4, 6, true]);
  for (const version of versions) assert.deepEqual(await drive(originalOf(version), body), ours, version);
});

test("all that the classes of the package have, those of Node have too", () => {
  for (const version of versions)
    for (const name of ["Readable", "Writable", "Duplex", "Transform", "PassThrough"] as const) {
      const lacking = namesOf(originalOf(version)[name].prototype).filter((key) => !(key in native[name].prototype));
      const gone = semver.gte(process.version, "22.0.0") ? ["asIndexedPairs"] : [];
      assert.deepEqual(
        lacking.filter((key) => !gone.includes(key)),
        [],
        `${version} ${name}`,
      );
    }
});

function namesOf(from: object): string[] {
  const above: unknown = Object.getPrototypeOf(from);
  return [...Object.getOwnPropertyNames(from), ...(above === null ? [] : namesOf(above as object))];
}
