import { types } from "node:util";
import { defineRecipe } from "../src/recipe.ts";

interface Properties {
  readonly prototype: unknown;
  readonly length: number;
  readonly copy: unknown;
  readonly slice: unknown;
  readonly [key: string]: unknown;
}

/** Two primitives of one type are equal loosely only where they are the same. */
const texts = (first: string, second: string) => first === second;
const flags = (first: boolean, second: boolean) => first === second;
const numbers = (first: number, second: number) => first === second;

export default defineRecipe(
  {
    package: "deep-equal",
    versions: "1.0.1",
    replacement: "a recursive comparison",
    floor: { node: "10.0.0", baseline: "2020-01" },
    exports: { default: [texts, flags, numbers, deepEqualOld] },
  },
  {
    package: "deep-equal",
    versions: ">=1.1.0 <2",
    replacement: "a recursive comparison",
    floor: { node: "10.0.0" },
    exports: { default: [texts, flags, numbers, deepEqual] },
  },
  {
    package: "deep-equal",
    versions: ">=2.0.1 <3",
    replacement: "a comparison with ===",
    floor: { node: "0.10.0", baseline: "2015-07" },
    exports: { default: [texts, flags, numbers] },
  },
);

/** Tells whether two values are equal in depth: their parts as == does, or as === does with `strict`. */
function deepEqualOld(first: unknown, second: unknown, options?: unknown): boolean {
  const { strict } = (options || {}) as { strict?: unknown };
  if (first === second) return true;
  if (first instanceof Date && second instanceof Date) return first.getTime() === second.getTime();
  if (!first || !second || (typeof first !== "object" && typeof second !== "object")) return !strict && first == second;
  return equalOld(first as Properties, second as Properties, options);
}

function equalOld(first: Properties, second: Properties, options: unknown): boolean {
  if (first.prototype !== second.prototype) return false;
  if (isNamedArguments(first))
    return isNamedArguments(second) && deepEqualOld([].slice.call(first), [].slice.call(second), options);
  if (isBytes(first)) return isBytes(second) && equalBytes(first, second);
  const [keys, others] = [keysOf(first), keysOf(second)];
  if (!keys || !others || keys.length !== others.length) return false;
  // From the last key to the first: a getter can tell.
  keys.reverse();
  others.reverse();
  return (
    keys.every((key, index) => key === others[index]) &&
    keys.every((key) => deepEqualOld(first[key], second[key], options)) &&
    typeof first === typeof second
  );
}

function isNamedArguments(value: object): boolean {
  return Object.prototype.toString.call(value) === "[object Arguments]";
}

/** Tells whether two values are equal in depth: their parts as == does, or as Object.is does with `strict`. */
function deepEqual(first: unknown, second: unknown, options?: unknown): boolean {
  const { strict } = (options || {}) as { strict?: unknown };
  if (strict ? Object.is(first, second) : first === second) return true;
  if (!first || !second || (typeof first !== "object" && typeof second !== "object")) return !strict && first == second;
  return typeof first === typeof second && equalObjects(first as Properties, second as Properties, options);
}

function equalObjects(first: Properties, second: Properties, options: unknown): boolean {
  if (first.prototype !== second.prototype) return false;
  if (isArguments(first) !== isArguments(second)) return false;
  if (types.isRegExp(first) !== types.isRegExp(second)) return false;
  if (types.isRegExp(first) && types.isRegExp(second))
    return first.source === second.source && first.flags === second.flags;
  if (types.isDate(first) && types.isDate(second)) return first.getTime() === second.getTime();
  const bytes = isBytes(first);
  if (bytes !== isBytes(second)) return false;
  if (bytes) return equalBytes(first, second);
  const [keys, others] = [keysOf(first), keysOf(second)];
  if (!keys || !others || keys.length !== others.length) return false;
  // From the last key to the first: a getter can tell.
  keys.reverse();
  others.reverse();
  return (
    keys.every((key, index) => key === others[index]) &&
    keys.every((key) => deepEqual(first[key], second[key], options))
  );
}

function isArguments(value: object): boolean {
  return types.isArgumentsObject(value) && !(Symbol.toStringTag in value);
}

/** A buffer, or what looks like one. */
function isBytes(value: Properties): boolean {
  if (typeof value !== "object" || typeof value.length !== "number") return false;
  if (typeof value.copy !== "function" || typeof value.slice !== "function") return false;
  return !(value.length > 0) || typeof value[0] === "number";
}

function equalBytes(first: ArrayLike<unknown>, second: ArrayLike<unknown>): boolean {
  if (first.length !== second.length) return false;
  for (let at = 0; at < first.length; at++) if (first[at] !== second[at]) return false;
  return true;
}

function keysOf(value: object): string[] | undefined {
  try {
    return Object.keys(value).sort();
  } catch {
    return undefined;
  }
}
