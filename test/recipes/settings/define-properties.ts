import fc from "fast-check";
import { anything, recordsOf } from "../proof/hostile.ts";
import { type Sample, among, sample, shared } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const symbol = Symbol("s");
const name = fc.constantFrom<PropertyKey>("a", "b", "toString", symbol);

const property = fc.record({
  value: fc.constantFrom<unknown>(1, "old", undefined),
  enumerable: fc.boolean(),
  configurable: fc.boolean(),
  writable: fc.boolean(),
});

const objects: fc.Arbitrary<Sample> = fc
  .tuple(fc.array(fc.tuple(name, property), { maxLength: 3 }), fc.boolean())
  .map(([properties, isAccessor]) =>
    sample(`an object with ${fc.stringify(properties)}, ${isAccessor}`, () => {
      const object = {};
      for (const [key, descriptor] of new Map(properties)) Object.defineProperty(object, key, descriptor);
      if (isAccessor && !("b" in object)) Object.defineProperty(object, "b", { get: () => 1, configurable: true });
      return object;
    }),
  );

const maps = fc
  .array(fc.tuple(name, fc.constantFrom<unknown>(1, "new", undefined)), { maxLength: 3 })
  .map((entries) => sample(fc.stringify(entries), () => Object.fromEntries(entries as [string, unknown][])));

const predicate: fc.Arbitrary<Sample> = fc.oneof(
  shared(fc.constantFrom<unknown>(true, false, undefined)),
  among(
    [
      "() => true",
      (world) =>
        (...args: unknown[]) =>
          world.calls.push(args),
    ],
    [
      "() => false",
      (world) =>
        (...args: unknown[]) =>
          world.calls.push(args) < 0,
    ],
    ["async () => true", () => () => Promise.resolve(true)],
    ["async function", () => async () => Promise.resolve()],
    ["class", () => class {}],
  ),
);

const predicates = fc
  .array(fc.tuple(name, predicate), { maxLength: 3 })
  .map((entries) =>
    sample(fc.stringify(entries.map(([key, one]) => [key, one.text])), (world) =>
      Object.fromEntries(entries.map(([key, one]) => [key, one.make(world)] as [string, unknown])),
    ),
  );

export default {
  arguments: {
    default: fc.oneof(
      { weight: 2, arbitrary: fc.tuple(objects, maps) },
      { weight: 6, arbitrary: fc.tuple(objects, maps, predicates) },
      fc.tuple(fc.oneof(objects, anything), fc.oneof(maps, anything), fc.oneof(predicates, anything)),
      fc.tuple(anything, recordsOf(anything)),
    ),
  },
} satisfies ProofSettings;
