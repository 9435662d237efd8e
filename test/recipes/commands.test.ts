import assert from "node:assert/strict";
import { before, test } from "node:test";
import { commandCases } from "./effects/commands.ts";
import { installOriginals } from "./proof/originals.ts";
import { loadRecipe, originalsOf } from "./proof/prove.ts";
import { tryCommands } from "./proof/scripts.ts";
import { readRecipes } from "./proof/source.ts";

before(installOriginals);

test("every recipe that speaks of commands has scripts that call them", async () => {
  const named: string[] = [];
  for (const { name } of readRecipes())
    if ((await loadRecipe(name)).some(({ commands }) => commands !== undefined)) named.push(name);
  assert.deepEqual(Object.keys(commandCases).sort(), named.sort());
});

for (const [name, cases] of Object.entries(commandCases)) {
  test(`${name}: scripts do without it what they did with it, or are refused with the reason`, async () => {
    // The other versions, and the other scripts: commands.full.ts.
    const highest = (await loadRecipe(name)).flatMap(originalsOf).at(-1);
    assert.ok(highest !== undefined);
    const short = cases.filter(({ isLong }) => isLong !== true);
    const sample = short.filter(({ expect }, index) => expect instanceof RegExp || index % 2 === 0);
    assert.deepEqual(await tryCommands(highest, sample), []);
  });
}
