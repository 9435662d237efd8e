import { type PropertyName, defineRecipe, since } from "../src/recipe.ts";
import { anyFloor, es2020 } from "./families/lodash/floors.ts";

/** Reads the value at a path ("a[0].b", or a list of keys); where that is undefined, the fallback. */
function get<Value>(object: unknown, path?: unknown, fallback?: Value): Value {
  const isSymbol = (key: unknown): key is symbol => {
    if (typeof key !== "object" || key === null) return typeof key === "symbol";
    return Object.prototype.toString.call(key) === "[object Symbol]";
  };
  const isKey = (key: unknown): boolean => {
    const isSimple = key === undefined || key === null || typeof key === "number" || typeof key === "boolean";
    if (isSimple || isSymbol(key)) return true;
    const isDeep = /\.|\[(?:[^[\]]*|(["'])(?:(?!\1)[^\\]|\\.)*?\1)\]/;
    return /^\w*$/.test(key as string) || !isDeep.test(key as string) || (key as string) in Object(object);
  };
  const split = (text: string): string[] => {
    const keys = text.startsWith(".") ? [""] : [];
    const part = /[^.[\]]+|\[(?:(-?\d+(?:\.\d+)?)|(["'])((?:(?!\2)[^\\]|\\.)*?)\2)\]|(?=(?:\.|\[\])(?:\.|\[\]|$))/g;
    text.replace(part, (all: string, index?: string, quote?: string, quoted = "") => {
      keys.push(quote ? quoted.replace(/\\(\\)?/g, "$1") : index || all);
      return all;
    });
    return keys;
  };
  const nameOf = (key: unknown): PropertyKey => {
    if (typeof key === "string" || isSymbol(key)) return key;
    const text = key + "";
    return text === "0" && 1 / (key as number) === -Infinity ? "-0" : text;
  };
  if (object === undefined || object === null) return fallback as Value;
  const keys: readonly unknown[] = Array.isArray(path) ? path : isKey(path) ? [path] : split(path + "");
  let value: unknown = object;
  let index = 0;
  while (index < keys.length && value !== undefined && value !== null) {
    value = (value as Readonly<Record<PropertyKey, unknown>>)[nameOf(keys[index++])];
  }
  return (index === 0 || index < keys.length || value === undefined ? fallback : value) as Value;
}

export default defineRecipe({
  package: "lodash.get",
  versions: ">=4.4.1 <5",
  replacement: "a loop over the keys of the path",
  floor: anyFloor,
  exports: {
    default: [
      since(
        es2020,
        (object: unknown, key: PropertyName) => (object as Readonly<Record<string, unknown>> | null | undefined)?.[key],
      ),
      get,
    ],
  },
});
