import fc from "fast-check";
import { anything, arraysOf } from "../proof/hostile.ts";
import { endsWalk } from "../proof/limits.ts";
import { primitives } from "../proof/primitives.ts";
import { among } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const functions = among(
  ["(x) => x", () => (x: unknown) => x],
  ["(x, i) => [x, i]", () => (x: unknown, index: unknown) => [x, index]],
  ["(x) => [[x], , x]", () => (x: unknown) => [[x], , x]],
  ["() => new Set([1])", () => () => new Set([1])],
  [
    "(...args) => args",
    ({ calls }) =>
      (...args: readonly unknown[]) => (calls.push(args), args),
  ],
);
const lists = fc.oneof(arraysOf(primitives), anything).filter((each) => endsWalk(each.make({ calls: [] })));

export default {
  arguments: { default: fc.oneof(fc.tuple(lists, functions), fc.tuple(lists, anything)) },
} satisfies ProofSettings;
