/** Walking through collections with a function: what stands in for each method, the first case whose parameters fit. */
import { since, type Present, type Procedure, type PropertyName } from "../../../src/recipe.ts";
import { forEachAlone } from "./alone.ts";
import {
  callEach,
  every,
  everyEach,
  filter,
  filterEach,
  find,
  findLast,
  forEach,
  forEachRight,
  reject,
  rejectEach,
  some,
  someEach,
} from "./collections.ts";
import { es2020, es2023 } from "./floors.ts";
import { reduce, reduceRight } from "./fold.ts";
import type { Nullable, Properties } from "./kinds.ts";
import { flatMap, flatMapDeep, flatMapDepth, flatMapEach, map, mapEach } from "./maps.ts";

export const everyCases = [
  <Value extends Present, Result>(
    list: readonly Value[],
    iteratee: (value: Value, index: number, list: readonly Value[]) => Result,
  ) => list.every(iteratee),
  since(
    es2020,
    <Value extends Present, Result>(
      list: readonly Value[] | null | undefined,
      iteratee: (value: Value, index: number, list: readonly Value[]) => Result,
    ) => (list ?? []).every(iteratee),
  ),
  (list: readonly Properties[], key: PropertyName) => list.every((item) => item[key]),
  since(es2020, (list: readonly Properties[] | null | undefined, key: PropertyName) =>
    (list ?? []).every((item) => item[key]),
  ),
  since(es2020, (list: readonly Nullable[] | null | undefined, key: PropertyName) =>
    (list ?? []).every((item) => item?.[key]),
  ),
  everyEach,
  every,
];

export const filterCases = [
  <Value extends Present, Result>(
    list: readonly Value[],
    iteratee: (value: Value, index: number, list: readonly Value[]) => Result,
  ) => list.filter(iteratee),
  since(
    es2020,
    <Value extends Present, Result>(
      list: readonly Value[] | null | undefined,
      iteratee: (value: Value, index: number, list: readonly Value[]) => Result,
    ) => (list ?? []).filter(iteratee),
  ),
  (list: readonly Properties[], key: PropertyName) => list.filter((item) => item[key]),
  since(es2020, (list: readonly Properties[] | null | undefined, key: PropertyName) =>
    (list ?? []).filter((item) => item[key]),
  ),
  since(es2020, (list: readonly Nullable[] | null | undefined, key: PropertyName) =>
    (list ?? []).filter((item) => item?.[key]),
  ),
  filterEach,
  filter,
];

export const findCases = [
  <Value extends Present, Result>(
    list: readonly Value[],
    iteratee: (value: Value, index: number, list: readonly Value[]) => Result,
  ) => list.find(iteratee),
  since(
    es2020,
    <Value extends Present, Result>(
      list: readonly Value[] | null | undefined,
      iteratee: (value: Value, index: number, list: readonly Value[]) => Result,
    ) => (list ?? []).find(iteratee),
  ),
  (list: readonly Properties[], key: PropertyName) => list.find((item) => item[key]),
  since(es2020, (list: readonly Properties[] | null | undefined, key: PropertyName) =>
    (list ?? []).find((item) => item[key]),
  ),
  since(es2020, (list: readonly Nullable[] | null | undefined, key: PropertyName) =>
    (list ?? []).find((item) => item?.[key]),
  ),
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

export const flatMapCases = [flatMapEach, flatMap];

const forEachTyped = [
  <Value extends Present>(list: readonly Value[], iteratee: Procedure): void => list.forEach(iteratee),
  since(es2020, <Value extends Present>(list: readonly Value[] | null | undefined, iteratee: Procedure): void =>
    list?.forEach(iteratee),
  ),
  callEach,
];

export const forEachCases = [...forEachTyped, forEach];
export const forEachCasesAlone = [...forEachTyped, forEachAlone];

export const mapCases = [
  <Value extends Present, Result>(
    list: readonly Value[],
    iteratee: (value: Value, index: number, list: readonly Value[]) => Result,
  ) => list.map(iteratee),
  since(
    es2020,
    <Value extends Present, Result>(
      list: readonly Value[] | null | undefined,
      iteratee: (value: Value, index: number, list: readonly Value[]) => Result,
    ) => (list ?? []).map(iteratee),
  ),
  (list: readonly Properties[], key: PropertyName) => list.map((item) => item[key]),
  since(es2020, (list: readonly Properties[] | null | undefined, key: PropertyName) =>
    (list ?? []).map((item) => item[key]),
  ),
  since(es2020, (list: readonly Nullable[] | null | undefined, key: PropertyName) =>
    (list ?? []).map((item) => item?.[key]),
  ),
  mapEach,
  map,
];

export const reduceCases = [
  <Value extends Present, Result>(
    list: readonly Value[],
    iteratee: (before: Result, value: Value, index: number, list: readonly Value[]) => Result,
    initial: Result,
  ) => list.reduce(iteratee, initial),
  since(
    es2020,
    <Value extends Present, Result>(
      list: readonly Value[] | null | undefined,
      iteratee: (before: Result, value: Value, index: number, list: readonly Value[]) => Result,
      initial: Result,
    ) => (list ?? []).reduce(iteratee, initial),
  ),
  reduce,
];

export const reduceRightCases = [
  <Value extends Present, Result>(
    list: readonly Value[],
    iteratee: (before: Result, value: Value, index: number, list: readonly Value[]) => Result,
    initial: Result,
  ) => list.reduceRight(iteratee, initial),
  since(
    es2020,
    <Value extends Present, Result>(
      list: readonly Value[] | null | undefined,
      iteratee: (before: Result, value: Value, index: number, list: readonly Value[]) => Result,
      initial: Result,
    ) => (list ?? []).reduceRight(iteratee, initial),
  ),
  reduceRight,
];

export const rejectCases = [
  (list: readonly Properties[], key: PropertyName) => list.filter((item) => !item[key]),
  since(es2020, (list: readonly Properties[] | null | undefined, key: PropertyName) =>
    (list ?? []).filter((item) => !item[key]),
  ),
  since(es2020, (list: readonly Nullable[] | null | undefined, key: PropertyName) =>
    (list ?? []).filter((item) => !item?.[key]),
  ),
  rejectEach,
  reject,
];

export const someCases = [
  <Value extends Present, Result>(
    list: readonly Value[],
    iteratee: (value: Value, index: number, list: readonly Value[]) => Result,
  ) => list.some(iteratee),
  since(
    es2020,
    <Value extends Present, Result>(
      list: readonly Value[] | null | undefined,
      iteratee: (value: Value, index: number, list: readonly Value[]) => Result,
    ) => (list ?? []).some(iteratee),
  ),
  (list: readonly Properties[], key: PropertyName) => list.some((item) => item[key]),
  since(es2020, (list: readonly Properties[] | null | undefined, key: PropertyName) =>
    (list ?? []).some((item) => item[key]),
  ),
  since(es2020, (list: readonly Nullable[] | null | undefined, key: PropertyName) =>
    (list ?? []).some((item) => item?.[key]),
  ),
  someEach,
  some,
];

/** Walking through collections with a function. */
export const visitsMethods = {
  every: everyCases,
  filter: filterCases,
  find: findCases,
  findLast: findLastCases,
  flatMap: flatMapCases,
  flatMapDeep,
  flatMapDepth,
  forEach: forEachCases,
  forEachRight,
  map: mapCases,
  reduce: reduceCases,
  reduceRight: reduceRightCases,
  reject: rejectCases,
  some: someCases,
  each: forEachCases,
  eachRight: forEachRight,
};
