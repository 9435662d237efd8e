import fc from "fast-check";
import { type Class, messages, uses } from "../effects/instances.ts";
import { among } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const names = among(
  ["a name", () => "NotFound"],
  ["an empty name", () => ""],
  [
    "a function",
    () =>
      function Old(this: { text: unknown }, text: unknown) {
        this.text = text;
      },
  ],
  ["an arrow", () => () => undefined],
  ["undefined", () => undefined],
  ["null", () => null],
  ["0", () => 0],
  ["an object", () => ({})],
);
const parents = among(
  ["undefined", () => undefined],
  ["null", () => null],
  ["Error", () => Error],
  ["RangeError", () => RangeError],
  ["a class", () => class Own extends Error {}],
  ["a function", () => function Parent() {}],
  ["an arrow", () => () => undefined],
  ["a text", () => "Error"],
  ["0", () => 0],
);

/** Of the class a call gives, everything that programs do with one. */
function portrait(made: unknown): unknown {
  if (typeof made !== "function") return made;
  const { super_: parent, super: same } = made as unknown as Record<string, unknown>;
  const keys = [Reflect.ownKeys(made), parent === same, typeof parent === "function" && parent.name];
  if (!isMaker(made)) return keys;
  const shape = Object.getOwnPropertyDescriptors(made.prototype);
  const tried = uses(made as Class).map((use) => messages.map((args) => JSON.stringify(use(args))));
  return [...keys, Object.keys(shape), shape["constructor"]?.enumerable, tried];
}

/** A function that was given has its parent now, which each side has its own of. */
function forget(made: unknown): void {
  if (typeof made !== "function") return;
  for (const key of ["super", "super_"]) Reflect.deleteProperty(made, key);
  Reflect.set(made, "prototype", {});
}

function isMaker(made: unknown): boolean {
  try {
    Reflect.construct(Object, [], made as Class);
    return true;
  } catch {
    return false;
  }
}

export default {
  share: 0.5,
  arguments: { default: fc.oneof(fc.tuple(names, parents), fc.tuple(names)) },
  surround: (call) => {
    let made: unknown;
    try {
      made = call();
      return portrait(made);
    } finally {
      forget(made);
    }
  },
} satisfies ProofSettings;
