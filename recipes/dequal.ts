import { defineRecipe } from "../src/recipe.ts";

interface Comparable {
  readonly constructor: unknown;
  readonly [key: string]: unknown;
}

export default defineRecipe({
  package: "dequal",
  versions: ">=2 <3",
  replacement: "a recursive comparison",
  floor: { node: "6.0.0", baseline: "2016-09" },
  exports: { dequal },
});

/** Tells whether two values are equal in depth: dates, patterns, lists, sets, maps, buffers and objects of one class. */
function dequal(first: unknown, second: unknown): boolean {
  if (first === second) return true;
  if (!first || !second) return first !== first && second !== second;
  const { constructor } = first as Comparable;
  if (constructor !== (second as Comparable).constructor) return first !== first && second !== second;
  if (constructor === Date) return (first as Date).getTime() === (second as Date).getTime();
  if (constructor === RegExp) return (first as RegExp).toString() === (second as RegExp).toString();
  if (constructor === Array) return equalLists(first as unknown[], second as unknown[]);
  if (constructor === Set) return equalSets(first as Set<unknown>, second as Set<unknown>);
  if (constructor === Map) return equalMaps(first as Map<unknown, unknown>, second as Map<unknown, unknown>);
  if (constructor === ArrayBuffer)
    return equalBytes(new Uint8Array(first as ArrayBuffer), new Uint8Array(second as ArrayBuffer));
  if (constructor === DataView) return equalViews(first as DataView, second as DataView);
  if (ArrayBuffer.isView(first)) return equalBytes(first as Uint8Array, second as Uint8Array);
  if (!constructor || typeof first === "object") return equalObjects(first as Comparable, second as Comparable);
  return first !== first && second !== second;
}

function equalLists(first: unknown[], second: unknown[]): boolean {
  let at = first.length;
  if (at !== second.length) return false;
  while (at-- > 0) if (!dequal(first[at], second[at])) return false;
  return true;
}

function equalSets(first: Set<unknown>, second: Set<unknown>): boolean {
  if (first.size !== second.size) return false;
  for (const value of first) {
    const twin = value && typeof value === "object" ? findKey(second, value) : value;
    if (!second.has(twin) || (value && !twin)) return false;
  }
  return true;
}

function equalMaps(first: Map<unknown, unknown>, second: Map<unknown, unknown>): boolean {
  if (first.size !== second.size) return false;
  for (const [key, value] of first) {
    const twin = key && typeof key === "object" ? findKey(second, key) : key;
    if ((key && !twin) || !dequal(value, second.get(twin))) return false;
  }
  return true;
}

function findKey(among: Set<unknown> | Map<unknown, unknown>, wanted: unknown): unknown {
  for (const key of among.keys()) if (dequal(key, wanted)) return key;
  return undefined;
}

function equalBytes(first: Uint8Array, second: Uint8Array): boolean {
  let at = first.byteLength;
  if (at !== second.byteLength) return false;
  while (at-- > 0) if (first[at] !== second[at]) return false;
  return true;
}

function equalViews(first: DataView, second: DataView): boolean {
  let at = first.byteLength;
  if (at !== second.byteLength) return false;
  while (at-- > 0) if (first.getInt8(at) !== second.getInt8(at)) return false;
  return true;
}

function equalObjects(first: Comparable, second: Comparable): boolean {
  const has = Object.prototype.hasOwnProperty;
  let count = 0;
  for (const key in first) {
    if (has.call(first, key)) {
      count += 1;
      if (!has.call(second, key)) return false;
    }
    if (!(key in second) || !dequal(first[key], second[key])) return false;
  }
  return Object.keys(second).length === count;
}
