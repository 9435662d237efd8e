import assert from "node:assert/strict";
import { before, test } from "node:test";
import { installOriginals } from "../proof/originals.ts";
import { loadRecipe } from "../proof/prove.ts";
import { colourPackages, differencesIn, sampleCalls, subjectsOf, terminals } from "./terminals.ts";

before(installOriginals);

test("texts are coloured by the packages' own rules", async () => {
  const subjects = await subjectsOf(...colourPackages);
  const calls = sampleCalls(60);
  const found: string[] = [];
  // Every terminal: colours.full.ts.
  for (const terminal of terminals.filter((_, index) => index % 9 === 1)) {
    for (const each of await differencesIn(terminal, subjects, calls))
      found.push(`${JSON.stringify(terminal)}: ${each}`);
  }
  assert.deepEqual(found, []);
});

async function isDeclared(name: string, note: string): Promise<void> {
  const eras = await loadRecipe(name);
  assert.ok(eras.some((era) => era.deviations?.some((each) => each.note === note && each.severity === "quirk")));
}

test("A terminal that chalk 5 knows only since a later version is known.", async () => {
  await isDeclared(
    "chalk",
    "Gitea, WezTerm and Azure Pipelines are known to show colours, as the package knows them from its later versions on.",
  );
  const subjects = await subjectsOf("chalk");
  const terminal = { env: { TERM: "wezterm" }, isTerminal: true };
  const differing = await differencesIn(terminal, subjects, [{ styles: ["red"], args: ["a"] }]);
  assert.deepEqual(differing.slice(0, 1), ['chalk-5.0.0 default.red(["a"]): "a" and "\\u001b[31ma\\u001b[39m"']);
});

test("what the replacement of chalk has not is refused with its name", async () => {
  for (const era of await loadRecipe("chalk"))
    for (const member of ["hex", "rgb", "ansi256", "level", "supportsColor", "Instance", "stderr", "template"]) {
      const answer = era.rewrite?.({ export: "default", members: [member], args: 1, literals: ["a"] });
      assert.ok(answer !== undefined && "refuse" in answer && answer.refuse.includes(member), member);
    }
});
