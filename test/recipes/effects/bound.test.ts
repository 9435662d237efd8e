/** What lodash's bound and partial functions do as methods, with `new` and inside each other, and what copies share. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { installOriginals, listOriginals, loadOriginal } from "../proof/originals.ts";
import { loadRecipe } from "../proof/prove.ts";

type Method = (...args: readonly unknown[]) => unknown;
type Kit = Readonly<Record<string, Method>>;

/** The replacement and every version of lodash, one after the other. */
async function kits(): Promise<readonly (readonly [string, Kit])[]> {
  const [era] = await loadRecipe("lodash");
  const table = Object.entries(era?.exports ?? {}).map(([name, use]) => {
    const last: unknown = Array.isArray(use) ? use[use.length - 1] : use;
    return [name, last as Method] as const;
  });
  const originals = listOriginals().filter((each) => each.package === "lodash");
  const loaded = originals.map(async (original) => {
    const { default: whole } = await loadOriginal(original, undefined, "default");
    return [original.version, whole as Kit] as const;
  });
  return [["the replacement", Object.fromEntries(table)], ...(await Promise.all(loaded))];
}

before(installOriginals);

const list = function (this: unknown, ...args: readonly unknown[]): unknown {
  return [this === undefined || this === globalThis ? "nothing" : this, ...args];
};

test("bindAll binds the methods of an object to it", async () => {
  for (const [name, kit] of await kits()) {
    const view = { label: "ok", click: list, other: list, kept: list };
    assert.equal(kit["bindAll"]?.(view, ["click"], "other"), view, name);
    const { click, other, kept } = view;
    assert.deepEqual([click(1), other(), kept.call(7)], [[view, 1], [view], [7]], name);
  }
});

test("what is bound, or given arguments ahead, makes objects with new", async () => {
  class Point {
    constructor(
      readonly x: unknown,
      readonly y: unknown,
    ) {}
  }
  for (const [name, kit] of await kits()) {
    for (const made of [kit["bind"]?.(Point, { self: 1 }, 1), kit["partial"]?.(Point, 1)]) {
      const point = Reflect.construct(made as new () => Point, [2]) as Point;
      assert.deepEqual([point instanceof Point, point.x, point.y], [true, 1, 2], name);
    }
    const right = Reflect.construct(kit["partialRight"]?.(Point, 1) as new () => Point, [2]) as Point;
    assert.deepEqual([right.x, right.y], [2, 1], name);
  }
});

test("they work inside each other", async () => {
  const [ours, ...theirs] = (await kits()).map(([name, kit]) => {
    const of = (method: string, ...args: readonly unknown[]): Method => kit[method]?.(...args) as Method;
    const results = [
      of("bind", of("bind", list, 1, "a"), 2, "b")("c"),
      of("partial", of("partialRight", list, "z"), "a")("m"),
      of("partial", of("bind", list, 1), "a")("m"),
      of("bind", of("partial", list, "a"), 1)("m"),
      of("ary", of("partial", list, "a"), 1)("b", "c"),
      of("ary", of("bind", list, 1, "a"), 1)("b", "c"),
      of("partial", of("ary", list, 2), "a")("b", "c"),
      of("rearg", of("partial", list, "a"), 1, 0)("b", "c"),
      of("rearg", of("ary", list, 2), [2, 0, 1])("a", "b", "c"),
      of("ary", of("rearg", list, [2, 0, 1]), 2)("a", "b", "c"),
      of("unary", of("rearg", list, 1))("a", "b"),
      of("ary", of("ary", list, 1), 2)("a", "b", "c"),
      of("ary", of("ary", list, 2), 1)("a", "b", "c"),
      of("flip", of("partial", list, "a"))("b", "c"),
      of("flip", of("partialRight", list, "a"))("b", "c"),
      of("partial", of("flip", list), "a")("b", "c"),
      of("rearg", of("rearg", list, 1, 0), 0, 1)("a", "b"),
      of("wrap", "x", of("bind", list, 1))("y"),
      of("rest", of("partial", list, "a"))("b", "c"),
    ];
    return { name, results };
  });
  assert.deepEqual(ours?.results[0], [1, "a", "b", "c"]);
  for (const { name, results } of theirs) assert.deepEqual(ours?.results, results, name);
});

test("a copy of a Map or a Set has copies of what that holds", async () => {
  for (const [name, kit] of await kits()) {
    const item = { a: { b: 1 } };
    const [set] = [...(kit["clone"]?.(new Set([item])) as Set<typeof item>)];
    const map = (kit["clone"]?.(new Map([[1, item]])) as Map<number, typeof item>).get(1);
    assert.deepEqual([set, map], [item, item], name);
    assert.deepEqual(
      [set === item, map === item, set?.a === item.a, map?.a === item.a],
      [false, false, true, true],
      name,
    );
  }
});
