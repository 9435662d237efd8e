/** What a memoized function remembers with, which no value that a call gives tells. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Recipe } from "../../../src/recipe.ts";
import { installOriginals, loadOriginal, type Original } from "../proof/originals.ts";
import { loadRecipe, originalsOf } from "../proof/prove.ts";

interface Cache {
  get(key: unknown): unknown;
  has(key: unknown): boolean;
  set(key: unknown, value: unknown): unknown;
  delete(key: unknown): boolean;
  clear(): void;
}
type Memoize = (action: (value: unknown) => unknown) => ((value: unknown) => unknown) & { cache: Cache };

const note = "The `cache` of a memoized function is a Map, where the package's is of a class of its own.";
const keys = [1, "1", "a", "__proto__", "hasOwnProperty", Number.NaN, -0, null, undefined, true, Symbol.iterator, []];

before(installOriginals);

async function memoizeOf(era: Recipe, original: Original): Promise<Memoize> {
  if ("default" in era.exports) return (await loadOriginal(original, undefined, "default"))["default"] as Memoize;
  return (await loadOriginal(original, undefined, era.require ?? "namespace"))["memoize"] as Memoize;
}

/** What each way to use the cache gives, and whether it is the same cache after. */
function use(memoize: Memoize): unknown[] {
  const memoized = memoize((value) => [value]);
  const { cache } = memoized;
  const given = keys.map((key) => memoized(key));
  const seen: unknown[] = keys.flatMap((key, at) => [cache.has(key), cache.get(key) === given[at], memoized(key)]);
  seen.push(cache.set("b", 2) === cache, memoized("b"), cache.delete("b"), cache.delete("b"));
  seen.push(memoized("b"), cache.clear(), cache.get("a"), cache.has(1), memoized.cache === cache);
  return seen;
}

for (const name of ["lodash", "lodash-es", "lodash.memoize"])
  test(`${name}: a memoized function has a Map that answers as the package's own class does`, async () => {
    for (const era of await loadRecipe(name)) {
      assert.ok(era.deviations?.some((each) => each.note === note));
      const own = (era.exports["memoize"] ?? era.exports["default"]) as Memoize;
      assert.ok(own(String).cache instanceof Map);
      for (const original of originalsOf(era)) {
        const theirs = await memoizeOf(era, original);
        assert.ok(!(theirs(String).cache instanceof Map), note);
        assert.deepEqual(use(own), use(theirs), original.alias);
      }
    }
  });
