import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe(
  {
    package: "dot-prop",
    versions: "5.3.0",
    replacement: "a loop over the names of a path",
    floor: { node: "6.0.0", baseline: "2016-09" },
    require: "namespace",
    exports: { get: getEnumerable, set, has },
  },
  {
    package: "dot-prop",
    versions: "6.0.1",
    replacement: "a loop over the names of a path",
    floor: { node: "6.0.0", baseline: "2016-09" },
    require: "namespace",
    exports: { get, set, has },
  },
);

type Values = Record<string, unknown>;

function getEnumerable<T>(object: object | undefined, path: string): T | undefined;
function getEnumerable<T>(object: object | undefined, path: string, absent: T): T;
/** What is at a path of names with dots between them; `\\.` is a dot in a name. Only enumerable properties count. */
function getEnumerable(object: unknown, path: unknown, absent?: unknown): unknown {
  if (!isObject(object) || typeof path !== "string") return absent === undefined ? object : absent;
  const names = namesOf(path);
  if (names.length === 0) return undefined;
  let found: unknown = object;
  for (const [index, name] of names.entries()) {
    if (!Object.prototype.propertyIsEnumerable.call(found, name)) return absent;
    found = (found as Values)[name];
    if (found === undefined || found === null) return index < names.length - 1 ? absent : found;
  }
  return found;
}

function get<T>(object: object | undefined, path: string): T | undefined;
function get<T>(object: object | undefined, path: string, absent: T): T;
/** What is at a path of names with dots between them; `\\.` is a dot in a name. */
function get(object: unknown, path: unknown, absent?: unknown): unknown {
  if (!isObject(object) || typeof path !== "string") return absent === undefined ? object : absent;
  const names = namesOf(path);
  if (names.length === 0) return undefined;
  let found: unknown = object;
  for (const [index, name] of names.entries()) {
    found = (found as Values)[name];
    if (found === null) return index < names.length - 1 ? absent : found;
    if (found === undefined) return absent;
  }
  return found;
}

function set<T extends object>(object: T, path: string, value: unknown): T;
/** Sets what is at a path, and makes the objects above it; gives the object. */
function set(object: unknown, path: unknown, value: unknown): unknown {
  "use strict";
  if (!isObject(object) || typeof path !== "string") return object;
  const names = namesOf(path);
  let at = object;
  for (const [index, name] of names.entries()) {
    if (!isObject(at[name])) at[name] = {};
    if (index === names.length - 1) at[name] = value;
    at = at[name] as Values;
  }
  return object;
}

function has(object: object | undefined, path: string): boolean;
/** Whether there is a property at a path, an own one or not. */
function has(object: unknown, path: unknown): boolean {
  if (!isObject(object) || typeof path !== "string") return false;
  const names = namesOf(path);
  let found: unknown = object;
  for (const name of names) {
    if (!isObject(found) || !(name in found)) return false;
    found = found[name];
  }
  return names.length > 0;
}

function isObject(value: unknown): value is Values {
  return value !== null && (typeof value === "object" || typeof value === "function");
}

/** The names of a path; none where one of them would reach a prototype. */
function namesOf(path: string): string[] {
  const parts = path.split(".");
  const names: string[] = [];
  while (parts.length > 0) {
    let name = parts.shift() as string;
    while (name.endsWith("\\") && parts.length > 0) name = `${name.slice(0, -1)}.${parts.shift() as string}`;
    names.push(name);
  }
  return names.some((name) => ["__proto__", "prototype", "constructor"].includes(name)) ? [] : names;
}
