/** Classes of recipes make the instances that those of their packages make, for whoever extends, throws or shows them. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { inspect, isDeepStrictEqual, types } from "node:util";
import { installOriginals, loadOriginal } from "../proof/originals.ts";
import { loadRecipe, originalsOf } from "../proof/prove.ts";

type Class = new (...args: unknown[]) => Error;

before(installOriginals);

/** Exports that are classes, by package. */
const classes: Readonly<Record<string, readonly string[]>> = {
  "p-timeout": ["TimeoutError"],
};

const messages: readonly (readonly unknown[])[] = [
  [],
  ["text"],
  [""],
  [undefined],
  [undefined, "more"],
  [null],
  [0],
  [{ code: 1 }],
  [new RangeError("inner")],
  [Symbol("no text")],
  ["text", { cause: "why" }],
  ["text", null],
  ["a\nb", 1, 2],
];

/** Everything a program can ask of an instance, in words; the error where there is none. */
function portrait(make: () => Error, known: readonly Class[]): unknown {
  let made: Error;
  try {
    made = make();
  } catch (error) {
    return { failed: error instanceof Error ? error.name : error };
  }
  const own = Reflect.ownKeys(made).filter((key) => key !== "stack");
  const stack = String(made.stack).split("\n");
  return {
    own: own.map((key) => [key, Object.getOwnPropertyDescriptor(made, key)]),
    kinds: known.map((one) => made instanceof one),
    kin: [made instanceof Error, types.isNativeError(made), Object.prototype.toString.call(made)],
    texts: [textOf(made), made.name, made.message, made.constructor.name, JSON.stringify(made)],
    stack: [stack[0], placeOf(stack.find((line) => line.startsWith("    at ")))],
    hasStack: Object.hasOwn(made, "stack") && Object.getOwnPropertyDescriptor(made, "stack")?.enumerable,
    shown: inspect(made).split("\n")[0],
    copied: copyOf(made),
  };
}

function textOf(made: Error): unknown {
  try {
    return String(made);
  } catch (error) {
    return ["no text", error instanceof Error && error.name];
  }
}

function copyOf(made: Error): unknown {
  try {
    const copy: unknown = structuredClone(made);
    return [Object.prototype.toString.call(copy), copy instanceof Error && [copy.name, copy.message]];
  } catch (error) {
    return error instanceof Error && error.name;
  }
}

/** A frame by its function's name: both sides are in files of their own. */
function placeOf(frame: string | undefined): string | undefined {
  return frame?.replace(/\(?(?:file:|\/|[A-Z]:)[^)]*\)?/, "").trim();
}

/** Uses of a class, each with the arguments it is given. */
function uses(one: Class): readonly ((args: readonly unknown[]) => unknown)[] {
  class Plain extends one {}
  class Own extends one {
    readonly extra: number;
    constructor(...args: unknown[]) {
      super(...args);
      this.extra = 1;
    }
  }
  class Renamed extends one {}
  Object.defineProperty(Renamed.prototype, "name", { value: "Other", configurable: true });
  function Late(): void {}
  const known = [one, Plain, Own, Renamed];
  return [
    (args) => portrait(() => new one(...args), known),
    (args) => portrait(() => new Plain(...args), known),
    (args) => portrait(() => new Own(...args), known),
    (args) => portrait(() => new Renamed(...args), known),
    (args) => portrait(() => Reflect.construct(one, args) as Error, known),
    (args) => portrait(() => Reflect.construct(one, args, Late) as Error, known),
    (args) => portrait(() => (one as unknown as (...all: readonly unknown[]) => Error)(...args), known),
    () => [one.name, one.length, typeof one, Object.keys(one), Object.keys(one.prototype)],
    () => [Object.create(one.prototype) instanceof one, {} instanceof one, new Error("plain") instanceof one],
    () => ["name", "message", "stack", "constructor"].map((key) => Object.hasOwn(one.prototype, key)),
    () => [one.prototype.name, one.prototype.message, one.prototype.constructor === one],
  ];
}

for (const [name, exported] of Object.entries(classes))
  for (const key of exported)
    test(`${name}: ${key} is the class that the package has`, async () => {
      let compared = 0;
      for (const era of await loadRecipe(name))
        for (const original of originalsOf(era)) {
          const shape = era.require ?? ("default" in era.exports ? "default" : "namespace");
          const theirs = (await loadOriginal(original, undefined, shape))[key] as Class;
          const ours = era.exports[key] as Class;
          assert.equal(typeof theirs, "function", `${original.alias} has no ${key}`);
          const ourUses = uses(ours);
          for (const [index, use] of uses(theirs).entries())
            for (const args of messages) {
              const [expected, found] = [use(args), ourUses[index]?.(args)];
              const where = `${original.alias}, use ${index} of ${key} with ${inspect(args)}`;
              if (!isDeepStrictEqual(found, expected)) assert.deepEqual(found, expected, where);
              compared += 1;
            }
        }
      assert.ok(compared > 0, `no version of ${name} was tried`);
    });
