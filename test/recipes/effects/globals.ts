/**
 * Run with the paths of modules: loads them, and prints what of the objects that can be reached from the global one is not
 * as it was before.
 */
import { createRequire } from "node:module";

interface State {
  readonly path: string;
  readonly prototype: object | null;
  readonly members: ReadonlyMap<PropertyKey, PropertyDescriptor>;
}

/** Node's own bookkeeping, which loading anything changes. */
const bookkeeping = /\.(?:process|require|module)\b/;
const ownMarks: ReadonlySet<PropertyKey> = new Set(["__core-js_shared__"]);

function membersOf(value: object): Map<PropertyKey, PropertyDescriptor> {
  const keys = Reflect.ownKeys(value);
  return new Map(keys.flatMap((key) => toPairs(key, Object.getOwnPropertyDescriptor(value, key))));
}

function toPairs(key: PropertyKey, found: PropertyDescriptor | undefined): [PropertyKey, PropertyDescriptor][] {
  return found === undefined ? [] : [[key, found]];
}

function snapshot(): Map<object, State> {
  const states = new Map<object, State>();
  const visit = (value: unknown, path: string): void => {
    const isObject = (typeof value === "object" && value !== null) || typeof value === "function";
    if (!isObject || states.has(value) || bookkeeping.test(path)) return;
    const prototype = Object.getPrototypeOf(value) as object | null;
    const members = membersOf(value);
    states.set(value, { path, prototype, members });
    for (const [key, { value: held, get, set }] of members)
      for (const each of [held, get, set]) visit(each, `${path}.${String(key)}`);
    visit(prototype, `${path}.[[Prototype]]`);
  };
  visit(globalThis, "globalThis");
  const hidden = [
    function* () {},
    async function* () {},
    async () => {},
    [][Symbol.iterator](),
    new Map().entries(),
    new Set().values(),
    ""[Symbol.iterator](),
    "a".matchAll(/a/g),
  ];
  hidden.forEach((value, index) => visit(Object.getPrototypeOf(value), `hidden ${index}`));
  return states;
}

function compare(value: object, { path, prototype, members }: State): string[] {
  const now = membersOf(value);
  const changed = Object.getPrototypeOf(value) === prototype ? [] : [`${path}: its prototype`];
  for (const key of new Set([...members.keys(), ...now.keys()])) {
    const isKnown = (value === globalThis && ownMarks.has(key)) || (value === Function.prototype && key === "toString");
    const [before, after] = [members.get(key), now.get(key)];
    const fields = ["value", "get", "set", "writable", "enumerable", "configurable"] as const;
    if (!isKnown && fields.some((field) => !Object.is(before?.[field], after?.[field])))
      changed.push(`${path}.${String(key)}`);
  }
  return changed;
}

// Some of Node's globals are made when they are first asked for, others when those are.
for (let round = 0; round < 2; round += 1)
  for (const { members } of snapshot().values()) for (const [key] of members) Reflect.get(globalThis, key);
const before = snapshot();
const load = createRequire(import.meta.url);
const texts = [String(Math.max), String(class Kept {}), String(async () => 1)];
for (const path of process.argv.slice(2)) load(path);
const changed = [...before].flatMap(([value, state]) => compare(value, state));
if (texts.join() !== [String(Math.max), String(class Kept {}), String(async () => 1)].join()) changed.push("texts");
console.log(changed.join("\n"));
