import { existsSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import fc from "fast-check";
import type { Surround } from "../proof/outcome.ts";
import { type Sample, type World, sample } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

/** What is done with a directory, in this order. */
type Step = "fill" | "remove" | "lose";

interface Directory {
  readonly name: string;
  readonly removeCallback: () => unknown;
}

const scenes = new WeakMap<World, readonly Step[]>();

/** An argument that is not looked at: what is done with the directory that the call makes. */
const steps: fc.Arbitrary<Sample> = fc
  .array(fc.constantFrom<Step>("fill", "remove", "remove", "lose"), { maxLength: 4 })
  .map((all) =>
    sample(all.join(", "), (world) => {
      scenes.set(world, all);
      return {};
    }),
  );

const prefixes = ["job", "my-app_1", "a b", ".hidden", "é", "XXXXXX", "a/b"];
const options: fc.Arbitrary<Sample> = fc
  .record({ prefix: fc.constantFrom(...prefixes), unsafeCleanup: fc.boolean() }, { requiredKeys: [] })
  .map((given) => sample(fc.stringify(given), () => ({ ...given })));
const none = sample("undefined", () => undefined);

/** Tells where the directory is, how its name begins and what becomes of it; removes what is left. */
const surround: Surround = (call, world) => {
  const made = call() as Directory;
  const { name, removeCallback } = made;
  const start = /^.*?-(?=\w{6}$|\d+-\w{12}$)/.exec(basename(name))?.[0];
  world.calls.push(Object.keys(made), dirname(name), start, statSync(name).mode);
  for (const step of scenes.get(world) ?? []) {
    if (step === "fill" && existsSync(name)) writeFileSync(join(name, "file"), "text");
    if (step === "lose") rmSync(name, { recursive: true, force: true });
    if (step === "remove") world.calls.push(outcomeOf(removeCallback));
    world.calls.push(existsSync(name));
  }
  rmSync(name, { recursive: true, force: true });
};

function outcomeOf(remove: () => unknown): unknown {
  try {
    return ["gives", remove()];
  } catch (error) {
    return ["throws", (error as NodeJS.ErrnoException).code];
  }
}

export default {
  surround,
  arguments: { dirSync: fc.tuple(fc.oneof({ weight: 4, arbitrary: options }, fc.constant(none)), steps) },
  deviations: [
    {
      note: "Names end in six random characters, without the id of the process before them.",
      test: "effects/tmp.test.ts",
    },
    {
      note: "Where another package asks tmp to clean up at the end of the program, these directories stay.",
      test: "effects/tmp.test.ts",
    },
    {
      note: "Where no directory can be made, the error names mkdtemp and a path without its random end.",
      export: "dirSync",
      example: () => [{ prefix: "a/b" }],
    },
    {
      note: "A prefix with two dots in a row is taken, which the package refuses from 0.2.7 on.",
      export: "dirSync",
      versions: "0.2.7",
      example: () => [{ prefix: "a..b" }],
    },
  ],
} satisfies ProofSettings;
