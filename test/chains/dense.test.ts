/** Whether a list that a link of a chain gives may have holes, which is why native methods may follow it. */
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { readCatalog } from "../../src/catalog/read.ts";
import { ts } from "../../src/typescript.ts";
import { chains } from "../../recipes/families/lodash/chains.ts";
import { installOriginals, root } from "../recipes/proof/originals.ts";

await installOriginals();
const load = createRequire(import.meta.url);
const catalog = await readCatalog(["lodash"]);
const [era] = catalog.get("lodash")?.eras ?? [];
const table = era?.entries.get(".");

/** The methods that say in their general form that they give a list, as `resultOf` of chains reads it. */
const listing = chains.links.filter((name) => {
  const replacement = table?.get(name);
  const type = replacement?.kind === "cases" ? replacement.cases.at(-1)?.function.type : undefined;
  return type !== undefined && ts.isArrayTypeNode(type);
});
const iteratees: Readonly<Record<string, unknown>> = {
  filter: () => true,
  flatMap: (value: unknown) => [value, , value],
  map: (value: unknown) => value,
};

for (const version of ["4.17.21", "4.18.1"])
  test(`lodash ${version}: no link that is said to give a list gives one with holes`, () => {
    const lodash: unknown = load(join(root, "test/originals/node_modules", `lodash-${version}`));
    assert.ok(typeof lodash === "function");
    assert.ok(listing.length > 40 && !listing.includes("reverse") && !listing.includes("fill"), listing.join());
    const withHoles = listing.filter((name) => {
      const method: unknown = Reflect.get(lodash, name);
      assert.ok(typeof method === "function", name);
      const list = [[1, , 3], , [5, ,], , 7];
      const given: unknown = name in iteratees ? method(list, iteratees[name]) : method(list);
      return Array.isArray(given) && Object.keys(given).length < given.length;
    });
    assert.deepEqual(withHoles, []);
  });
