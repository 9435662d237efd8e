import { types } from "node:util";
import fc from "fast-check";
import { lt } from "semver";
import { mappers, optional, stops, values } from "../effects/mapping.ts";
import { AccountableSignal } from "../effects/signals.ts";
import { inTurns } from "../effects/ticks.ts";
import { anything } from "../proof/hostile.ts";
import { sample } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const refusing = [
  sample("refuses 2", () => (value: unknown) => value !== 2),
  sample("refuses 2 later", () => (value: unknown) => Promise.resolve(value !== 2)),
];

const filterers = fc.oneof(mappers, fc.constantFrom(...refusing));

export default {
  surround: inTurns,
  /** Of a loop that fails on the way the first versions tell nobody; later ones have an error of their own for several. */
  ends: ([iterable, , options], _, version) =>
    lt(version, "3.0.0") ? !types.isGeneratorObject(iterable) : stops(options),
  deviations: [
    {
      note: "No listener stays at a signal.",
      versions: ">=3",
      example: () => [[1], (value: unknown) => value, { signal: new AccountableSignal("enough") }],
      covers: ([, , options]) => (options as { signal?: unknown } | undefined)?.signal instanceof AccountableSignal,
    },
  ],
  arguments: {
    default: fc.oneof(fc.tuple(fc.oneof({ weight: 4, arbitrary: values }, anything), filterers), {
      weight: 3,
      arbitrary: fc.tuple(values, filterers, optional),
    }),
  },
} satisfies ProofSettings;
