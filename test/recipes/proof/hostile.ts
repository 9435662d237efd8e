import vm from "node:vm";
import fc from "fast-check";
import { isShort } from "./limits.ts";
import { KEYS, numbers, primitives, strings } from "./primitives.ts";
import { type Sample, type Samples, among, sample } from "./sample.ts";

/** A Buffer with memory of its own: what else is in the pool that Node takes small ones from is never the same twice. */
export function bufferOf(text: string): Buffer {
  return Buffer.from(new TextEncoder().encode(text).buffer);
}

class Point {
  x = 1;
  get y(): number {
    return 2;
  }
}
class List extends Array<unknown> {}

const realm = vm.createContext({});

/** Runs an expression in another realm: its objects have other prototypes than ours. */
function foreign(expression: string): unknown {
  return vm.runInContext(`(${expression})`, realm);
}

function argumentsOf(..._values: readonly unknown[]): unknown {
  // eslint-disable-next-line prefer-rest-params
  return arguments;
}

function cyclic(): unknown {
  const value: Record<string, unknown> = { a: 1 };
  value["self"] = value;
  return value;
}

function cyclicArray(): unknown {
  const value: unknown[] = [1];
  value.push(value);
  return value;
}

function revoked(target: object): unknown {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

function inherited(): object {
  const value: object = Object.create({ inherited: 1, a: 2 });
  return Object.assign(value, { own: 3 });
}

function hidden(): unknown {
  return Object.defineProperty({ a: 1 }, "b", { value: 2, enumerable: false });
}

function withPrototypeKey(): unknown {
  return JSON.parse('{"__proto__": {"polluted": true}, "a": 1}');
}

function annotated(): unknown {
  return Object.assign(() => 1, { a: 1, length2: 2 });
}

function throwing(): never {
  throw new TypeError("thrown by the sample");
}

/** Objects that are not plain: every one here has broken some replacement of a small package. */
export const exotic: Samples = among(
  ["{}", () => ({})],
  ["[]", () => []],
  ["Object.create(null)", () => Object.create(null) as unknown],
  ["Object.assign(Object.create(null), { a: 1 })", () => Object.assign(Object.create(null) as object, { a: 1 })],
  ["[1, , 3]", () => [1, , 3]],
  ["new Array(3)", () => new Array(3)],
  ["[[1, [2, [3, [], [4]]]], , 5]", () => [[1, [2, [3, [], [4]]]], , 5]],
  ["List.of(1, 1, 2)", () => List.of(1, 1, 2)],
  ["Object.assign([1], { extra: 2 })", () => Object.assign([1], { extra: 2 })],
  ["Object.freeze({ a: 1 })", () => Object.freeze({ a: 1 })],
  ["Object.freeze([1, 2])", () => Object.freeze([1, 2])],
  ["new Point()", () => new Point()],
  ["Object.create({ inherited: 1, a: 2 }) with own", inherited],
  ["Object.create(Object.create(null))", () => Object.create(Object.create(null) as object) as unknown],
  ["Object.create(Array.prototype)", () => Object.create(Array.prototype) as unknown],
  ["{ a: 1, hidden b }", hidden],
  [
    "{ get a() }",
    () => ({
      get a() {
        return 1;
      },
    }),
  ],
  [
    "{ get a() that throws }",
    () => ({
      get a() {
        return throwing();
      },
    }),
  ],
  ["{ own __proto__ }", withPrototypeKey],
  ["{ [Symbol.iterator]: 1, a: 2 }", () => ({ [Symbol.iterator]: 1, a: 2 })],
  ["{ constructor: 1 }", () => ({ constructor: 1 })],
  ["{ constructor: { prototype: {} } }", () => ({ constructor: { prototype: {} } })],
  ["{ constructor: undefined, a: 1 }", () => ({ constructor: undefined, a: 1 })],
  ["{ hasOwnProperty: () => true }", () => ({ hasOwnProperty: () => true })],
  ["{ [Symbol.toStringTag]: 'Array' }", () => ({ [Symbol.toStringTag]: "Array" })],
  ["{ [Symbol.toStringTag]: 'Object', a: 1 }", () => ({ [Symbol.toStringTag]: "Object", a: 1 })],
  ["{ length: 2, 0: 'a', 1: 'a' }", () => ({ length: 2, 0: "a", 1: "a" })],
  ["{ length: -1 }", () => ({ length: -1 })],
  ["{ length: 'x', splice: Array.prototype.splice }", () => ({ length: "x", splice: Array.prototype.splice })],
  ["{ length: 0, splice() {} }", () => ({ length: 0, splice: Array.prototype.splice })],
  ["{ valueOf: () => 7 }", () => ({ valueOf: () => 7 })],
  ["{ valueOf: () => 8n }", () => ({ valueOf: () => 8n })],
  ["{ toString: () => 'text' }", () => ({ toString: () => "text" })],
  ["{ valueOf: () => 7, toString: () => 'text' }", () => ({ valueOf: () => 7, toString: () => "text" })],
  ["{ toString that throws }", () => ({ toString: throwing, valueOf: throwing })],
  ["{ [Symbol.toPrimitive]: hint => hint }", () => ({ [Symbol.toPrimitive]: (hint: string) => hint })],
  ["new String('ab')", () => new String("ab")],
  ["new String('')", () => new String("")],
  ["new Number(5)", () => new Number(5)],
  ["new Number(NaN)", () => new Number(Number.NaN)],
  ["new Boolean(false)", () => new Boolean(false)],
  ["Object(1n)", () => Object(1n) as unknown],
  ["Object(Symbol.iterator)", () => Object(Symbol.iterator) as unknown],
  ["new Date(0)", () => new Date(0)],
  ["new Date(NaN)", () => new Date(Number.NaN)],
  ["/a(b)/gi", () => /a(b)/gi],
  ["new Map([['a', 1]])", () => new Map([["a", 1]])],
  ["new Map()", () => new Map()],
  ["new Set([1, NaN, 0])", () => new Set([1, Number.NaN, 0])],
  ["new Set()", () => new Set()],
  ["new WeakMap()", () => new WeakMap()],
  ["new WeakSet()", () => new WeakSet()],
  ["new Error('e')", () => new Error("e")],
  ["Promise.resolve(1)", () => Promise.resolve(1)],
  ["new Uint8Array([1, 2])", () => new Uint8Array([1, 2])],
  ["new Float64Array([-0, NaN])", () => new Float64Array([-0, Number.NaN])],
  ["new Float64Array(0)", () => new Float64Array(0)],
  ["new ArrayBuffer(4)", () => new ArrayBuffer(4)],
  ["new DataView(new ArrayBuffer(2))", () => new DataView(new ArrayBuffer(2))],
  ["Buffer.from('hi')", () => bufferOf("hi")],
  ["Buffer.alloc(0)", () => Buffer.alloc(0)],
  ["arguments (1, 1, 2)", () => argumentsOf(1, 1, 2)],
  ["arguments ()", () => argumentsOf()],
  ["() => 1", () => () => 1],
  ["function () {}", () => function () {}],
  ["function with properties", annotated],
  ["async () => 1", () => async () => 1],
  ["function* () {}", () => function* () {}],
  ["class {}", () => class {}],
  [
    "class { static a }",
    () =>
      class {
        static a = 1;
      },
  ],
  ["[1, 2][Symbol.iterator]()", () => [1, 2][Symbol.iterator]()],
  ["cyclic object", cyclic],
  ["cyclic array", cyclicArray],
  ["new Proxy({ a: 1 }, {})", () => new Proxy({ a: 1 }, {})],
  ["new Proxy([1, 2], {})", () => new Proxy([1, 2], {})],
  ["new Proxy(() => 1, {})", () => new Proxy(() => 1, {})],
  ["revoked proxy", () => revoked({})],
  ["foreign({})", () => foreign("{}")],
  ["foreign({ a: 1 })", () => foreign("{ a: 1 }")],
  ["foreign([1, [2]])", () => foreign("[1, [2]]")],
  ["foreign(Object.create(null))", () => foreign("Object.create(null)")],
  ["foreign(new Date(0))", () => foreign("new Date(0)")],
  ["foreign(/x/g)", () => foreign("/x/g")],
  ["foreign(() => 1)", () => foreign("() => 1")],
  ["foreign(new Map())", () => foreign("new Map()")],
  ["foreign(class instance)", () => foreign("new (class A { a = 1 })()")],
);

/** Arrays as a type `T[]` allows them: repeated elements, holes, frozen, subclassed. */
export function arraysOf(element: Samples): Samples {
  return fc
    .tuple(
      fc.array(element, { maxLength: 5 }),
      fc.array(fc.integer({ min: -1, max: 4 }), { maxLength: 9 }),
      fc.constantFrom("plain", "plain", "plain", "frozen", "subclass"),
    )
    .map(([pool, picks, make]) => arrayOf(pool, pool.length === 0 ? [] : picks, make));
}

function arrayOf(pool: readonly Sample[], picks: readonly number[], kind: string): Sample {
  const shown = picks.map((pick) => (pick < 0 ? "" : (pool[pick % pool.length]?.text ?? ""))).join(", ");
  const text = kind === "plain" ? `[${shown}]` : `${kind} [${shown}]`;
  return sample(text, (world) => {
    const values = pool.map((each) => each.make(world));
    const array = kind === "subclass" ? new List() : [];
    array.length = picks.length;
    picks.forEach((pick, index) => {
      if (pick >= 0) array[index] = values[pick % values.length];
    });
    return kind === "frozen" ? Object.freeze(array) : array;
  });
}

/** Objects with names of {@link KEYS} and values of the given samples; some without a prototype, some frozen. */
export function recordsOf(value: Samples): Samples {
  const entry = fc
    .tuple(fc.constantFrom(...KEYS), value)
    .filter(([key, each]) => key !== "length" || isShort(each.make({ calls: [] })));
  const entries = fc.array(entry, { maxLength: 4 });
  return fc.tuple(entries, fc.constantFrom("plain", "plain", "plain", "null", "frozen")).map(([pairs, kind]) => {
    const shown = pairs.map(([key, each]) => `${JSON.stringify(key)}: ${each.text}`).join(", ");
    return sample(kind === "plain" ? `{ ${shown} }` : `${kind} { ${shown} }`, (world) => {
      const record = (kind === "null" ? Object.create(null) : {}) as Record<string, unknown>;
      for (const [key, each] of pairs) record[key] = each.make(world);
      return kind === "frozen" ? Object.freeze(record) : record;
    });
  });
}

const shallow: Samples = fc.oneof({ weight: 3, arbitrary: primitives }, { weight: 1, arbitrary: exotic });
const nested: Samples = fc.oneof(shallow, arraysOf(shallow), recordsOf(shallow));

/** Every kind of object. */
export const objects: Samples = fc.oneof(
  { weight: 3, arbitrary: exotic },
  { weight: 2, arbitrary: recordsOf(nested) },
  { weight: 2, arbitrary: arraysOf(nested) },
);

/** Anything at all: what a parameter typed `unknown` may be given. */
export const anything: Samples = fc.oneof(
  { weight: 2, arbitrary: fc.oneof(strings, numbers) },
  { weight: 2, arbitrary: primitives },
  { weight: 5, arbitrary: objects },
);

/** Anything, and the objects all code shares: only for replacements that change no argument. */
export const readable: Samples = fc.oneof(
  { weight: 8, arbitrary: anything },
  {
    weight: 1,
    arbitrary: among(
      ["Object.prototype", () => Object.prototype],
      ["Array.prototype", () => Array.prototype],
      ["Function.prototype", () => Function.prototype],
      ["String.prototype", () => String.prototype],
      ["Math", () => Math],
      ["JSON", () => JSON],
      ["globalThis", () => globalThis],
      ["Object", () => Object],
      ["foreign(Object.prototype)", () => foreign("Object.prototype")],
    ),
  },
);
