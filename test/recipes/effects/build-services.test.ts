import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import semver from "semver";
import type { Recipe } from "../../../src/recipe.ts";
import { installOriginals, listOriginals, root } from "../proof/originals.ts";
import { loadRecipe } from "../proof/prove.ts";

before(installOriginals);

type Environment = Readonly<Record<string, string>>;

const originals = path.join(root, "test", "originals", "node_modules");
const values = ["1", "", "false", "true", "codeship", "sourcehut", "woodpecker", "/app/.heroku/node/bin/node --x", "0"];

/** A version of a package beside the era of its recipe that stands for it. */
interface Subject {
  readonly alias: string;
  readonly era: number;
}

/** The versions of a package that its recipe speaks for. */
async function subjectsOf(name: string): Promise<Subject[]> {
  const eras = await loadRecipe(name);
  return listOriginals()
    .filter((one) => one.package === name)
    .map(({ alias, version }) => ({ alias, era: eras.findIndex((each) => semver.satisfies(version, each.versions)) }))
    .filter(({ era }) => era !== -1);
}

/** What a version of a package says, loaded anew in an environment. */
function saysIn(environment: Environment, alias: string): unknown {
  const require = createRequire(path.join(originals, alias, "package.json"));
  return within(environment, () => {
    for (const file of Object.keys(require.cache)) if (/ci-info|is-ci/.test(file)) delete require.cache[file];
    const loaded = require("./index.js") as boolean | { readonly isCI: unknown };
    return typeof loaded === "boolean" ? loaded : loaded.isCI;
  });
}

/** What each era of a recipe says, loaded anew in an environment. */
function allSayIn(environment: Environment, name: string): Promise<unknown[]> {
  const url = pathToFileURL(path.join(root, "dist", "recipes", `${name}.js`)).href;
  return within(environment, async () => {
    const recipe = (await import(`${url}?${++loads}`)) as { readonly default: readonly Recipe[] };
    return recipe.default.map(({ exports }) => Object.values(exports)[0]);
  });
}

let loads = 0;

/** What an action gives that finds these variables and no others. */
function within<T>(environment: Environment, action: () => T): T {
  const own = process.env;
  process.env = { ...environment };
  const back = (): void => void (process.env = own);
  const given = action();
  if (given instanceof Promise) return given.finally(back) as T;
  back();
  return given;
}

/** The names of variables in the sources of every ci-info there is. */
function namesOf(): string[] {
  const files = listOriginals()
    .filter((one) => one.package === "ci-info")
    .flatMap(({ alias }) => ["index.js", "vendors.json"].map((file) => path.join(originals, alias, file)));
  const words = files.flatMap((file) => readFileSync(file, "utf8").match(/\b[A-Za-z]\w+\b/g) ?? []);
  return [...new Set(words)].filter((word) => /^[A-Z][A-Z_\d]+$|_/.test(word)).sort();
}

for (const name of ["is-ci", "ci-info"] as const)
  test(`${name}: a build service is one in every environment where it was one`, async () => {
    const subjects = await subjectsOf(name);
    const names = namesOf();
    assert.ok(names.length > 100 && subjects.length > 6);
    const seen = new Set<string>();
    const tryIn = async (environment: Environment): Promise<void> => {
      const replacements = await allSayIn(environment, name);
      for (const { alias, era } of subjects) {
        const expected = saysIn(environment, alias);
        assert.equal(replacements[era], expected, JSON.stringify({ alias, environment }));
        seen.add(`${alias} ${String(expected)}`);
      }
    };
    await tryIn({});
    for (const each of names) await tryIn({ [each]: "1" });
    const some = fc.dictionary(
      fc.constantFrom(...names, "CI", "CI_NAME", "NODE", "BUILD_ID"),
      fc.constantFrom(...values),
      {
        minKeys: 1,
        maxKeys: 3,
      },
    );
    for (const environment of fc.sample(some, { numRuns: 300, seed: 20_261_129 })) await tryIn(environment);
    for (const environment of [
      ...values.flatMap((value) => ["CI", "CI_NAME", "NODE", "RUN_ID"].map((one) => ({ [one]: value }))),
      { JENKINS_URL: "1", BUILD_ID: "1" },
      { TASK_ID: "1", RUN_ID: "1" },
      { CI: "false", GITHUB_ACTIONS: "true" },
      { CI: "false", NODE: "/app/.heroku/node/bin/node" },
      { CI: "false", CI_NAME: "codeship" },
      { CI: "False" },
    ])
      await tryIn(environment);
    assert.equal(seen.size, subjects.length * 2);
  });
