import { defineRecipe } from "../src/recipe.ts";

type Properties = Record<string, unknown>;

export default defineRecipe({
  package: "deep-extend",
  versions: ">=0.5.1 <=0.6.0",
  replacement: "a loop over own properties",
  floor: { node: "6.0.0" },
  exports: { default: deepExtend },
});

function deepExtend<T, S>(target: T, source: S): T & S;
function deepExtend<T, S, R>(target: T, source: S, other: R): T & S & R;
function deepExtend(...values: unknown[]): unknown;
/** Copies own properties of objects to the first, which is changed: objects into objects, lists and dates as copies. */
function deepExtend(...values: unknown[]): unknown {
  const [first, ...sources] = values;
  if (typeof first !== "object") return false;
  const target = first as Properties;
  for (const source of sources) {
    if (typeof source !== "object" || source === null || Array.isArray(source)) continue;
    for (const key of Object.keys(source)) {
      const old = getProperty(target, key);
      const value = getProperty(source as Properties, key);
      if (value === target) continue;
      const isMerged = isObject(value) && !Array.isArray(value) && !isSpecial(value);
      target[key] = isMerged && isObject(old) && !Array.isArray(old) ? deepExtend(old, value) : copyOf(value);
    }
  }
  return target;
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) {
    const copy: unknown[] = [];
    value.forEach((item, index) => (copy[index] = copyOf(item)));
    return copy;
  }
  if (Buffer.isBuffer(value)) return Buffer.from(value);
  if (value instanceof Date) return new Date(value.getTime());
  if (value instanceof RegExp) return new RegExp(value);
  return isObject(value) ? deepExtend({}, value) : value;
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function isSpecial(value: unknown): boolean {
  return value instanceof Buffer || value instanceof Date || value instanceof RegExp;
}

function getProperty(object: Properties, key: string): unknown {
  return key === "__proto__" ? undefined : object[key];
}
