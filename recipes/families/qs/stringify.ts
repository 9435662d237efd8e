interface CommonOptions {
  readonly addQueryPrefix?: boolean;
  readonly allowDots?: boolean;
  readonly arrayFormat?: "indices" | "brackets" | "repeat";
  readonly delimiter?: string;
  readonly encode?: boolean;
  readonly encodeValuesOnly?: boolean;
  readonly indices?: boolean;
  readonly skipNulls?: boolean;
  readonly sort?: (a: string, b: string) => number;
  readonly strictNullHandling?: boolean;
}

interface JoiningOptions {
  readonly addQueryPrefix?: boolean;
  readonly allowDots?: boolean;
  readonly arrayFormat: "comma";
  readonly delimiter?: string;
  readonly encode?: boolean;
  readonly skipNulls?: boolean;
  readonly sort?: (a: string, b: string) => number;
  readonly strictNullHandling?: boolean;
}

/** How the fields are written: what the options say, and how the name of an element follows from that of its list. */
interface Manner extends Omit<CommonOptions, "arrayFormat"> {
  readonly arrayFormat?: "indices" | "brackets" | "repeat" | "comma";
  readonly isPlain?: (value: unknown) => boolean;
}

type Values = Readonly<Record<string, unknown>>;

/** A query of the properties of an object: `{ a: [1], b: { c: true } }` as "a%5B0%5D=1&b%5Bc%5D=true". */
export function stringifyEarly(fields: unknown, options: CommonOptions = {}): string {
  return writeQuery(fields, { ...options, isPlain: (value) => ["string", "number", "boolean"].includes(typeof value) });
}

/** A query of the properties of an object: `{ a: [1], b: { c: true } }` as "a%5B0%5D=1&b%5Bc%5D=true". */
export function stringify(fields: unknown, options: CommonOptions = {}): string {
  return writeQuery(fields, options);
}

/** A query of the properties of an object: `{ a: [1], b: { c: true } }` as "a%5B0%5D=1&b%5Bc%5D=true". */
export function stringifyJoining(fields: unknown, options: CommonOptions | JoiningOptions = {}): string {
  return writeQuery(fields, options);
}

function writeQuery(fields: unknown, manner: Manner): string {
  if (typeof fields !== "object" || fields === null) return "";
  const { delimiter = "&", addQueryPrefix, skipNulls } = manner;
  const parts = keysOf(fields, manner).flatMap((key) => {
    const value = (fields as Values)[key];
    return skipNulls && value === null ? [] : writeField(value, key, manner, []);
  });
  return (addQueryPrefix && parts.length > 0 ? "?" : "") + parts.join(delimiter);
}

/** The fields of a query that a value makes. */
function writeField(value: unknown, name: string, manner: Manner, above: readonly unknown[]): string[] {
  if (above.includes(value)) throw new RangeError("Cyclic object value");
  const { encode = true, encodeValuesOnly, skipNulls, allowDots, isPlain = isPrimitive } = manner;
  const field = value instanceof Date ? Date.prototype.toISOString.call(value) : value;
  const start = encode && !encodeValuesOnly ? encodeText(name) : name;
  if (field === null && manner.strictNullHandling) return [start];
  const text = field === null ? "" : field;
  if (isPlain(text) || isBuffer(text)) return [`${start}=${encode ? encodeText(String(text)) : String(text)}`];
  if (text === undefined) return [];
  const isList = Array.isArray(text);
  if (isList && manner.arrayFormat === "comma") return writeJoined(text, name, manner, above);
  return keysOf(text as object, manner).flatMap((key) => {
    const inner = (text as Values)[key];
    if (skipNulls && inner === null) return [];
    const innerName = isList ? nameOfElement(name, key, manner) : name + (allowDots ? `.${key}` : `[${key}]`);
    return writeField(inner, innerName, manner, [...above, value]);
  });
}

function writeJoined(list: readonly unknown[], name: string, manner: Manner, above: readonly unknown[]): string[] {
  if (list.length === 0) return [];
  const texts = Array.from(list, (each) => (each instanceof Date ? Date.prototype.toISOString.call(each) : each));
  const joined = texts.join(",");
  if (joined === "" && manner.skipNulls) return [];
  return writeField(joined === "" ? null : joined, name, manner, above);
}

function keysOf(object: object, { sort }: Manner): string[] {
  const keys = Object.keys(object);
  return sort ? keys.sort(sort) : keys;
}

function nameOfElement(list: string, key: string, manner: Manner): string {
  const { arrayFormat = !("indices" in manner) || manner.indices ? "indices" : "repeat" } = manner;
  if (arrayFormat === "indices") return `${list}[${key}]`;
  return arrayFormat === "brackets" ? `${list}[]` : list;
}

function isPrimitive(value: unknown): boolean {
  return ["string", "number", "boolean", "symbol", "bigint"].includes(typeof value);
}

function isBuffer(value: unknown): boolean {
  if (!value || typeof value !== "object") return false;
  const { constructor } = value as { readonly constructor?: { readonly isBuffer?: (value: unknown) => unknown } };
  return Boolean(constructor && typeof constructor.isBuffer === "function" && constructor.isBuffer(value));
}

/** As RFC 3986 has it: encodeURIComponent leaves five characters more, and fails for half of a surrogate pair. */
function encodeText(text: string): string {
  const encoded = encodeURIComponent(text.replace(/\p{Surrogate}/gu, String.fromCharCode(0xfffd)));
  return encoded.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
