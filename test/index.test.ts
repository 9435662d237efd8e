import assert from "node:assert/strict";
import { test } from "node:test";
import {
  analyze,
  apply,
  checkBudget,
  getExitCode,
  plan,
  readCatalog,
  readProject,
  reportAnalysis,
  undo,
} from "../src/index.ts";
import { makeProject, readTree } from "./cli/command.ts";
import { shop } from "./cli/shop.ts";

test("a program does what the commands do, by the same functions", async (context) => {
  const root = makeProject(context, shop);
  const before = readTree(root);
  const project = readProject(root);
  const catalog = await readCatalog(["left-pad"]);
  assert.match(reportAnalysis(analyze(project, catalog), "markdown"), /^## Dependencies of `shop`/);
  assert.equal(checkBudget(project).configured, false);

  const made = await plan(project, catalog, { packages: ["left-pad"] });
  assert.equal(getExitCode({ kind: "plan", plan: made, names: ["left-pad"], partial: false }), 0);
  assert.deepEqual((await apply(project, made)).removed, ["left-pad"]);
  assert.equal(undo(root).kind, "undone");
  assert.deepEqual(readTree(root), before);
});
