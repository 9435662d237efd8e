/** Reading and writing properties at paths. */
import { cloneNested } from "./clone.ts";
import { flattenTo, isSpread } from "./flat.ts";
import { isFunction, isIndex, isObject, isPlainObject } from "./kinds.ts";
import type { Bag } from "./kinds.ts";
import { assignValue } from "./keys.ts";
import { toKey } from "./numbers.ts";
import { allKeysIn } from "./objects.ts";
import { castPath, hasIn, valueAt } from "./path.ts";

/** What decides on an object on the way: undefined leaves it to the usual way. */
type ChooseHolder = (old: unknown, key: PropertyKey, holder: unknown) => unknown;

function put(object: object, path: unknown, valueOf: (old: unknown) => unknown, customize?: ChooseHolder): void {
  const names = castPath(path, object);
  let holder: unknown = object;
  for (const [index, name] of names.entries()) {
    const key = toKey(name);
    if (key === "__proto__" || key === "constructor" || key === "prototype" || holder === undefined || holder === null)
      return;
    const old = (holder as Bag)[key];
    const isLast = index === names.length - 1;
    const made = isObject(old) ? old : isIndex(names[index + 1]) ? [] : {};
    const chosen = isLast ? valueOf(old) : customize && customize(old, key, holder);
    const next = isLast || chosen !== undefined ? chosen : made;
    assignValue(Object(holder) as object, key, next);
    holder = (holder as Bag)[key];
  }
}

/** Sets the value at a path of an object, making what is missing on the way. */
export function set<Target>(object?: Target, path?: unknown, value?: unknown): Target {
  if (isObject(object)) put(object, path, () => value);
  return object as Target;
}

/** Sets the value at a path of an object to what a function makes of it. */
export function update<Target>(object?: Target, path?: unknown, updater?: unknown): Target {
  if (object === undefined || object === null) return object as Target;
  const old = valueAt(object, path);
  const value = typeof updater === "function" ? updater(old) : old;
  if (isObject(object)) put(object, path, () => value);
  return object;
}

/** As `set`, where a function may decide on what is missing on the way. */
export function setWith<Target>(object?: Target, path?: unknown, value?: unknown, customizer?: unknown): Target {
  const customize = typeof customizer === "function" ? (customizer as ChooseHolder) : undefined;
  if (isObject(object)) put(object, path, () => value, customize);
  return object as Target;
}

/** As `update`, where a function may decide on what is missing on the way. */
export function updateWith<Target>(object?: Target, path?: unknown, updater?: unknown, customizer?: unknown): Target {
  if (object === undefined || object === null) return object as Target;
  const old = valueAt(object, path);
  return setWith(object, path, typeof updater === "function" ? updater(old) : old, customizer);
}

/** The object that the last key of a path is looked up in. */
function holderOf(object: unknown, names: readonly unknown[]): unknown {
  return names.length < 2 ? object : valueAt(object, names.slice(0, -1));
}

/** Deletes the property at a path of an object, unless it leads to a prototype; tells whether it is gone. */
export function unset(object?: unknown, path?: unknown): boolean {
  if (object === undefined || object === null) return true;
  const names = castPath(path, object);
  const isOwn = Object.prototype.hasOwnProperty;
  for (const [index, name] of names.entries()) {
    const key = toKey(name);
    if (key === "__proto__" && !isOwn.call(object, key)) return false;
    if ((key === "constructor" || key === "prototype") && index < names.length - 1) return false;
  }
  const holder = holderOf(object, names);
  if (names.length === 0 || holder === undefined || holder === null) return true;
  return Reflect.deleteProperty(Object(holder), toKey(names[names.length - 1]));
}

export function pick<Holder extends object, Key extends keyof Holder>(
  object: Holder,
  ...paths: readonly (Key | readonly Key[])[]
): Pick<Holder, Key>;
export function pick<Holder extends object>(
  object: Holder | null | undefined,
  ...paths: readonly (PropertyKey | readonly PropertyKey[])[]
): Partial<Holder>;
export function pick(object?: unknown, ...paths: readonly unknown[]): object;
/** An object with some properties of another, by their paths. */
export function pick(object?: unknown, ...paths: readonly unknown[]): object {
  const picked = {};
  if (object === undefined || object === null) return picked;
  for (const path of flattenTo(paths, 1, isSpread)) {
    const names = castPath(path, object);
    if (hasIn(object, names)) put(picked, names, () => valueAt(object, names));
  }
  return picked;
}

export function omit<Holder extends object, Key extends keyof Holder>(
  object: Holder | null | undefined,
  ...paths: readonly (Key | readonly Key[])[]
): Omit<Holder, Key>;
export function omit<Holder extends object>(
  object: Holder | null | undefined,
  ...paths: readonly (PropertyKey | readonly PropertyKey[])[]
): Partial<Holder>;
export function omit(object?: unknown, ...paths: readonly unknown[]): object;
/** An object with the properties of another, inherited ones too, except some. */
export function omit(object?: unknown, ...paths: readonly unknown[]): object {
  if (object === undefined || object === null) return {};
  const all = flattenTo(paths, 1, isSpread).map((path) => castPath(path, object));
  const isDeep = all.some((names) => names.length > 1);
  const copy = (value: unknown): object => {
    const copied = {};
    for (const key of allKeysIn(value)) assignValue(copied, key, (value as Bag)[key]);
    return copied;
  };
  const rest = copy(object);
  if (isDeep) cloneNested(rest, (value) => (isPlainObject(value) ? copy(value) : value));
  for (const names of all) unset(rest, names);
  return rest;
}

/** The values at paths of an object. */
export function at(object?: unknown, ...paths: readonly unknown[]): unknown[] {
  const isNone = object === undefined || object === null;
  return flattenTo(paths, 1, isSpread).map((path) => (isNone ? undefined : valueAt(object, path)));
}

/** The value at a path, functions on the way called; where that is undefined, the fallback. */
export function result(object?: unknown, path?: unknown, fallback?: unknown): unknown {
  const names = castPath(path, object);
  const count = Math.max(names.length, 1);
  let value: unknown = names.length === 0 ? undefined : object;
  for (let index = 0; index < count; index++) {
    const isNone = value === undefined || value === null;
    let next = isNone ? undefined : (value as Bag)[toKey(names[index])];
    if (next === undefined) {
      index = count;
      next = fallback;
    }
    value = isFunction(next) ? next.call(value) : next;
  }
  return value;
}

/** Calls the method at a path of an object. */
export function invoke(object?: unknown, path?: unknown, ...args: readonly unknown[]): unknown {
  const names = castPath(path, object);
  const holder = holderOf(object, names);
  if (holder === undefined || holder === null) return undefined;
  const method = (holder as Bag)[toKey(names[names.length - 1])];
  return method === undefined || method === null ? undefined : Reflect.apply(method as () => unknown, holder, args);
}
