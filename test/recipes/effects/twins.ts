/** Two values that are often equal in depth, or nearly so: two unrelated ones never are. */
import fc from "fast-check";
import { anything } from "../proof/hostile.ts";
import { type Sample, type Samples, among, sample } from "../proof/sample.ts";

const leaf: Samples = among(
  ["1", () => 1],
  ["'a'", () => "a"],
  ["NaN", () => Number.NaN],
  ["0", () => 0],
  ["-0", () => -0],
  ["null", () => null],
  ["undefined", () => undefined],
  ["new Date(0)", () => new Date(0)],
  ["/a/g", () => /a/g],
  ["/a/", () => /a/],
  ["Buffer 1", () => Buffer.alloc(1, 1)],
  ["Uint8Array 1", () => Uint8Array.of(1)],
  ["ArrayBuffer", () => new ArrayBuffer(2)],
  ["DataView", () => new DataView(new ArrayBuffer(2))],
  ["Object.create(null)", () => Object.create(null) as unknown],
  ["Object.create({ a: 1 })", () => Object.create({ a: 1 }) as unknown],
  ["{ constructor: 1 }", () => ({ constructor: 1 })],
  ["{ valueOf }", () => ({ valueOf: () => 7 })],
  ["new Number(1)", () => new Number(1)],
  ["[ , 1]", () => [, 1]],
);

const { value } = fc.letrec<{ value: Sample }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    leaf,
    tie("value").map(listOf),
    pair(tie("value")).map(objectOf),
    pair(tie("value")).map(setOf),
    pair(tie("value")).map(mapOf),
  ),
}));

function pair(values: Samples): fc.Arbitrary<[Sample, Sample]> {
  return fc.tuple(values, values);
}

function listOf(one: Sample): Sample {
  return sample(`[${one.text}]`, (world) => [one.make(world)]);
}

function objectOf([one, other]: [Sample, Sample]): Sample {
  return sample(`{ a: ${one.text}, b: ${other.text} }`, (world) => ({ a: one.make(world), b: other.make(world) }));
}

function setOf([one, other]: [Sample, Sample]): Sample {
  return sample(`Set ${one.text}, ${other.text}`, (world) => new Set([one.make(world), other.make(world)]));
}

function mapOf([one, other]: [Sample, Sample]): Sample {
  return sample(`Map ${one.text}: ${other.text}`, (world) => new Map([[one.make(world), other.make(world)]]));
}

/** Values with lists, objects, sets and maps in one another. */
export const nested: Samples = value;

/** Pairs for a function that compares: equal, nearly equal, and anything. */
export const twins: fc.Arbitrary<Sample[]> = fc.oneof(
  nested.map((one) => [one, one]),
  fc.tuple(leaf, leaf).map(([one, other]) => [objectOf([one, other]), objectOf([other, one])]),
  fc.tuple(nested, nested),
  anything.map((one) => [one, one]),
  fc.tuple(anything, anything),
);
