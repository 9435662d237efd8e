/** Merging objects, property by property all the way down. */
import { copyTyped, emptyLike } from "./clone.ts";
import {
  isArguments,
  isArrayLikeObject,
  isFunction,
  isObject,
  isPlainObject,
  isSame,
  isTypedArray,
  listOf,
} from "./kinds.ts";
import type { Bag } from "./kinds.ts";
import { keysIn, setValue } from "./keys.ts";
import { sourcesOf } from "./objects.ts";
import { toPlainObject } from "./language.ts";

/** What decides on a merged value: undefined leaves it to the usual way. */
type Customize = (
  old: unknown,
  value: unknown,
  key: string,
  object: object,
  source: unknown,
  stack: unknown,
) => unknown;

function putMerged(object: object, key: string, value: unknown): void {
  const bag = object as Bag;
  if (value === undefined ? !(key in object) : !isSame(bag[key], value)) setValue(object, key, value);
}

/** A property, but for those that lead to the class or the prototype. */
function read(object: object, key: string): unknown {
  if (key === "__proto__") return undefined;
  const value = (object as Bag)[key];
  return key === "constructor" && typeof value === "function" ? undefined : value;
}

/** What a merge begins with in place of an object, and whether the object is then merged into it. */
function beginning(old: unknown, value: object): [unknown, boolean] {
  if (Array.isArray(value) || isTypedArray(value)) {
    if (Array.isArray(old)) return [old, true];
    if (isArrayLikeObject(old)) return [listOf(old), true];
    return isTypedArray(value) ? [copyTyped(value, true), false] : [[], true];
  }
  if (!isPlainObject(value) && !isArguments(value)) return [value, false];
  if (isArguments(old)) return [toPlainObject(old), true];
  return [isObject(old) && !isFunction(old) ? old : emptyLike(value), true];
}

function mergeInto(
  object: object,
  source: unknown,
  customize: Customize | undefined,
  seen: Map<unknown, unknown>,
): void {
  if (object === source) return;
  const holder = Object(source) as Bag;
  for (const key of keysIn(source)) {
    const value = holder[key];
    if (!isObject(value)) {
      const chosen = customize && customize(read(object, key), value, key, object, source, seen);
      putMerged(object, key, chosen === undefined ? value : chosen);
      continue;
    }
    const old = read(object, key);
    const inner = read(holder, key);
    const known = seen.get(inner);
    if (known !== undefined) {
      putMerged(object, key, known);
      continue;
    }
    let merged = customize && customize(old, inner, key, object, source, seen);
    if (merged === undefined && isObject(inner)) {
      const [start, isMerged] = beginning(old, inner);
      merged = start;
      if (isMerged) {
        seen.set(inner, start);
        mergeInto(start as object, inner, customize, seen);
        seen.delete(inner);
      }
    }
    putMerged(object, key, merged);
  }
}

export function merge<Target, Source>(object: Target, source: Source): Target & Source;
export function merge<Target, Source, Other>(object: Target, source: Source, other: Other): Target & Source & Other;
export function merge<Target>(object?: Target, ...sources: readonly unknown[]): Target;
/** Merges the properties of the sources into an object, inherited ones too; lists are merged by place. */
export function merge<Target>(object?: Target, ...sources: readonly unknown[]): Target {
  const target = Object(object) as object;
  for (const source of sourcesOf(sources)) if (source) mergeInto(target, source, undefined, new Map());
  return target as Target;
}

/** As `merge`, where a function may decide on each value. */
export function mergeWith<Target>(object?: Target, ...sources: readonly unknown[]): Target {
  const target = Object(object) as object;
  const extra = sources.length > 1 ? sources[sources.length - 1] : undefined;
  const customize = typeof extra === "function" ? (extra as Customize) : undefined;
  const all = sourcesOf(customize === undefined ? sources : sources.slice(0, -1));
  for (const source of all) if (source) mergeInto(target, source, customize, new Map());
  return target as Target;
}

/** Copies properties of the sources to an object, all the way down, where that has none or undefined. */
export function defaultsDeep<Target>(object?: Target, ...sources: readonly unknown[]): Target {
  const fill: Customize = (old, value, ...[, , , seen]) => {
    if (!isObject(old) || !isObject(value)) return old;
    (seen as Map<unknown, unknown>).set(value, old);
    mergeInto(old, value, fill, seen as Map<unknown, unknown>);
    (seen as Map<unknown, unknown>).delete(value);
    return old;
  };
  return mergeWith(object, ...sources, undefined, fill);
}
