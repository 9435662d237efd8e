/** Lists: what stands in for each method, the first case whose parameters fit. */
import { since, type Count, type Present, type PropertyName } from "../../../src/recipe.ts";
import type { Nullable, Properties } from "./kinds.ts";
import { concat, flatten, flattenDeep, flattenDepth } from "./flat.ts";
import {
  chunk,
  compact,
  drop,
  dropRight,
  dropRightWhile,
  dropWhile,
  fill,
  head,
  initial,
  join,
  last,
  nth,
  reverse,
  slice,
  tail,
  take,
  takeRight,
  takeRightWhile,
  takeWhile,
} from "./lists.ts";
import { unzipWith, xorBy, xorWith, zipObjectDeep, zipWith } from "./pairs.ts";
import { pullAllBy, pullAllWith, pullAt } from "./pulls.ts";
import { findIndex, findLastIndex, indexOf, lastIndexOf } from "./search.ts";
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
import {
  sortedIndex,
  sortedIndexBy,
  sortedIndexOf,
  sortedLastIndex,
  sortedLastIndexBy,
  sortedLastIndexOf,
  sortedUniq,
  sortedUniqBy,
} from "./sorted.ts";
import {
  fromPairs,
  intersection,
  intersectionBy,
  intersectionWith,
  pull,
  pullAll,
  remove,
  unzip,
  xor,
  zip,
  zipObject,
} from "./tuples.ts";
import { es2022, es2023 } from "./floors.ts";

export const compactCases = [
  <Value extends Present>(list: readonly Value[] | null | undefined) => (list ?? []).filter(Boolean),
  compact,
];

export const differenceCases = [
  (list: readonly (string | boolean | null | object)[], other: readonly unknown[]) =>
    list.filter((item) => !other.includes(item)),
  difference,
];

export const dropCases = [
  (list: readonly Present[] | null | undefined, count: Count) => (list ?? []).slice(count),
  drop,
];

export const findIndexCases = [
  <Value extends Present, Result>(
    list: readonly Value[] | null | undefined,
    iteratee: (value: Value, index: number, list: readonly Value[]) => Result,
  ) => (list ?? []).findIndex(iteratee),
  (list: readonly Properties[] | null | undefined, key: PropertyName) => (list ?? []).findIndex((item) => item[key]),
  (list: readonly Nullable[] | null | undefined, key: PropertyName) => (list ?? []).findIndex((item) => item?.[key]),
  findIndex,
];

export const findLastIndexCases = [
  since(
    es2023,
    <Value extends Present, Result>(
      list: readonly Value[] | null | undefined,
      iteratee: (value: Value, index: number, list: readonly Value[]) => Result,
    ) => (list ?? []).findLastIndex(iteratee),
  ),
  findLastIndex,
];

export const flattenCases = [
  (list: readonly (readonly Present[] | string | number | boolean | null)[] | null | undefined) => (list ?? []).flat(),
  flatten,
];

export const headCases = [(list: readonly unknown[] | null | undefined) => list?.[0], head];

export const indexOfCases = [
  (list: readonly unknown[] | null | undefined, value: string | boolean | null) => (list ?? []).indexOf(value),
  indexOf,
];

export const initialCases = [(list: readonly Present[] | null | undefined) => (list ?? []).slice(0, -1), initial];

export const intersectionCases = [
  <Value>(list: readonly Value[], other: readonly Value[]) => [...new Set(list)].filter((item) => other.includes(item)),
  intersection,
];

export const joinCases = [
  (list: readonly unknown[] | null | undefined, separator?: string) => (list ?? []).join(separator),
  join,
];

export const lastCases = [since(es2022, (list: readonly unknown[] | null | undefined) => list?.at(-1)), last];

export const nthCases = [
  since(es2022, (list: readonly unknown[] | null | undefined, place: Count) => list?.at(place)),
  nth,
];

export const reverseCases = [(list: unknown[]) => list.reverse(), reverse];

export const sliceCases = [
  (list: readonly Present[] | null | undefined, start?: number, end?: number) => (list ?? []).slice(start, end),
  slice,
];

export const tailCases = [(list: readonly Present[] | null | undefined) => (list ?? []).slice(1), tail];

export const takeCases = [
  (list: readonly Present[] | null | undefined, count: Count) => (list ?? []).slice(0, count),
  take,
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

/** Lists. */
export const listsMethods = {
  chunk,
  compact: compactCases,
  concat,
  difference: differenceCases,
  differenceBy,
  differenceWith,
  drop: dropCases,
  dropRight,
  dropRightWhile,
  dropWhile,
  fill,
  findIndex: findIndexCases,
  findLastIndex: findLastIndexCases,
  flatten: flattenCases,
  flattenDeep,
  flattenDepth,
  fromPairs,
  head: headCases,
  indexOf: indexOfCases,
  initial: initialCases,
  intersection: intersectionCases,
  intersectionBy,
  intersectionWith,
  join: joinCases,
  last: lastCases,
  lastIndexOf,
  nth: nthCases,
  pull,
  pullAll,
  pullAllBy,
  pullAllWith,
  pullAt,
  remove,
  reverse: reverseCases,
  slice: sliceCases,
  sortedIndex,
  sortedIndexBy,
  sortedIndexOf,
  sortedLastIndex,
  sortedLastIndexBy,
  sortedLastIndexOf,
  sortedUniq,
  sortedUniqBy,
  tail: tailCases,
  take: takeCases,
  takeRight,
  takeRightWhile,
  takeWhile,
  union: unionCases,
  unionBy,
  unionWith,
  uniq: uniqCases,
  uniqBy,
  uniqWith,
  unzip,
  unzipWith,
  without: withoutCases,
  xor,
  xorBy,
  xorWith,
  zip,
  zipObject,
  zipObjectDeep,
  zipWith,
  first: headCases,
};
