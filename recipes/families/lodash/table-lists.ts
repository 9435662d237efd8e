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
import { unzipWith, zipObjectDeep, zipWith } from "./pairs.ts";
import { pullAllBy, pullAllWith, pullAt } from "./pulls.ts";
import { findIndex, findLastIndex, indexOf, lastIndexOf } from "./search.ts";
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
import { fromPairs, pull, pullAll, remove, unzip, zip, zipObject } from "./tuples.ts";
import { es2020, es2022, es2023, flats } from "./floors.ts";

export const compactCases = [
  <Value extends Present>(list: readonly Value[]) => list.filter(Boolean),
  since(es2020, <Value extends Present>(list: readonly Value[] | null | undefined) => (list ?? []).filter(Boolean)),
  compact,
];

export const dropCases = [
  (list: readonly Present[], count: Count) => list.slice(count),
  since(es2020, (list: readonly Present[] | null | undefined, count: Count) => (list ?? []).slice(count)),
  drop,
];

export const findIndexCases = [
  <Value extends Present, Result>(
    list: readonly Value[],
    iteratee: (value: Value, index: number, list: readonly Value[]) => Result,
  ) => list.findIndex(iteratee),
  since(
    es2020,
    <Value extends Present, Result>(
      list: readonly Value[] | null | undefined,
      iteratee: (value: Value, index: number, list: readonly Value[]) => Result,
    ) => (list ?? []).findIndex(iteratee),
  ),
  (list: readonly Properties[], key: PropertyName) => list.findIndex((item) => item[key]),
  since(es2020, (list: readonly Properties[] | null | undefined, key: PropertyName) =>
    (list ?? []).findIndex((item) => item[key]),
  ),
  since(es2020, (list: readonly Nullable[] | null | undefined, key: PropertyName) =>
    (list ?? []).findIndex((item) => item?.[key]),
  ),
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
  since(flats, (list: readonly (readonly Present[] | string | number | boolean | null)[]) => list.flat()),
  since(es2020, (list: readonly (readonly Present[] | string | number | boolean | null)[] | null | undefined) =>
    (list ?? []).flat(),
  ),
  flatten,
];

export const headCases = [
  (list: readonly unknown[]) => list[0],
  since(es2020, (list: readonly unknown[] | null | undefined) => list?.[0]),
  head,
];

export const indexOfCases = [
  (list: readonly unknown[], value: string | boolean | null) => list.indexOf(value),
  since(es2020, (list: readonly unknown[] | null | undefined, value: string | boolean | null) =>
    (list ?? []).indexOf(value),
  ),
  indexOf,
];

export const initialCases = [
  (list: readonly Present[]) => list.slice(0, -1),
  since(es2020, (list: readonly Present[] | null | undefined) => (list ?? []).slice(0, -1)),
  initial,
];

export const joinCases = [
  (list: readonly unknown[], separator?: string) => list.join(separator),
  since(es2020, (list: readonly unknown[] | null | undefined, separator?: string) => (list ?? []).join(separator)),
  join,
];

export const lastCases = [since(es2022, (list: readonly unknown[] | null | undefined) => list?.at(-1)), last];

export const nthCases = [
  since(es2022, (list: readonly unknown[] | null | undefined, place: Count) => list?.at(place)),
  nth,
];

export const reverseCases = [(list: unknown[]) => list.reverse(), reverse];

export const sliceCases = [
  (list: readonly Present[], start?: number, end?: number) => list.slice(start, end),
  since(es2020, (list: readonly Present[] | null | undefined, start?: number, end?: number) =>
    (list ?? []).slice(start, end),
  ),
  slice,
];

export const tailCases = [
  (list: readonly Present[]) => list.slice(1),
  since(es2020, (list: readonly Present[] | null | undefined) => (list ?? []).slice(1)),
  tail,
];

export const takeCases = [
  (list: readonly Present[], count: Count) => list.slice(0, count),
  since(es2020, (list: readonly Present[] | null | undefined, count: Count) => (list ?? []).slice(0, count)),
  take,
];

/** Lists. */
export const listsMethods = {
  chunk,
  compact: compactCases,
  concat,
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
  unzip,
  unzipWith,
  zip,
  zipObject,
  zipObjectDeep,
  zipWith,
  first: headCases,
};
