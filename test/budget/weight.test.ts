import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

test("a budget check loads no compiler", () => {
  const root = fileURLToPath(new URL("../../../", import.meta.url));
  const program = `
    import { register } from "node:module";
    const hook = "export async function load(url, context, next) { console.log(url); return next(url, context); }";
    register("data:text/javascript," + encodeURIComponent(hook));
    const { readProject } = await import(${JSON.stringify(new URL("../../src/project/read.js", import.meta.url).href)});
    const { checkBudget } = await import(${JSON.stringify(new URL("../../src/budget/check.js", import.meta.url).href)});
    const { measurements } = checkBudget(readProject(${JSON.stringify(root)}, { sources: false }));
    console.log("packages", measurements[0].actual);
  `;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" });
  assert.match(stdout, /^packages \d+$/m, stderr);
  assert.match(stdout, /budget\/check\.js/);
  assert.match(stdout, /node_modules\/semver\//);
  assert.doesNotMatch(stdout, /ts-morph|typescript/);
});
