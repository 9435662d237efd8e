/** Deep equality. */
import { isBuffer, isObjectLike, isSame, isTypedArray, tagOf } from "./kinds.ts";
import type { Bag } from "./kinds.ts";
import { keys, symbolsOf } from "./keys.ts";

/** How two values are compared: `isPartial` looks only for what the first one has; `isLoose` disregards the order. */
export interface Comparison {
  readonly isPartial: boolean;
  readonly isLoose: boolean;
  readonly seen: Map<object, object>;
  readonly customize: Compare | undefined;
}

/** What decides on two values: undefined leaves it to the usual way. */
export type Compare = (
  value: unknown,
  other: unknown,
  key?: unknown,
  object?: unknown,
  others?: unknown,
  seen?: unknown,
) => unknown;

/** Tells whether two values are equal in what they hold. */
export function isEqual(value?: unknown, other?: unknown): boolean {
  return areEqual(value, other, { isPartial: false, isLoose: false, seen: new Map(), customize: undefined });
}

/** Tells whether two values are equal in what they hold, where a function may decide on each of them. */
export function isEqualWith(value?: unknown, other?: unknown, customizer?: unknown): boolean {
  const customize = typeof customizer === "function" ? (customizer as Compare) : undefined;
  const chosen = customize && customize(value, other);
  if (chosen !== undefined) return !!chosen;
  return areEqual(value, other, { isPartial: false, isLoose: false, seen: new Map(), customize });
}

/** Tells whether the second value has everything the first one has. */
export function isContained(source: unknown, object: unknown, customize?: Compare, seen = new Map()): boolean {
  return areEqual(source, object, { isPartial: true, isLoose: true, seen, customize });
}

/** What a function decides on two values that lists or objects hold. */
function choose(by: Comparison, key: unknown, holders: readonly [object, object]): unknown {
  const [object, others] = by.isPartial ? [holders[1], holders[0]] : holders;
  const valueOf = (one: object): unknown => (one as Bag)[key as string];
  return by.customize && by.customize(valueOf(object), valueOf(others), key, object, others, by.seen);
}

function areEqual(value: unknown, other: unknown, by: Comparison): boolean {
  if (value === other) return true;
  if (value === undefined || value === null || other === undefined || other === null) return false;
  if (!isObjectLike(value) && !isObjectLike(other)) return isSame(value, other);
  const kindOf = (one: unknown): string => {
    const tag = Array.isArray(one) ? "[object Array]" : tagOf(one);
    return tag === "[object Arguments]" ? "[object Object]" : tag;
  };
  const kind = kindOf(value);
  if (kind !== kindOf(other)) return false;
  if (isBuffer(value) && !isBuffer(other)) return false;
  if (Array.isArray(value) || isTypedArray(value)) return areListsEqual(value, other as ArrayLike<unknown>, by);
  return kind === "[object Object]" ? areObjectsEqual(value, other, by) : areKindsEqual(kind, value, other, by);
}

/** Notes that two objects are being compared; tells whether they are where a cycle comes back to them. */
function meet(value: object, other: object, by: Comparison): boolean | undefined {
  const [forth, back] = [by.seen.get(value), by.seen.get(other)];
  if (forth !== undefined && back !== undefined) return forth === other && back === value;
  by.seen.set(value, other);
  by.seen.set(other, value);
  return undefined;
}

function leave(value: object, other: object, by: Comparison): void {
  by.seen.delete(value);
  by.seen.delete(other);
}

function areListsEqual(list: ArrayLike<unknown> & object, other: ArrayLike<unknown>, by: Comparison): boolean {
  if (list.length !== other.length && !(by.isPartial && other.length > list.length)) return false;
  const met = meet(list, other, by);
  if (met !== undefined) return met;
  const used = new Set<number>();
  let result = true;
  for (let index = 0; index < list.length && result; index++) {
    const value = list[index];
    const chosen = choose(by, index, [list, other]);
    if (chosen !== undefined) {
      result = !!chosen;
      continue;
    }
    if (!by.isLoose) {
      result = areEqual(value, other[index], by);
      continue;
    }
    let place = 0;
    while (place < other.length && (used.has(place) || !areEqual(value, other[place], by))) place++;
    used.add(place);
    result = place < other.length;
  }
  leave(list, other, by);
  return result;
}

function areKindsEqual(kind: string, value: unknown, other: unknown, by: Comparison): boolean {
  switch (kind) {
    case "[object DataView]": {
      const [a, b] = [value as DataView, other as DataView];
      if (a.byteLength !== b.byteLength || a.byteOffset !== b.byteOffset) return false;
      return areKindsEqual("[object ArrayBuffer]", a.buffer, b.buffer, by);
    }
    case "[object ArrayBuffer]": {
      const [a, b] = [value as ArrayBuffer, other as ArrayBuffer];
      return a.byteLength === b.byteLength && areEqual(new Uint8Array(a), new Uint8Array(b), by);
    }
    case "[object Boolean]":
    case "[object Date]":
    case "[object Number]":
      return isSame(+(value as number), +(other as number));
    case "[object Error]": {
      const [a, b] = [value as Error, other as Error];
      return a.name === b.name && a.message === b.message;
    }
    case "[object RegExp]":
    case "[object String]":
      return (value as string) + "" === (other as string) + "";
    case "[object Symbol]":
      return Symbol.prototype.valueOf.call(value) === Symbol.prototype.valueOf.call(other);
    case "[object Map]":
    case "[object Set]": {
      const [a, b] = [value as Set<unknown>, other as Set<unknown>];
      if (a.size !== b.size && !by.isPartial) return false;
      const met = by.seen.get(a);
      if (met !== undefined) return met === b;
      by.seen.set(a, b);
      const result = areListsEqual([...a], [...b], {
        isPartial: by.isPartial,
        isLoose: true,
        seen: by.seen,
        customize: by.customize,
      });
      by.seen.delete(a);
      return result;
    }
    default:
      return false;
  }
}

function areObjectsEqual(value: object, other: object, by: Comparison): boolean {
  const all = (one: object): PropertyKey[] => [...keys(one), ...symbolsOf(one)];
  const names = all(value);
  if (names.length !== all(other).length && !by.isPartial) return false;
  const own = Object.prototype.hasOwnProperty;
  if (!names.every((name) => (by.isPartial ? name in other : own.call(other, name)))) return false;
  const met = meet(value, other, by);
  if (met !== undefined) return met;
  const isSameThere = (name: PropertyKey): boolean => {
    const chosen = choose(by, name, [value, other]);
    return chosen === undefined ? areEqual((value as Bag)[name], (other as Bag)[name], by) : !!chosen;
  };
  let result = names.every(isSameThere);
  if (result && !by.isPartial && !names.includes("constructor")) result = haveSameConstructor(value, other);
  leave(value, other, by);
  return result;
}

/** Objects of other realms have constructors of their own, which are functions made by themselves. */
function haveSameConstructor(value: object, other: object): boolean {
  if (value.constructor === other.constructor || !("constructor" in value) || !("constructor" in other)) return true;
  const isOfItself = ({ constructor: made }: object): boolean => typeof made === "function" && made instanceof made;
  return isOfItself(value) && isOfItself(other);
}
