import assert from "node:assert/strict";
import { before, test } from "node:test";
import { commandCases } from "./effects/commands.ts";
import { installOriginals } from "./proof/originals.ts";
import { loadRecipe, originalsOf } from "./proof/prove.ts";
import { tryCommands } from "./proof/scripts.ts";

before(installOriginals);

for (const [name, cases] of Object.entries(commandCases)) {
  test(`${name}: scripts do without it what they did with any version of it, or are refused`, async () => {
    const wrong: string[] = [];
    for (const original of (await loadRecipe(name)).flatMap(originalsOf))
      wrong.push(...(await tryCommands(original, cases)));
    assert.deepEqual(wrong, []);
  });
}
