import { types } from "node:util";
import fc from "fast-check";
import { limited, mappers, values } from "../effects/mapping.ts";
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
  /** Of a loop that fails on the way it tells nobody. */
  ends: ([iterable]) => !types.isGeneratorObject(iterable),
  arguments: {
    default: fc.oneof(fc.tuple(fc.oneof({ weight: 4, arbitrary: values }, anything), filterers), {
      weight: 3,
      arbitrary: fc.tuple(values, filterers, limited),
    }),
  },
} satisfies ProofSettings;
