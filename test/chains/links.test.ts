/** Which methods of a wrapper give another one: lodash itself tells. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { chains } from "../../recipes/families/lodash/chains.ts";
import { methods } from "../../recipes/families/lodash/methods.ts";
import { installOriginals, listOriginals, loadOriginal } from "../recipes/proof/originals.ts";

type Wrapper = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

/** True when a method gives a wrapper whatever it is called on, as far as it can be called. */
function givesWrapper(wrap: (value: unknown) => Wrapper, name: string): boolean {
  const values = [[1, 2], { a: 1 }, "ab", () => 1, 3];
  const given = [[], [() => 1], ["a"], [[1]], [1, () => 2]];
  const results: boolean[] = [];
  for (const value of values) {
    for (const args of given) {
      try {
        const result = wrap(value)[name]?.(...args);
        results.push(typeof result === "object" && result !== null && "__wrapped__" in result);
      } catch {
        continue;
      }
    }
  }
  return results.length > 0 && results.every(Boolean);
}

it("knows of every method with a replacement whether it goes on with a chain", async () => {
  await installOriginals();
  for (const original of listOriginals().filter((each) => each.package === "lodash")) {
    const { default: wrap } = await loadOriginal(original, undefined, "default");
    const going = Object.keys(methods).filter((name) => givesWrapper(wrap as (value: unknown) => Wrapper, name));
    assert.deepEqual([...chains.links].sort(), going.sort(), original.version);
  }
});
