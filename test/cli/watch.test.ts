import assert from "node:assert/strict";
import { stripVTControlCharacters } from "node:util";
import { test, type TestContext } from "node:test";
import { getTextOptions, type Io } from "../../src/cli/io.ts";
import { watch, type Watch } from "../../src/cli/watch.ts";
import { reportTiming } from "../../src/report/steps/timing.ts";
import { eachOf, enter } from "../../src/steps.ts";
import { makeProject, shrinkdeps } from "./command.ts";
import { shop } from "./shop.ts";

interface Watched extends Watch {
  /** What came to the terminal, in order. */
  readonly written: string[];
  /** Lets so many milliseconds pass. */
  wait(milliseconds: number): void;
}

function watched(context: TestContext, facts: Partial<Io> = {}): Watched {
  const written: string[] = [];
  const output = { write: (text: string) => written.push(text) };
  const io: Io = {
    stdout: output,
    stderr: output,
    stdin: undefined,
    isTTY: true,
    isOutputTTY: true,
    isErrorTTY: true,
    columns: 40,
    env: {},
    cwd: "/",
    ...facts,
  };
  let time = 50;
  const watching = watch(io, () => time);
  context.after(() => watching.stop());
  return { ...watching, written, wait: (milliseconds) => (time += milliseconds) };
}

const gone = "\r\u001b[2K";

test("a run of less than half a second shows no progress", (context) => {
  const { written, wait, stop } = watched(context);
  enter("sources");
  wait(499);
  enter("usages");
  stop();
  assert.deepEqual(written, []);
});

test("a longer run shows in one line what it is at, and takes it away at the end", (context) => {
  const { written, wait, stop } = watched(context);
  enter("sources");
  wait(600);
  enter("usages");
  wait(10);
  enter("dependencies");
  stop();
  enter("report");
  assert.deepEqual(written.map(stripVTControlCharacters), ["\rjudging usages", "\rjudging dependencies", "\r"]);
  assert.ok(written.every((text) => text.startsWith(gone)));
  assert.ok(!written.join("").includes("\n"));
});

test("the parts of a step are counted, and shown no more than ten times a second", (context) => {
  const { written, wait } = watched(context);
  wait(1000);
  for (const _ of eachOf("usages", Array.from({ length: 2000 }))) wait(1);
  assert.equal(written.length, 20);
  assert.equal(stripVTControlCharacters(written[19] ?? ""), "\rjudging usages (1,900 of 2,000)");
});

test("the compiler is announced at once, because nothing can be shown while it runs", (context) => {
  const { written } = watched(context);
  enter("check");
  assert.equal(written.map(stripVTControlCharacters).join(), "\rtype checking");
});

test("what a command writes takes the line's place", (context) => {
  const { io, written, wait } = watched(context);
  wait(600);
  enter("usages");
  io.stdout.write("1\n");
  io.stderr.write("2\n");
  assert.deepEqual(written.slice(1), [gone, "1\n", "2\n"]);
});

test("progress keeps to the width, and to NO_COLOR", (context) => {
  const { written, wait } = watched(context, { columns: 40, env: { NO_COLOR: "1" } });
  wait(600);
  enter("search");
  for (const _ of eachOf("search", Array.from({ length: 123456 }))) break;
  wait(200);
  for (const _ of eachOf("search", Array.from({ length: 123456 }))) break;
  assert.equal(written.length, 2);
  for (const text of written) {
    assert.ok(text.startsWith(gone));
    assert.doesNotMatch(text.slice(gone.length), /\u001b/);
    assert.ok(text.length - gone.length < 40, text);
  }
});

for (const [place, facts] of Object.entries({
  "a pipe": { isErrorTTY: false },
  "a terminal that cannot move its cursor": { env: { TERM: "dumb" } },
} satisfies Record<string, Partial<Io>>)) {
  test(`nothing of it reaches ${place}`, (context) => {
    const { written, wait, stop } = watched(context, facts);
    enter("check");
    wait(2000);
    enter("usages");
    stop();
    assert.deepEqual(written, []);
  });
}

test("the times of the steps add up to the run, each step's visits together", (context) => {
  const { io, timing, wait } = watched(context, { columns: undefined });
  wait(50);
  enter("usages");
  wait(200);
  enter("types");
  wait(100);
  enter("usages");
  wait(600);
  const { start, steps } = timing();
  assert.equal(start, 100);
  assert.deepEqual(
    [...steps],
    [
      ["usages", 800],
      ["types", 100],
    ],
  );
  const text = reportTiming({ start, steps, memory: 64_000_000 }, { ...getTextOptions(io), color: false });
  assert.equal(
    text,
    [
      "Where the time went: 1,000 ms, at most 64 MB of memory",
      "  step             ms  share",
      "  starting        100  10 %",
      "  judging usages  800  80 %",
      "  reading types   100  10 %",
      "",
    ].join("\n"),
  );
});

for (const argv of [
  ["analyze"],
  ["analyze", "--json"],
  ["apply", "--dry-run"],
  ["audit"],
  ["budget"],
  ["explain", "left-pad"],
]) {
  test(`--timing tells on stderr where the time of ${argv.join(" ")} went, and leaves stdout as it is`, async (context) => {
    const project = makeProject(context, shop);
    const plain = await shrinkdeps(project, argv);
    const told = await shrinkdeps(project, [...argv, "--timing"]);
    assert.equal(told.stdout, plain.stdout);
    assert.equal(told.code, plain.code);
    assert.equal(plain.stderr, "");
    assert.match(told.stderr, /^Where the time went: [\d,]+ ms, at most \d+ MB of memory\n/);
    assert.match(told.stderr, /\n {2}reading manifests and lockfiles +\d+ {2}\d+ %\n/);
  });
}
