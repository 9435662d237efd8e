import { defineRecipe } from "../src/recipe.ts";

type Bag = Record<PropertyKey, unknown>;
type View = Uint8Array & { constructor: new (buffer: ArrayBufferLike, from: number, length: number) => unknown };

export default defineRecipe(
  {
    package: "rfdc",
    versions: ">=1.3.0 <1.4",
    replacement: "a recursive copy",
    floor: { node: "8.0.0" },
    exports: { default: [(_options?: undefined) => cloneByClass] },
    subpaths: { "./default": { default: cloneByClass } },
  },
  {
    package: "rfdc",
    versions: ">=1.4.0 <2",
    replacement: "a recursive copy",
    floor: { node: "8.0.0" },
    exports: { default: [(_options?: undefined) => clone] },
    subpaths: { "./default": { default: clone } },
  },
);

function clone<Value>(value: Value): Value;
/** A deep copy of plain objects, lists, dates, maps and sets. */
function clone(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return copyList(value, clonePart);
  const kind = kindOf(value);
  return kind === undefined ? copyFields(value, clonePart) : copyKind(value, kind, clonePart);
}

function clonePart(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const kind = kindOf(value);
  if (kind !== undefined) return copyKind(value, kind, clonePart);
  return ArrayBuffer.isView(value) ? copyView(value as View) : clone(value);
}

function kindOf(value: object): unknown {
  if (value.constructor === Object) return undefined;
  return [Date, Map, Set].find((kind) => kind === value.constructor);
}

function cloneByClass<Value>(value: Value): Value;
/** A deep copy of plain objects, lists, dates, maps and sets, and of what is derived from them. */
function cloneByClass(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Date) return copyKind(value, Date, cloneItem);
  if (Array.isArray(value)) return copyList(value, cloneItem);
  const kind = [Map, Set].find((one) => value instanceof one);
  return kind === undefined ? copyFields(value, cloneField) : copyKind(value, kind, cloneItem);
}

function cloneItem(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Date) return copyKind(value, Date, cloneItem);
  return ArrayBuffer.isView(value) ? copyView(value as View) : cloneByClass(value);
}

function cloneField(value: unknown): unknown {
  const kind = [Map, Set].find((one) => value instanceof one);
  return kind === undefined ? cloneItem(value) : copyKind(value, kind, cloneItem);
}

function copyKind(value: unknown, kind: unknown, copy: (value: unknown) => unknown): unknown {
  if (kind === Date) return new Date(value as Date);
  const items = copyList(Array.from(value as Iterable<unknown>), copy);
  return kind === Map ? new Map(items as [unknown, unknown][]) : new Set(items);
}

function copyList(list: readonly unknown[], copy: (value: unknown) => unknown): unknown[] {
  const keys = Object.keys(list);
  const copied = new Array<unknown>(keys.length);
  for (const key of keys) Reflect.set(copied, key, copy(Reflect.get(list, key)));
  return copied;
}

function copyFields(value: object, copy: (value: unknown) => unknown): Bag {
  const copied: Bag = {};
  for (const key in value)
    if (Object.prototype.hasOwnProperty.call(value, key)) copied[key] = copy((value as Bag)[key]);
  return copied;
}

function copyView(view: View): unknown {
  if (Buffer.isBuffer(view)) return Buffer.from(view);
  return new view.constructor(view.buffer.slice(0), view.byteOffset, view.length);
}
