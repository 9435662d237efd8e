import { types } from "node:util";
import fc from "fast-check";
import { lt } from "semver";
import { mappers, optional, stops, values } from "../effects/mapping.ts";
import { AccountableSignal } from "../effects/signals.ts";
import { inTurns } from "../effects/ticks.ts";
import { anything } from "../proof/hostile.ts";
import type { ProofSettings } from "../proof/settings.ts";

export default {
  surround: inTurns,
  /** Of a loop that fails on the way, the first versions tell nobody; later ones never end where they go on after errors. */
  ends: ([iterable, , options], _, version) => {
    if (lt(version, "3.0.0") && isGenerator(iterable)) return false;
    // The errors that they collect are of a class of their own, of which replacements know nothing.
    if (lt(version, "6.0.0")) return stops(options);
    return stops(options) || !isGenerator(iterable);
  },
  arguments: {
    default: fc.oneof(fc.tuple(fc.oneof({ weight: 4, arbitrary: values }, anything), mappers), {
      weight: 3,
      arbitrary: fc.tuple(values, mappers, optional),
    }),
  },
  deviations: [
    {
      note: "No listener stays at a signal.",
      example: () => [[1], (value: unknown) => value, { signal: new AccountableSignal("enough") }],
      covers: ([, , options]) => (options as { signal?: unknown } | undefined)?.signal instanceof AccountableSignal,
    },
  ],
} satisfies ProofSettings;

function isGenerator(value: unknown): boolean {
  return types.isGeneratorObject(value);
}
