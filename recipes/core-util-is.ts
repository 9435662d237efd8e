import { Buffer } from "node:buffer";
import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "core-util-is",
  versions: ">=1.0.0 <2",
  replacement: "typeof, Array.isArray, Buffer.isBuffer",
  floor: { node: "0.12.0" },
  require: "namespace",
  exports: {
    isArray: Array.isArray,
    isBuffer: Buffer.isBuffer,
    /** Whether a value is true or false. */
    isBoolean: (value?: unknown) => typeof value === "boolean",
    /** Whether a value is null. */
    isNull: (value?: unknown) => value === null,
    /** Whether a value is null or undefined. */
    isNullOrUndefined: (value?: unknown) => value === null || value === undefined,
    /** Whether a value is a number. */
    isNumber: (value?: unknown) => typeof value === "number",
    /** Whether a value is a text. */
    isString: (value?: unknown) => typeof value === "string",
    /** Whether a value is a symbol. */
    isSymbol: (value?: unknown) => typeof value === "symbol",
    /** Whether a value is undefined. */
    isUndefined: (value?: unknown) => value === undefined,
    /** Whether a value calls itself a pattern. */
    isRegExp: (value?: unknown) => Object.prototype.toString.call(value) === "[object RegExp]",
    /** Whether a value is an object, and no function. */
    isObject: (value?: unknown) => typeof value === "object" && value !== null,
    /** Whether a value calls itself a date. */
    isDate: (value?: unknown) => Object.prototype.toString.call(value) === "[object Date]",
    /** Whether a value is an error. */
    isError: (value?: unknown) => Object.prototype.toString.call(value) === "[object Error]" || value instanceof Error,
    /** Whether a value is a function. */
    isFunction: (value?: unknown) => typeof value === "function",
    isPrimitive,
  },
});

/** Whether a value is no object and no function; a bigint does not count. */
function isPrimitive(value?: unknown): boolean {
  return value === null || ["boolean", "number", "string", "symbol", "undefined"].includes(typeof value);
}
