/** Lists as sets: what stands in for each method, the first case whose parameters fit. */
import { xorBy, xorWith } from "./pairs.ts";
import {
  difference,
  differenceBy,
  differenceWith,
  union,
  unionBy,
  unionWith,
  uniq,
  uniqBy,
  uniqWith,
  without,
} from "./sets.ts";
import { intersection, intersectionBy, intersectionWith, xor } from "./tuples.ts";

export const differenceCases = [
  (list: readonly (string | boolean | null | object)[], other: readonly unknown[]) =>
    list.filter((item) => !other.includes(item)),
  difference,
];

export const intersectionCases = [
  <Value>(list: readonly Value[], other: readonly Value[]) => [...new Set(list)].filter((item) => other.includes(item)),
  intersection,
];

export const unionCases = [
  <Value>(list: readonly Value[], other: readonly Value[]) => [...new Set([...list, ...other])],
  union,
];

export const uniqCases = [<Value>(list: readonly Value[] | null | undefined) => [...new Set(list)], uniq];

export const withoutCases = [
  (list: readonly (string | boolean | null | object)[], value: string | boolean | null) =>
    list.filter((item) => item !== value),
  without,
];

/** Lists as sets. */
export const setsMethods = {
  difference: differenceCases,
  differenceBy,
  differenceWith,
  intersection: intersectionCases,
  intersectionBy,
  intersectionWith,
  union: unionCases,
  unionBy,
  unionWith,
  uniq: uniqCases,
  uniqBy,
  uniqWith,
  without: withoutCases,
  xor,
  xorBy,
  xorWith,
};
