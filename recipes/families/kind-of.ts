/** The kind of a value in a word, as kind-of tells it and what is built on it. */

const classes: readonly string[] = [
  ...["Symbol", "Promise", "WeakMap", "WeakSet", "Map", "Set"],
  ...["Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array"],
  ...["Float32Array", "Float64Array"],
];

/** The kind of a value in one word of small letters: "null", "array", "regexp", "generatorfunction", "object". */
export function kindOf(value?: unknown): string {
  if (value === undefined) return "undefined";
  if (value === null) return "null";
  const type = typeof value;
  if (type === "function") return nameOfClass(value) === "GeneratorFunction" ? "generatorfunction" : "function";
  if (["boolean", "string", "number", "symbol"].includes(type)) return type;
  return kindOfObject(value as Readonly<Record<string, unknown>>);
}

function kindOfObject(value: Readonly<Record<string, unknown>>): string {
  if (Array.isArray(value)) return "array";
  if (isBuffer(value)) return "buffer";
  if (isArguments(value)) return "arguments";
  if (value instanceof Date || hasMethods(value, "toDateString", "getDate", "setDate")) return "date";
  if (isError(value)) return "error";
  if (isPattern(value)) return "regexp";
  const name = nameOfClass(value);
  if (typeof name === "string" && classes.includes(name)) return name.toLowerCase();
  if (hasMethods(value, "throw", "return", "next")) return "generator";
  return Object.prototype.toString.call(value).slice(8, -1).toLowerCase().replace(/\s/g, "");
}

function nameOfClass(value: unknown): unknown {
  const { constructor } = value as { readonly constructor?: unknown };
  return typeof constructor === "function" ? constructor.name : null;
}

function hasMethods(value: Readonly<Record<string, unknown>>, ...names: string[]): boolean {
  return names.every((name) => typeof value[name] === "function");
}

function isBuffer(value: Readonly<Record<string, unknown>>): unknown {
  const { constructor } = value as { readonly constructor?: { readonly isBuffer?: (value: unknown) => unknown } };
  return constructor && typeof constructor.isBuffer === "function" && constructor.isBuffer(value);
}

function isArguments(value: Readonly<Record<string, unknown>>): boolean {
  try {
    return typeof value["length"] === "number" && typeof value["callee"] === "function";
  } catch (error) {
    // Of a strict function the list throws when it is asked who was called.
    return (error as Error).message.indexOf("callee") !== -1;
  }
}

function isError(value: Readonly<Record<string, unknown>>): unknown {
  if (value instanceof Error) return true;
  const { message, constructor } = value as {
    readonly message?: unknown;
    readonly constructor?: { readonly stackTraceLimit?: unknown };
  };
  return typeof message === "string" && constructor && typeof constructor.stackTraceLimit === "number";
}

function isPattern(value: Readonly<Record<string, unknown>>): boolean {
  if (value instanceof RegExp) return true;
  const hasFlags = typeof value["flags"] === "string";
  return hasFlags && ["ignoreCase", "multiline", "global"].every((name) => typeof value[name] === "boolean");
}
