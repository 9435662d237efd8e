import { closeSync, existsSync, readSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import fc from "fast-check";
import type { Surround } from "../proof/outcome.ts";
import { type Sample, type World, sample } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

/** What is done with a file or directory, in this order. */
type Step = "fill" | "remove" | "lose" | "close";

interface Made {
  readonly name: string;
  readonly fd?: number;
  readonly removeCallback: (next?: (error?: unknown) => void) => unknown;
}

type Answer = readonly unknown[];

const scenes = new WeakMap<World, readonly Step[]>();
const answers = new WeakMap<World, Promise<Answer>>();
const stepsOf = fc.array(fc.constantFrom<Step>("fill", "remove", "remove", "lose", "close"), { maxLength: 4 });

/** An argument that is not looked at: what is done with what the call makes. */
const steps: fc.Arbitrary<Sample> = stepsOf.map((all) =>
  sample(all.join(", "), (world) => {
    scenes.set(world, all);
    return {};
  }),
);

/** A callback, with what is done with what it is called with. */
const callback: fc.Arbitrary<Sample> = stepsOf.map((all) =>
  sample(`(...answer) => ${all.join(", ")}`, (world) => {
    scenes.set(world, all);
    let settle: (answer: Answer) => void = () => {};
    answers.set(world, new Promise((resolve) => (settle = resolve)));
    return (...answer: Answer) => settle(answer);
  }),
);

const prefixes = ["job", "my-app_1", "a b", ".hidden", "é", "XXXXXX", "a/b", "./here"];

function given(options: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Sample> {
  return fc.record(options, { requiredKeys: [] }).map((one) => sample(fc.stringify(one), () => ({ ...one })));
}

const ofDirectory = given({ prefix: fc.constantFrom(...prefixes), unsafeCleanup: fc.boolean(), keep: fc.boolean() });
const ofFile = given({
  prefix: fc.constantFrom(...prefixes),
  postfix: fc.constantFrom(...prefixes, ".txt", "v1.json"),
  discardDescriptor: fc.boolean(),
  keep: fc.boolean(),
});
const none = sample("undefined", () => undefined);

/** Tells where it is, how its name is made and what becomes of it; removes what is left. */
const surround: Surround = async (call, world) => {
  const returned = call();
  const answer = await answers.get(world);
  if (answer === undefined) return observe(returned as Made, world);
  world.calls.push(returned, answer.length);
  const [error, name] = answer as [unknown, string];
  // As an error that the call throws: its text has the random name.
  if (error) throw error;
  const [fd, remove] = answer.length > 3 ? answer.slice(2) : [undefined, answer[2]];
  return observe({ name, fd, removeCallback: remove } as Made, world, true);
};

async function observe(made: Made, world: World, isLater = false): Promise<void> {
  const { name, fd, removeCallback } = made;
  const stats = statSync(name);
  const parts = /^(.*?)-(?:\w{6}|(\d+)-\w{12}(-.*)?)$/.exec(basename(name));
  const named = stats.isFile() ? parts?.slice(1) : parts?.[1];
  world.calls.push(Object.keys(made), dirname(name), named, stats.mode, typeof fd);
  if (fd !== undefined) world.calls.push(writeSync(fd, "text"), readSync(fd, Buffer.alloc(4), 0, 4, 0));
  let isOpen = fd !== undefined;
  for (const step of scenes.get(world) ?? []) {
    if (step === "fill" && existsSync(name)) writeFileSync(stats.isFile() ? name : join(name, "file"), "text");
    if (step === "lose") rmSync(name, { recursive: true, force: true });
    if (step === "close" && isOpen) closeSync(fd as number);
    if (step === "remove") world.calls.push(await (isLater ? later(removeCallback) : outcomeOf(removeCallback)));
    if (step === "remove" || step === "close") isOpen = false;
    world.calls.push(existsSync(name));
  }
  if (isOpen) closeSync(fd as number);
  rmSync(name, { recursive: true, force: true });
}

/** What a function that removes later says by its callback; it is not called at all the second time. */
function later(remove: Made["removeCallback"]): Promise<unknown> {
  return new Promise((resolve) => {
    const next = (...said: readonly unknown[]): void =>
      resolve(said.map((one) => (one as NodeJS.ErrnoException | null)?.code ?? one));
    if (removed.has(remove)) setTimeout(() => resolve("nothing"), 5);
    removed.add(remove);
    remove(next);
  });
}

const removed = new WeakSet<Made["removeCallback"]>();

function outcomeOf(remove: () => unknown): unknown {
  try {
    return ["gives", remove()];
  } catch (error) {
    return ["throws", (error as NodeJS.ErrnoException).code];
  }
}

const maybe = (options: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> =>
  fc.oneof({ weight: 4, arbitrary: options }, fc.constant(none));

export default {
  surround,
  arguments: {
    dirSync: fc.tuple(maybe(ofDirectory), steps),
    fileSync: fc.tuple(maybe(ofFile), steps),
    dir: fc.oneof(fc.tuple(callback), fc.tuple(maybe(ofDirectory), callback)),
    file: fc.oneof(fc.tuple(callback), fc.tuple(maybe(ofFile), callback)),
  },
  deviations: [
    {
      note: "Names of directories end in six random characters, without the id of the process before them.",
      test: "effects/tmp.test.ts",
    },
    {
      note: "Where another package asks tmp to clean up at the end of the program, these files and directories stay.",
      test: "effects/tmp.test.ts",
    },
    {
      note: "Where no directory can be made, the error names mkdtemp and a path without its random end.",
      export: "dirSync",
      example: () => [{ prefix: "a/b" }],
    },
    {
      note: "A prefix or postfix with two dots in a row is taken, which the package refuses from 0.2.7 on.",
      export: "dirSync",
      versions: "0.2.7",
      example: () => [{ prefix: "a..b" }],
    },
  ],
} satisfies ProofSettings;
