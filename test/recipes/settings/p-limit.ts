import fc from "fast-check";
import { type Play, inTurns, played, tellerIn } from "../effects/ticks.ts";
import { among } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

interface Limit {
  (task: (...args: unknown[]) => unknown, ...args: unknown[]): Promise<unknown>;
  readonly activeCount: number;
  readonly pendingCount: number;
  clearQueue?(): void;
  concurrency?: number;
  map?(values: Iterable<unknown>, task: (...args: unknown[]) => unknown): Promise<unknown>;
}

type Step =
  | { readonly do: "call"; readonly after: number; readonly fails: boolean; readonly isAsync: boolean }
  | { readonly do: "wait"; readonly turns: number }
  | { readonly do: "clear" }
  | { readonly do: "change"; readonly to: number }
  | { readonly do: "map"; readonly count: number };

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("call" as const),
      after: fc.nat({ max: 6 }),
      fails: fc.boolean(),
      isAsync: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("wait" as const), turns: fc.nat({ max: 5 }) }) },
  fc.record({ do: fc.constant("clear" as const) }),
  fc.record({ do: fc.constant("change" as const), to: fc.constantFrom(1, 2, 5, Infinity, 0, 1.5) }),
  fc.record({ do: fc.constant("map" as const), count: fc.nat({ max: 3 }) }),
);

/** Calls a limit as the steps say, and writes down all that can be seen of it, turn by turn. */
function play(all: readonly Step[]): Play {
  return async (value, scene) => {
    const limit = (await value) as Limit;
    if (typeof limit !== "function") return value;
    const { note, turns } = scene;
    const follow = (name: string, promise: Promise<unknown>): void =>
      void promise.then(
        (result) => note(name, "gave", result),
        (error: unknown) => note(name, "failed", error instanceof Error ? error.name : error),
      );
    note(Object.getOwnPropertyNames(limit).filter((name) => name !== "length" && name !== "name"));
    for (const [index, step] of all.entries()) {
      const name = `task ${index}`;
      if (step.do === "call") follow(name, limit(tellerIn(scene, name, step, step.isAsync), index, "argument"));
      if (step.do === "wait") await turns(step.turns);
      if (step.do === "clear") note(limit.clearQueue?.());
      if (step.do === "change" && limit.concurrency !== undefined) {
        try {
          limit.concurrency = step.to;
        } catch (error) {
          note(String(error));
        }
      }
      if (step.do === "map" && limit.map !== undefined)
        follow(
          name,
          limit.map(
            new Set(["a", "b", "c"].slice(0, step.count)),
            tellerIn(scene, name, { after: 2, fails: false }, true),
          ),
        );
      note(limit.activeCount, limit.pendingCount, limit.concurrency);
    }
    await turns(80);
    note(limit.activeCount, limit.pendingCount);
    return undefined;
  };
}

const concurrency = among(
  ["1", () => 1],
  ["2", () => 2],
  ["3", () => 3],
  ["Infinity", () => Infinity],
  ["0", () => 0],
  ["-1", () => -1],
  ["1.5", () => 1.5],
  ["'2'", () => "2"],
  ["NaN", () => Number.NaN],
  ["undefined", () => undefined],
);
const options = among(
  ["{ concurrency: 2, rejectOnClear: true }", () => ({ concurrency: 2, rejectOnClear: true })],
  ["{ concurrency: 1 }", () => ({ concurrency: 1 })],
  ["{ concurrency: 1, rejectOnClear: 'yes' }", () => ({ concurrency: 1, rejectOnClear: "yes" })],
  ["{}", () => ({})],
);
const scenes = fc.array(steps, { maxLength: 10 }).map((all) => played(JSON.stringify(all), play(all)));

export default {
  surround: inTurns,
  share: 0.5,
  arguments: { default: fc.tuple(fc.oneof({ weight: 4, arbitrary: concurrency }, options), scenes) },
} satisfies ProofSettings;
