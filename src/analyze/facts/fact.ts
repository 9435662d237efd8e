/**
 * What is known of a value, from its syntax or its type: enough to say whether it fits a parameter, and which parts of
 * a replacement are idle for it. Everything here is an upper bound: a value is one of the kinds a fact lists.
 */

export type Kind =
  "string" | "number" | "boolean" | "bigint" | "symbol" | "undefined" | "null" | "function" | "array" | "object"; // any other object

export type Primitive = string | number | boolean | bigint | null | undefined;

export interface Fact {
  readonly kinds: ReadonlySet<Kind>;
  /** The very value, when the source says it. */
  readonly literal?: { readonly value: Primitive };
  /** What every element of the array is. */
  readonly elements?: Fact;
  /** The elements one by one, for an array written out. */
  readonly items?: readonly Fact[];
  /** It is an array without holes, whatever its elements are. */
  readonly isDense?: boolean;
  /** The properties, all of them, for an object written out. */
  readonly properties?: ReadonlyMap<string, Fact>;
  /** What is known of a string as a path, when it is not the very value. */
  readonly path?: PathShape;
  /** How many arguments a function written here can tell apart; undefined when that cannot be said. */
  readonly arity?: number;
  /** It is a function written here that gives undefined, or a promise. */
  readonly isProcedure?: boolean;
  /** It is an arrow function written here, without a `this` of its own. */
  readonly isArrow?: boolean;
  /** The library class it is an instance of ("RegExp"), when it is an object and nothing else. */
  readonly class?: string;
}

const every: readonly Kind[] = [
  "string",
  "number",
  "boolean",
  "bigint",
  "symbol",
  "undefined",
  "null",
  "function",
  "array",
  "object",
];

/** A path that is not empty and has no "." or ".." behind a name. */
export interface PathShape {
  /** It ends in an ordinary name. */
  readonly entry: boolean;
  /** It is made of literals and the project's own directories, with nothing special to a glob. */
  readonly plain: boolean;
}

/** Nothing is known. */
export const anything: Fact = { kinds: new Set(every) };

export function ofKind(...kinds: readonly Kind[]): Fact {
  return { kinds: new Set(kinds) };
}

export function ofLiteral(value: Primitive): Fact {
  return { kinds: new Set([kindOfPrimitive(value)]), literal: { value } };
}

export function ofArray(elements: Fact, items?: readonly Fact[]): Fact {
  return items === undefined ? { kinds: new Set(["array"]), elements } : { kinds: new Set(["array"]), elements, items };
}

export function ofPath(path: PathShape): Fact {
  return { kinds: new Set(["string"]), path };
}

export function ofClass(name: string): Fact {
  return { kinds: new Set(["object"]), class: name };
}

export function ofObject(properties: ReadonlyMap<string, Fact>): Fact {
  return { kinds: new Set(["object"]), properties };
}

/** Either of them. */
export function either(facts: readonly Fact[]): Fact {
  const [first, ...rest] = facts;
  if (first === undefined) return anything;
  if (rest.length === 0) return first;
  const kinds = new Set(facts.flatMap((fact) => [...fact.kinds]));
  const arrays = facts.filter((fact) => fact.kinds.has("array"));
  const known = arrays.flatMap((fact) => (fact.elements === undefined ? [] : [fact.elements]));
  return arrays.length > 0 && known.length === arrays.length ? { kinds, elements: either(known) } : { kinds };
}

/** The same without those kinds; undefined when nothing is left. */
export function without(fact: Fact, ...gone: readonly Kind[]): Fact | undefined {
  const kinds = new Set([...fact.kinds].filter((kind) => !gone.includes(kind)));
  if (kinds.size === 0) return undefined;
  return kinds.size === fact.kinds.size ? fact : { ...fact, kinds };
}

/** True when the value can be nothing but one of those kinds. */
export function isOnly(fact: Fact, ...kinds: readonly Kind[]): boolean {
  for (const kind of fact.kinds) if (!kinds.includes(kind)) return false;
  return fact.kinds.size > 0;
}

/** True when the value is none of those kinds. */
export function isNever(fact: Fact, ...kinds: readonly Kind[]): boolean {
  return kinds.every((kind) => !fact.kinds.has(kind));
}

/** True when reading it, converting it to a string, or comparing it runs no code of anyone. */
export function isPrimitive(fact: Fact): boolean {
  return isNever(fact, "function", "array", "object");
}

/** One fact for each kind, so that each can be held against a type by itself. */
export function split(fact: Fact): readonly Fact[] {
  if (fact.kinds.size === 1) return [fact];
  return [...fact.kinds].map((kind): Fact => {
    const kinds = new Set([kind]);
    return kind === "array" && fact.elements !== undefined ? { kinds, elements: fact.elements } : { kinds };
  });
}

/** Whether it is truthy, where that is certain. */
export function truthiness(fact: Fact): boolean | undefined {
  if (fact.literal !== undefined) return Boolean(fact.literal.value);
  if (isOnly(fact, "undefined", "null")) return false;
  if (isOnly(fact, "function", "array", "object", "symbol")) return true;
  return undefined;
}

export function kindOfPrimitive(value: Primitive): Kind {
  if (value === null) return "null";
  const kind = typeof value;
  return kind === "object" || kind === "function" ? "undefined" : kind;
}
