import { defineRecipe } from "../src/recipe.ts";

type Properties = Record<string, unknown>;

export default defineRecipe({
  package: "extend",
  versions: "3.0.2",
  replacement: "a loop over the properties",
  floor: { node: "6.0.0", baseline: "2016-09" },
  exports: { default: extend },
});

function extend<T, S>(deep: boolean, target: T, source: S): T & S;
function extend<T, S, R>(deep: boolean, target: T, source: S, other: R): T & S & R;
function extend<T, S>(target: T, source: S): T & S;
function extend<T, S, R>(target: T, source: S, other: R): T & S & R;
function extend(...values: unknown[]): unknown;
/** Copies the properties of objects to the first one; with true before it, what both have as objects or lists too. */
function extend(...values: unknown[]): unknown {
  const [first] = values;
  const isDeep = first === true;
  const sources = values.slice(typeof first === "boolean" ? 2 : 1);
  const given = typeof first === "boolean" ? values[1] || {} : first;
  const isObject = given != null && (typeof given === "object" || typeof given === "function");
  const target = (isObject ? given : {}) as Properties;
  for (const source of sources) {
    if (source == null) continue;
    for (const name in source as Properties) {
      const old = getProperty(target, name);
      const value = getProperty(source as Properties, name);
      if (value === target) continue;
      if (isDeep && Array.isArray(value)) setProperty(target, name, extend(true, Array.isArray(old) ? old : [], value));
      else if (isDeep && isPlain(value)) setProperty(target, name, extend(true, isPlain(old) ? old : {}, value));
      else if (value !== undefined) setProperty(target, name, value);
    }
  }
  return target;
}

function isPlain(value: unknown): boolean {
  if (!value || Object.prototype.toString.call(value) !== "[object Object]") return false;
  const has = Object.prototype.hasOwnProperty;
  const { constructor } = value as { constructor?: { prototype?: object } };
  const isOwn = has.call(value, "constructor");
  if (constructor && !isOwn && !(constructor.prototype && has.call(constructor.prototype, "isPrototypeOf")))
    return false;
  let last: string | undefined;
  // Inherited properties come last.
  for (last in value) continue;
  return last === undefined || has.call(value, last);
}

function getProperty(object: Properties, name: string): unknown {
  if (name !== "__proto__") return object[name];
  const own = Object.getOwnPropertyDescriptor(object, name);
  return own && own.value;
}

function setProperty(object: Properties, name: string, value: unknown): void {
  if (name !== "__proto__") object[name] = value;
  else Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
}
