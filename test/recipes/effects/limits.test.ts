/** What `debounce`, `throttle`, `delay` and `defer` do in time, against lodash, by a clock that the test turns. */
import assert from "node:assert/strict";
import { before, mock, test } from "node:test";
import fc from "fast-check";
import { installOriginals, listOriginals, loadOriginal } from "../proof/originals.ts";
import { loadRecipe } from "../proof/prove.ts";

type Limit = (...args: readonly unknown[]) => unknown;
type Limited = ((...args: readonly unknown[]) => unknown) & { cancel(): void; flush(): unknown };
type Step = { readonly wait: number } | { readonly call: number } | "cancel" | "flush";

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ wait: fc.constantFrom(1, 5, 9, 10, 11, 20, 45) }) },
    { weight: 4, arbitrary: fc.record({ call: fc.nat(9) }) },
    { weight: 1, arbitrary: fc.constantFrom<Step>("cancel", "flush") },
  ),
  { maxLength: 25 },
);
const options = fc.option(
  fc.record(
    {
      leading: fc.constantFrom(true, false, undefined),
      trailing: fc.constantFrom(true, false, undefined),
      maxWait: fc.constantFrom(0, 5, 10, 15, 30, "20", undefined),
    },
    { requiredKeys: [] },
  ),
  { nil: undefined },
);
const waits = fc.constantFrom<unknown>(0, 1, 10, "10", undefined, Number.NaN);

/** Everything that happens, in order, with its time. */
function play(limit: Limit, wait: unknown, given: unknown, all: readonly Step[]): readonly unknown[] {
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1_000 });
  try {
    const log: unknown[] = [];
    const action = function (this: unknown, ...args: readonly unknown[]): unknown {
      log.push(["called", Date.now(), this, ...args]);
      return log.length;
    };
    const limited = limit(action, wait, given) as Limited;
    for (const step of all) {
      if (step === "cancel") log.push(limited.cancel());
      else if (step === "flush") log.push(["flushed", limited.flush()]);
      else if ("wait" in step) mock.timers.tick(step.wait);
      else log.push(["gave", Reflect.apply(limited, { self: step.call }, [step.call])]);
    }
    mock.timers.tick(200);
    return log;
  } finally {
    mock.timers.reset();
  }
}

before(installOriginals);

for (const name of ["debounce", "throttle"]) {
  test(`${name} calls when lodash does, whatever its options, and can be cancelled and flushed`, async () => {
    const [era] = await loadRecipe("lodash");
    const ours = era?.exports[name] as Limit;
    for (const original of listOriginals().filter((one) => one.package === "lodash")) {
      const theirs = (await loadOriginal(original, undefined, "default"))[name] as Limit;
      fc.assert(
        fc.property(waits, options, steps, (wait, given, all) => {
          assert.deepEqual(play(ours, wait, given, all), play(theirs, wait, given, all));
        }),
        { numRuns: process.env["SHRINKDEPS_PROOF_RUNS"] === undefined ? 25 : 600 },
      );
    }
  });
}

test("delay and defer call when lodash does, with the arguments behind", async () => {
  const [era] = await loadRecipe("lodash");
  const [original] = listOriginals().filter((one) => one.package === "lodash");
  assert.ok(era !== undefined && original !== undefined);
  const theirs = await loadOriginal(original, undefined, "default");
  const times = (delay: Limit, args: readonly unknown[]): readonly unknown[] => {
    mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1_000 });
    const log: unknown[] = [];
    delay((...given: readonly unknown[]) => log.push([Date.now(), ...given]), ...args);
    for (let time = 0; time < 40; time++) mock.timers.tick(1);
    mock.timers.reset();
    return log;
  };
  for (const name of ["delay", "defer"])
    for (const one of [era.exports[name]].flat() as Limit[])
      for (const args of argumentsFor(one.length)) {
        assert.deepEqual(times(one, args), times(theirs[name] as Limit, args), `${name} ${String(args)}`);
      }
});

/** What such a function of the recipe is called with behind the action: the general one takes any number. */
function argumentsFor(parameters: number): readonly (readonly unknown[])[] {
  if (parameters === 0) return [[20], ["7", "a", "b"], [], [undefined, 1]];
  return parameters === 1 ? [[]] : [[20], [0], [5]];
}
