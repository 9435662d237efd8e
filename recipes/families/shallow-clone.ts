/** A copy of a value without what is in it, as shallow-clone makes it and what is built on it. */
import { kindOf } from "./kind-of.ts";

const views = /^(?:u?int(?:8|16|32)|uint8clamped|float(?:32|64))array$/;

/** A copy of a list, object, date, map, set, buffer or pattern; a view of the same bytes; anything else as it is. */
export function shallowClone(value?: unknown): unknown {
  const kind = kindOf(value);
  if (kind === "array") return (value as unknown[]).slice();
  if (kind === "object") return Object.assign({}, value);
  if (kind === "map") return new Map(value as Map<unknown, unknown>);
  if (kind === "set") return new Set(value as Set<unknown>);
  if (kind === "error") return Object.create(value as object);
  if (kind === "symbol") return Object(Symbol.prototype.valueOf.call(value));
  if (kind === "date") return makeLike(value, Number(value));
  if (kind === "arraybuffer") return copyOfBytes(value as ArrayBuffer);
  if (kind === "regexp") return copyOfPattern(value as RegExp);
  if (kind === "buffer") return copyOfBuffer(value as Buffer);
  if (!views.test(kind)) return value;
  const { buffer, byteOffset, length } = value as Uint8Array;
  return makeLike(value, buffer, byteOffset, length);
}

/** A new object of the class of another. */
export function makeLike(value: unknown, ...args: unknown[]): unknown {
  const { constructor: Made } = value as { readonly constructor: new (...args: unknown[]) => unknown };
  return new Made(...args);
}

function copyOfBytes(bytes: ArrayBuffer): unknown {
  const copy = makeLike(bytes, bytes.byteLength) as ArrayBuffer;
  new Uint8Array(copy).set(new Uint8Array(bytes));
  return copy;
}

function copyOfPattern(pattern: RegExp): unknown {
  const flags = pattern.flags === undefined ? /\w+$/.exec(String(pattern)) || undefined : pattern.flags;
  const copy = makeLike(pattern, pattern.source, flags) as RegExp;
  copy.lastIndex = pattern.lastIndex;
  return copy;
}

function copyOfBuffer(buffer: Buffer): unknown {
  const copy = Buffer.allocUnsafe(buffer.length);
  buffer.copy(copy);
  return copy;
}
