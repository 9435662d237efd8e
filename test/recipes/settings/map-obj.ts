import fc from "fast-check";
import { anything } from "../proof/hostile.ts";
import { among } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const mapper = among(
  ["swaps", () => (key: string, value: unknown) => [value, key]],
  ["keeps", () => (key: string, value: unknown) => [key, value]],
  ["__proto__", () => (_: string, value: unknown) => ["__proto__", value]],
  ["a symbol", () => (_: string, value: unknown) => [Symbol.iterator, value]],
  ["the source", () => (key: string, _: unknown, source: unknown) => [key, source]],
  ["no pair", () => () => undefined],
  ["a third null", () => () => ["a", 1, null]],
  ["a third", () => () => ["a", 1, { shouldRecurse: false }]],
  ["an object for a pair", () => () => ({ 0: "a", 1: 2 })],
  ["a text for a pair", () => () => "ab"],
);
const inner = among(
  ["{ a: 1, b: { c: 2 } }", () => ({ a: 1, b: { c: 2 } })],
  ["[{ a: 1 }, [{ b: 2 }], 3]", () => [{ a: 1 }, [{ b: 2 }], 3]],
  ["[/a/, new Date(0), new Error('e')]", () => [/a/, new Date(0), new Error("e")]],
  [
    "a list of the same twice",
    () => {
      const one = { a: 1 };
      const list: unknown[] = [one, one];
      return [...list, list, list];
    },
  ],
  ["'text'", () => "text"],
  ["{}", () => ({})],
);

export default {
  arguments: {
    default: fc.oneof(
      { weight: 3, arbitrary: fc.tuple(fc.oneof(inner, anything), mapper) },
      fc.tuple(fc.oneof(inner, anything), anything),
    ),
  },
  deviations: [
    {
      note: "Passed on as a callback it ignores further arguments, which the package takes for its options.",
      example: () => [{ a: { b: 1 } }, (key: string, value: unknown) => [`${key}1`, value], { deep: true }],
    },
  ],
} satisfies ProofSettings;
