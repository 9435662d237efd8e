import { defineRecipe } from "../src/recipe.ts";
import { kindOf } from "./families/kind-of.ts";

export default defineRecipe(
  {
    package: "kind-of",
    versions: ">=3.0.2 <3.1",
    replacement: "Object.prototype.toString",
    floor: { node: "6.0.0", baseline: "2016-09" },
    exports: { default: kindOfFirst },
  },
  {
    package: "kind-of",
    versions: ">=3.1.0 <4",
    replacement: "Object.prototype.toString",
    floor: { node: "6.0.0", baseline: "2016-09" },
    exports: { default: kindOfEarly },
  },
  {
    package: "kind-of",
    versions: "4.0.0",
    replacement: "Object.prototype.toString",
    floor: { node: "6.0.0", baseline: "2016-09" },
    exports: { default: kindOfFour },
  },
  {
    package: "kind-of",
    versions: "5.1.0",
    replacement: "Object.prototype.toString",
    floor: { node: "6.0.0", baseline: "2016-09" },
    exports: { default: kindOfFive },
  },
  {
    package: "kind-of",
    versions: ">=6.0.0 <=6.0.3",
    replacement: "typeof and Object.prototype.toString",
    floor: { node: "6.0.0", baseline: "2016-09" },
    exports: { default: kindOf },
  },
);

interface Maybe {
  readonly constructor?: { readonly name?: string; readonly isBuffer?: (value: unknown) => unknown };
  readonly readFloatLE?: unknown;
  readonly slice?: (from: number, to: number) => Maybe;
  readonly _isBuffer?: unknown;
}

const basic: readonly string[] = ["RegExp", "Date", "Arguments"];
const collections: readonly string[] = [
  ...["Set", "WeakSet", "Map", "WeakMap", "Symbol"],
  ...["Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array"],
  ...["Float32Array", "Float64Array"],
];
const iterators: readonly string[] = ["Map Iterator", "Set Iterator", "String Iterator", "Array Iterator"];

/** The kind of a value in one word of small letters: "null", "array", "regexp", "object". */
function kindOfFirst(value?: unknown): string {
  return kindByClass(value, basic, isAnyBuffer, collections);
}

/** The kind of a value in one word of small letters: "null", "array", "regexp", "error", "object". */
function kindOfEarly(value?: unknown): string {
  return kindByClass(value, [...basic, "Error"], isAnyBuffer, collections);
}

/** The kind of a value in one word of small letters: "null", "array", "regexp", "promise", "object". */
function kindOfFour(value?: unknown): string {
  return kindByClass(value, [...basic, "Error", "Promise"], isAnyBuffer, collections);
}

/** The kind of a value in one word of small letters: "null", "array", "generatorfunction", "mapiterator", "object". */
function kindOfFive(value?: unknown): string {
  const kind = kindByClass(value, [...basic, "Error", "Promise"], hasBufferClass, [...collections, ...iterators]);
  if (kind !== "function") return kind;
  const { name } = (value as { readonly constructor: { readonly name?: string } }).constructor;
  return name !== undefined && name.slice(0, 9) === "Generator" ? "generatorfunction" : "function";
}

/** The kind of a value: those of some classes are told before it is asked whether it is a Buffer, and others after. */
function kindByClass(
  value: unknown,
  before: readonly string[],
  isBufferOf: (value: Maybe) => unknown,
  after: readonly string[],
): string {
  if (value === undefined) return "undefined";
  if (value === null) return "null";
  if (typeof value === "boolean" || value instanceof Boolean) return "boolean";
  if (typeof value === "string" || value instanceof String) return "string";
  if (typeof value === "number" || value instanceof Number) return "number";
  if (typeof value === "function" || value instanceof Function) return "function";
  if (Array.isArray(value)) return "array";
  if (value instanceof RegExp) return "regexp";
  if (value instanceof Date) return "date";
  const name = Object.prototype.toString.call(value).slice(8, -1);
  const word = name.toLowerCase().replace(" ", "");
  if (before.includes(name)) return word;
  if (isBufferOf(value as Maybe)) return "buffer";
  return after.includes(name) ? word : "object";
}

function hasBufferClass(value: Maybe): unknown {
  const { constructor } = value;
  return constructor && typeof constructor.isBuffer === "function" && constructor.isBuffer(value);
}

function isAnyBuffer(value: Maybe): unknown {
  if (hasBufferClass(value)) return true;
  if (typeof value.readFloatLE === "function" && typeof value.slice === "function" && hasBufferClass(value.slice(0, 0)))
    return true;
  return value._isBuffer;
}
