import fc from "fast-check";
import { twins } from "../effects/twins.ts";
import { among } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const options = among(
  ["{ strict: true }", () => ({ strict: true })],
  ["{ strict: false }", () => ({ strict: false })],
  ["{ strict: 1 }", () => ({ strict: 1 })],
  ["{}", () => ({})],
  ["undefined", () => undefined],
  ["null", () => null],
  ["true", () => true],
  ["0", () => 0],
);
const mixed = among(
  ["'1'", () => "1"],
  ["1", () => 1],
  ["true", () => true],
  ["false", () => false],
  ["0", () => 0],
  ["-0", () => -0],
  ["''", () => ""],
  ["null", () => null],
  ["undefined", () => undefined],
  ["NaN", () => Number.NaN],
  ["1n", () => 1n],
  ["[1]", () => [1]],
  ["['1']", () => ["1"]],
  ["{ 0: 1 }", () => ({ 0: 1 })],
  ["{ a: [-0, { b: NaN }] }", () => ({ a: [-0, { b: Number.NaN }] })],
  ["{ a: [0, { b: NaN }] }", () => ({ a: [0, { b: Number.NaN }] })],
  ["{ a: ['0', { b: 'NaN' }] }", () => ({ a: ["0", { b: "NaN" }] })],
  ["new String('1')", () => new String("1")],
  ["new Error('a')", () => new Error("a")],
  ["new Error('b')", () => new Error("b")],
  ["a function", () => function named() {}],
  ["what looks like a buffer", () => ({ length: 1, copy() {}, slice() {}, 0: 1 })],
);

export default {
  arguments: {
    "default[3]": fc.oneof(
      twins,
      fc.tuple(twins, options).map(([pair, last]) => [...pair, last]),
      fc.tuple(mixed, mixed),
      fc.tuple(mixed, mixed, options),
    ),
  },
} satisfies ProofSettings;
