import { defineRecipe } from "../src/recipe.ts";
import { isPlainObjectMade } from "./families/plain-object.ts";

/** Tells whether a value is an object whose constructor is the Object of some realm, or has none. */
function isPlainObject(value: unknown): boolean {
  const isObject = (one: unknown): one is { readonly constructor: unknown } =>
    Object.prototype.toString.call(one) === "[object Object]";
  if (!isObject(value)) return false;
  const made = value.constructor as { readonly prototype: object };
  if (made === undefined) return true;
  return isObject(made.prototype) && made.prototype.hasOwnProperty.call(made.prototype, "isPrototypeOf");
}

/** Tells whether a value is an object whose constructor is the Object of some realm, or has none. */
function isPlainObjectTagged(value: unknown): boolean {
  const isTagged = (one: object) => ["[object Object]", "[object Null]"].includes(Object.prototype.toString.call(one));
  const isObject = (one: unknown): one is { readonly constructor: unknown } =>
    typeof one === "object" && one !== null && isTagged(one) && !Array.isArray(one);
  if (!isObject(value)) return false;
  const made = value.constructor as { readonly prototype: object };
  if (made === undefined) return true;
  return isObject(made.prototype) && made.prototype.hasOwnProperty.call(made.prototype, "isPrototypeOf");
}

export default defineRecipe(
  {
    package: "is-plain-object",
    versions: ">=5.0.0 <6",
    replacement: "a look at the constructor",
    floor: { node: "4.0.0", baseline: "2015-07" },
    exports: { isPlainObject },
  },
  {
    package: "is-plain-object",
    versions: ">=4.1.0 <5",
    replacement: "a look at the constructor",
    floor: { node: "4.0.0", baseline: "2015-07" },
    exports: { default: isPlainObject },
  },
  {
    package: "is-plain-object",
    versions: "4.0.0",
    replacement: "a look at the constructor",
    floor: { node: "6.0.0", baseline: "2016-09" },
    exports: { default: isPlainObjectTagged },
  },
  {
    package: "is-plain-object",
    versions: ">=2.0.0 <4.0.0",
    replacement: "a look at the constructor",
    floor: { node: "4.0.0", baseline: "2015-07" },
    exports: { default: isPlainObjectMade },
  },
);
