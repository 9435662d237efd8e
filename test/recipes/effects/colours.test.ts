import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { installOriginals, root } from "../proof/originals.ts";
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

test("chalk 2 has a blue of its own for an old console of Windows", async () => {
  await isDeclared("chalk", "In an old console of Windows, blue is not made brighter, and gray text may be dimmed.");
  const blueOf = (load: string): string => {
    const script = `
      Object.defineProperty(process, "platform", { value: "win32" });
      const chalk = ${load};
      console.log(JSON.stringify(chalk.blue("a")));`;
    const run = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      cwd: `${root}/test/originals`,
      encoding: "utf8",
      env: { PATH: process.env["PATH"] ?? "", FORCE_COLOR: "1" },
    });
    return run.stdout.trim();
  };
  const recipe = pathToFileURL(`${root}/dist/recipes/chalk.js`).href;
  assert.equal(blueOf('(await import("chalk-2.4.2")).default'), '"\\u001b[94ma\\u001b[39m"');
  assert.equal(blueOf(`(await import("${recipe}")).default[0].exports.default`), '"\\u001b[34ma\\u001b[39m"');
});

test("what the replacement of chalk has not is refused with its name", async () => {
  for (const era of await loadRecipe("chalk"))
    for (const member of ["hex", "rgb", "ansi256", "level", "supportsColor", "Instance", "stderr", "template"]) {
      const answer = era.rewrite?.({ export: "default", members: [member], args: 1, literals: ["a"] });
      assert.ok(answer !== undefined && "refuse" in answer && answer.refuse.includes(member), member);
    }
});
