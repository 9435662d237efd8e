/** Collections and objects: what stands in for each method, the first case whose parameters fit. */
import { since, type Present, type Procedure, type PropertyName } from "../../../src/recipe.ts";
import type { Nullable, Properties } from "./kinds.ts";
import {
  every,
  everyEach,
  filter,
  filterEach,
  find,
  findLast,
  forEach,
  callEach,
  forEachRight,
  includes,
  reject,
  rejectEach,
  size,
  some,
  someEach,
  values,
} from "./collections.ts";
import { reduce, reduceRight } from "./fold.ts";
import { countBy, groupBy, groupEach, keyBy, partition } from "./groups.ts";
import { flatMap, flatMapDeep, flatMapDepth, flatMapEach, invokeMap, map, mapEach } from "./maps.ts";
import { keys, keysIn } from "./keys.ts";
import { defaultsDeep, merge, mergeWith } from "./merge.ts";
import {
  assign,
  assignIn,
  defaults,
  findKey,
  forIn,
  forOwn,
  functions,
  invert,
  mapKeys,
  mapValues,
  omitBy,
  pickBy,
  toPairs,
  valuesIn,
} from "./objects.ts";
import { get, has, hasIn } from "./path.ts";
import { at, invoke, omit, pick, result, set, setWith, unset, update, updateWith } from "./places.ts";
import { orderBy, sortBy } from "./sort.ts";
import { es2023 } from "./floors.ts";

export const everyCases = [
  <Value extends Present, Result>(
    list: readonly Value[] | null | undefined,
    iteratee: (value: Value, index: number, list: readonly Value[]) => Result,
  ) => (list ?? []).every(iteratee),
  (list: readonly Properties[] | null | undefined, key: PropertyName) => (list ?? []).every((item) => item[key]),
  (list: readonly Nullable[] | null | undefined, key: PropertyName) => (list ?? []).every((item) => item?.[key]),
  everyEach,
  every,
];

export const filterCases = [
  <Value extends Present, Result>(
    list: readonly Value[] | null | undefined,
    iteratee: (value: Value, index: number, list: readonly Value[]) => Result,
  ) => (list ?? []).filter(iteratee),
  (list: readonly Properties[] | null | undefined, key: PropertyName) => (list ?? []).filter((item) => item[key]),
  (list: readonly Nullable[] | null | undefined, key: PropertyName) => (list ?? []).filter((item) => item?.[key]),
  filterEach,
  filter,
];

export const findCases = [
  <Value extends Present, Result>(
    list: readonly Value[] | null | undefined,
    iteratee: (value: Value, index: number, list: readonly Value[]) => Result,
  ) => (list ?? []).find(iteratee),
  (list: readonly Properties[] | null | undefined, key: PropertyName) => (list ?? []).find((item) => item[key]),
  (list: readonly Nullable[] | null | undefined, key: PropertyName) => (list ?? []).find((item) => item?.[key]),
  find,
];

export const findLastCases = [
  since(
    es2023,
    <Value extends Present, Result>(
      list: readonly Value[] | null | undefined,
      iteratee: (value: Value, index: number, list: readonly Value[]) => Result,
    ) => (list ?? []).findLast(iteratee),
  ),
  findLast,
];

export const forEachCases = [
  <Value extends Present>(list: readonly Value[] | null | undefined, iteratee: Procedure): void =>
    list?.forEach(iteratee),
  callEach,
  forEach,
];

export const getCases = [
  (object: unknown, key: PropertyName) => (object as Readonly<Record<string, unknown>> | null | undefined)?.[key],
  get,
];

export const includesCases = [
  (list: readonly unknown[] | null | undefined, value: unknown) => (list ?? []).includes(value),
  (text: string, part: string) => text.includes(part),
  includes,
];

export const keysCases = [(object: object | null | undefined) => Object.keys(object ?? {}), keys];

export const mapCases = [
  <Value extends Present, Result>(
    list: readonly Value[] | null | undefined,
    iteratee: (value: Value, index: number, list: readonly Value[]) => Result,
  ) => (list ?? []).map(iteratee),
  (list: readonly Properties[] | null | undefined, key: PropertyName) => (list ?? []).map((item) => item[key]),
  (list: readonly Nullable[] | null | undefined, key: PropertyName) => (list ?? []).map((item) => item?.[key]),
  mapEach,
  map,
];

export const reduceCases = [
  <Value extends Present, Result>(
    list: readonly Value[] | null | undefined,
    iteratee: (before: Result, value: Value, index: number, list: readonly Value[]) => Result,
    initial: Result,
  ) => (list ?? []).reduce(iteratee, initial),
  reduce,
];

export const reduceRightCases = [
  <Value extends Present, Result>(
    list: readonly Value[] | null | undefined,
    iteratee: (before: Result, value: Value, index: number, list: readonly Value[]) => Result,
    initial: Result,
  ) => (list ?? []).reduceRight(iteratee, initial),
  reduceRight,
];

export const rejectCases = [
  (list: readonly Properties[] | null | undefined, key: PropertyName) => (list ?? []).filter((item) => !item[key]),
  (list: readonly Nullable[] | null | undefined, key: PropertyName) => (list ?? []).filter((item) => !item?.[key]),
  rejectEach,
  reject,
];

export const sizeCases = [
  (list: readonly unknown[]) => list.length,
  (list: readonly unknown[] | null | undefined) => list?.length ?? 0,
  size,
];

export const someCases = [
  <Value extends Present, Result>(
    list: readonly Value[] | null | undefined,
    iteratee: (value: Value, index: number, list: readonly Value[]) => Result,
  ) => (list ?? []).some(iteratee),
  (list: readonly Properties[] | null | undefined, key: PropertyName) => (list ?? []).some((item) => item[key]),
  (list: readonly Nullable[] | null | undefined, key: PropertyName) => (list ?? []).some((item) => item?.[key]),
  someEach,
  some,
];

export const valuesCases = [(object: object | null | undefined) => Object.values(object ?? {}), values];

export const flatMapCases = [flatMapEach, flatMap];

export const groupByCases = [groupEach, groupBy];

/** Collections and objects. */
export const collectionsMethods = {
  assign,
  assignIn,
  at,
  countBy,
  defaults,
  defaultsDeep,
  every: everyCases,
  filter: filterCases,
  find: findCases,
  findKey,
  findLast: findLastCases,
  flatMap: flatMapCases,
  flatMapDeep,
  flatMapDepth,
  forEach: forEachCases,
  forEachRight,
  forIn,
  forOwn,
  functions,
  get: getCases,
  groupBy: groupByCases,
  has,
  hasIn,
  includes: includesCases,
  invert,
  invoke,
  invokeMap,
  keyBy,
  keys: keysCases,
  keysIn,
  map: mapCases,
  mapKeys,
  mapValues,
  merge,
  mergeWith,
  omit,
  omitBy,
  orderBy,
  partition,
  pick,
  pickBy,
  reduce: reduceCases,
  reduceRight: reduceRightCases,
  reject: rejectCases,
  result,
  set,
  setWith,
  size: sizeCases,
  some: someCases,
  sortBy,
  toPairs,
  unset,
  update,
  updateWith,
  values: valuesCases,
  valuesIn,
  each: forEachCases,
  eachRight: forEachRight,
  extend: assignIn,
  entries: toPairs,
};
