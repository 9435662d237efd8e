/** The properties that queries tell of, as qs 6.7 to 6.14.0 reads them. */
export interface Query {
  [name: string]: undefined | string | Query | (string | Query)[];
}

export interface ParseOptions {
  readonly ignoreQueryPrefix?: boolean;
}

type Tree = Record<string, unknown>;

export function parseEarly(text: string, options?: ParseOptions): Query;
/** The fields of a query, nested as their names say: "a[b]=1&c[]=2" as `{ a: { b: "1" }, c: ["2"] }`. */
export function parseEarly(text: unknown, options: ParseOptions = {}): unknown {
  return nestAll(typeof text === "string" ? readFields(withoutMark(text, options)) : text);
}

export function parse(text: string, options?: ParseOptions): Query;
/** The fields of a query, nested as their names say: "a[b]=1&c[]=2" as `{ a: { b: "1" }, c: ["2"] }`. */
export function parse(text: unknown, options: ParseOptions = {}): unknown {
  if (typeof text !== "string") return nestAll(text);
  return nestAll(readFields(withoutMark(text, options).replace(/%5B/gi, "[").replace(/%5D/gi, "]")));
}

function withoutMark(text: string, { ignoreQueryPrefix }: ParseOptions): string {
  return ignoreQueryPrefix && text.startsWith("?") ? text.slice(1) : text;
}

/** The first thousand fields by their whole names; a list where a name comes several times. */
function readFields(text: string): Tree {
  const fields = Object.create(null) as Tree;
  for (const part of text.split("&", 1000)) {
    const bracket = part.indexOf("]=");
    const at = bracket < 0 ? part.indexOf("=") : bracket + 1;
    const name = decodeText(at < 0 ? part : part.slice(0, at));
    const value = at < 0 ? "" : decodeText(part.slice(at + 1));
    fields[name] = name in fields ? ([] as unknown[]).concat(fields[name], value) : value;
  }
  return fields;
}

function decodeText(text: string): string {
  const spaced = text.replace(/\+/g, " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

function nestAll(fields: unknown): unknown {
  if (!fields) return {};
  let query: unknown = {};
  for (const name of Object.keys(fields)) query = merge(query, nest(name, (fields as Tree)[name]));
  return fillHoles(query);
}

/** A value below the keys of its name; undefined where one of them is a member of every object. */
function nest(name: string, value: unknown): unknown {
  const keys = pathOf(name);
  if (name === "" || keys.some((key) => bare(key) in Object.prototype)) return undefined;
  return keys.reduceRight((inner, key) => {
    if (key === "[]") return ([] as unknown[]).concat(inner);
    const inside = bare(key);
    const index = Number.parseInt(inside, 10);
    const isIndex = inside !== key && String(index) === inside && index >= 0 && index <= 20;
    const holder = (isIndex ? [] : {}) as Tree;
    holder[inside] = inner;
    return holder;
  }, value);
}

/** "a[b][c]" as "a", "[b]" and "[c]"; of more than five in brackets, the others are one key. */
function pathOf(name: string): string[] {
  const groups = [...name.matchAll(/\[[^[\]]*\]/g)];
  const [first, rest] = [groups[0], groups[5]];
  const start = first === undefined ? name : name.slice(0, first.index);
  const keys = groups.slice(0, 5).map(([group]) => group);
  return [...(start === "" ? [] : [start]), ...keys, ...(rest === undefined ? [] : [`[${name.slice(rest.index)}]`])];
}

function bare(key: string): string {
  return key.startsWith("[") && key.endsWith("]") ? key.slice(1, -1) : key;
}

/** What two fields make together: lists grow, and a value beside an object becomes a name in it. */
function merge(target: unknown, source: unknown): unknown {
  if (!source) return target;
  if (!isObject(target)) return [target].concat(source);
  if (!isObject(source)) {
    if (Array.isArray(target)) target.push(source);
    else if (!((source as string) in Object.prototype)) target[source as string] = true;
    return target;
  }
  if (Array.isArray(target) && Array.isArray(source)) {
    source.forEach((item, at) => {
      const own: unknown = target[at];
      if (!hasOwn(target, at)) target[at] = item;
      else if (isObject(own) && isObject(item)) target[at] = merge(own, item);
      else target.push(item);
    });
    return target;
  }
  const merged = Array.isArray(target) ? Object.fromEntries(entriesOf(target)) : target;
  for (const key of Object.keys(source))
    merged[key] = hasOwn(merged, key) ? merge(merged[key], source[key]) : source[key];
  return merged;
}

function entriesOf(list: readonly unknown[]): [number, unknown][] {
  return Array.from({ length: list.length }, (_, at): [number, unknown] => [at, list[at]]).filter(
    ([, value]) => value !== undefined,
  );
}

function isObject(value: unknown): value is Tree {
  return typeof value === "object" && value !== null;
}

function hasOwn(object: object, key: PropertyKey): boolean {
  return Object.prototype.hasOwnProperty.call(object, key);
}

/** Moves the elements of every list together. */
function fillHoles(query: unknown): unknown {
  const places = [{ holder: { query } as Tree, key: "query" }];
  const seen = new Set<unknown>();
  for (const { holder, key } of places) {
    const object = holder[key] as Tree;
    for (const inner of Object.keys(object)) {
      const value = object[inner];
      if (!isObject(value) || seen.has(value)) continue;
      places.push({ holder: object, key: inner });
      seen.add(value);
    }
  }
  for (const { holder, key } of places.reverse()) {
    const list = holder[key];
    if (Array.isArray(list)) holder[key] = entriesOf(list).map(([, value]) => value);
  }
  return query;
}
