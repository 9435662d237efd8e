/** Collections and objects: what stands in for each method, the first case whose parameters fit. */
import { since, type PropertyName } from "../../../src/recipe.ts";
import { includes, size, values } from "./collections.ts";
import { countBy, groupBy, groupEach, keyBy, partition } from "./groups.ts";
import { invokeMap } from "./maps.ts";
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
import { es2017, es2020 } from "./floors.ts";

export const getCases = [
  since(
    es2020,
    (object: unknown, key: PropertyName) => (object as Readonly<Record<string, unknown>> | null | undefined)?.[key],
  ),
  get,
];

export const includesCases = [
  (list: readonly unknown[], value: unknown) => list.includes(value),
  since(es2020, (list: readonly unknown[] | null | undefined, value: unknown) => (list ?? []).includes(value)),
  (text: string, part: string) => text.includes(part),
  includes,
];

export const keysCases = [
  (object: object) => Object.keys(object),
  since(es2020, (object: object | null | undefined) => Object.keys(object ?? {})),
  keys,
];

export const sizeCases = [
  (list: readonly unknown[]) => list.length,
  since(es2020, (list: readonly unknown[] | null | undefined) => list?.length ?? 0),
  size,
];

export const valuesCases = [
  since(es2017, (object: object) => Object.values(object)),
  since(es2020, (object: object | null | undefined) => Object.values(object ?? {})),
  values,
];

export const groupByCases = [groupEach, groupBy];

/** Collections and objects. */
export const collectionsMethods = {
  assign,
  assignIn,
  at,
  countBy,
  defaults,
  defaultsDeep,
  findKey,
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
  result,
  set,
  setWith,
  size: sizeCases,
  sortBy,
  toPairs,
  unset,
  update,
  updateWith,
  values: valuesCases,
  valuesIn,
  extend: assignIn,
  entries: toPairs,
};
