/** What functions see as their `this` when lodash calls them, which no value that a call gives tells. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import type { Recipe } from "../../../src/recipe.ts";
import { installOriginals, loadOriginal } from "../proof/originals.ts";
import { loadRecipe, originalsOf } from "../proof/prove.ts";
import { readRecipes } from "../proof/source.ts";

type Method = (...args: readonly unknown[]) => unknown;
type Make = (note: (self: unknown) => void) => Method;

const note = "A function in strict mode has no `this`, where the package gives it the global object.";

before(installOriginals);

/** Calls in which a method may come to call a function: it, and what it gives, with the function in each place. */
const calls: readonly ((f: Method) => readonly unknown[])[] = [
  (f) => [f],
  (f) => [[f]],
  (f) => [[[f, f]]],
  (f) => [f, f],
  (f) => [f, 1],
  (f) => [[1, 2], f],
  (f) => [{ a: 1 }, f],
  (f) => [2, f],
  (f) => [[1], [2], f],
  (f) => [{ a: 1 }, { b: 2 }, f],
  (f) => [[1], f, 0],
  (f) => [{ a: {} }, "a", f],
  (f) => [{ a: 1 }, "a", 1, f],
  (f) => [{ a: f }, "a"],
  (f) => [[{ a: f }], "a"],
  (f) => [[[1, 2]], f],
  (f) => [{ a: f }],
  (f) => ["abc", /b/g, f],
];

function nameOf(self: unknown): string {
  if (self === undefined) return "nothing";
  if (self === globalThis) return "the global object";
  return typeof self === "object" && self !== null
    ? (Object.getPrototypeOf(self)?.constructor?.name ?? "bare")
    : typeof self;
}

/** What a function sees in each of the calls. */
function look(method: Method, make: Make): string[] {
  const seen: string[] = [];
  const action = make((self) => seen.push(nameOf(self)));
  for (const args of calls) {
    seen.push("call");
    try {
      const given = method(...args(action));
      if (typeof given !== "function" || given === action) continue;
      for (const each of [1, { a: 1 }]) (given as Method)(each, 2);
    } catch {
      // Whether it throws is for the proofs.
    }
  }
  return seen;
}

const strict: Make = (see) =>
  function (this: unknown, ...args) {
    see(this);
    return args[0];
  };
/** A function that is not in strict mode, as no function of this file can be. */
const sloppy: Make = (see) =>
  new Function("see", "return function (given) { see(this); return given; }")(see) as Method;

function lastOf(use: unknown): Method | undefined {
  const last: unknown = Array.isArray(use) ? use[use.length - 1] : use;
  return typeof last === "function" ? (last as Method) : undefined;
}

/** The exports whose functions see another `this` than the package's at any version. */
async function differing(era: Recipe, make: Make): Promise<string[]> {
  const found = new Set<string>();
  for (const original of originalsOf(era)) {
    const theirs = await loadOriginal(
      original,
      undefined,
      "default" in era.exports ? "default" : (era.require ?? "namespace"),
    );
    const both = Object.entries(era.exports).flatMap(([name, use]) => {
      const [method, own] = [theirs[name], lastOf(use)];
      if (typeof method !== "function" || own === undefined) return [];
      return [{ name, before: look(method as Method, make), after: look(own, make) }];
    });
    // What is put off comes in the meantime.
    await wait(30);
    for (const one of both) if (one.before.join() !== one.after.join()) found.add(one.name);
  }
  return [...found].sort();
}

for (const { name } of readRecipes()) {
  if (!/^lodash\b/.test(name)) continue;
  test(`${name}: functions have the \`this\` that the package gives them, but for what is declared`, async () => {
    for (const era of await loadRecipe(name)) {
      const declared = era.deviations?.find((each) => each.note === note);
      const exports = declared === undefined ? [] : (declared.exports ?? ["default"]);
      assert.deepEqual(await differing(era, strict), [...exports].sort());
      assert.deepEqual(await differing(era, sloppy), []);
    }
  });
}
