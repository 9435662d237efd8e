import { defineRecipe } from "../src/recipe.ts";

/** Tells whether a value is an object made by {}, new Object() or Object.create(null), of any realm. */
function isPlainObject<Value = unknown>(value: unknown): value is Record<PropertyKey, Value> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  const isBare = prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
  return isBare && !(Symbol.toStringTag in value) && !(Symbol.iterator in value);
}

/** Tells whether a value is an object made by {}, new Object() or Object.create(null). */
function isPlainObjectHere<Value = unknown>(value: unknown): value is Record<PropertyKey, Value> {
  if (Object.prototype.toString.call(value) !== "[object Object]") return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

export default defineRecipe(
  {
    package: "is-plain-obj",
    versions: "4.1.0",
    replacement: "a look at the prototype",
    floor: { node: "6.0.0", baseline: "2016-09" },
    exports: { default: isPlainObject },
  },
  {
    package: "is-plain-obj",
    versions: ">=1.1.0 <4.1.0",
    replacement: "a look at the prototype",
    floor: { node: "4.0.0", baseline: "2015-07" },
    exports: { default: isPlainObjectHere },
  },
);
