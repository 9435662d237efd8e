/** Plain objects, as is-plain-object tells them and what is built on it. */

/** Tells whether a value is an object whose constructor is the Object of some realm. */
export function isPlainObjectMade(value: unknown): boolean {
  const isObject = (one: unknown): one is { readonly constructor: unknown } =>
    typeof one === "object" && !Array.isArray(one) && Object.prototype.toString.call(one) === "[object Object]";
  if (!isObject(value)) return false;
  const made = value.constructor;
  if (typeof made !== "function") return false;
  const prototype: object = made.prototype;
  return isObject(prototype) && prototype.hasOwnProperty.call(prototype, "isPrototypeOf");
}
