/** What programs see of the instances of a class of errors, as values that can be compared. */
import { inspect, types } from "node:util";

export type Class = new (...args: unknown[]) => Error;

/** What an error may be made of. */
export const messages: readonly (readonly unknown[])[] = [
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
  const stack = String(attempt(() => made.stack)).split("\n");
  return {
    own: own.map((key) => [key, Object.getOwnPropertyDescriptor(made, key)]),
    kinds: known.map((one) => made instanceof one),
    kin: [made instanceof Error, types.isNativeError(made), Object.prototype.toString.call(made)],
    texts: [attempt(() => String(made)), made.name, made.message, made.constructor.name, JSON.stringify(made)],
    stack: [stack[0], placeOf(stack.find((line) => line.startsWith("    at ")))],
    ownStack: attempt(() => Object.hasOwn(made, "stack") && Object.keys(made).includes("stack")),
    shown: attempt(() => inspect(made).split("\n")[0]),
    copied: copyOf(made),
  };
}

function attempt(look: () => unknown): unknown {
  try {
    return look();
  } catch (error) {
    return ["thrown", error instanceof Error && error.name];
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
export function uses(one: Class): readonly ((args: readonly unknown[]) => unknown)[] {
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
