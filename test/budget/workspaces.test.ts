import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { checkBudget } from "../../src/budget/check.ts";
import { updateBudget } from "../../src/budget/update.ts";
import { readTree } from "../../src/project/read.ts";
import { lockfile, tree } from "../project/tree.ts";
import { failure } from "./projects.ts";

const app = {
  name: "@own/app",
  version: "1.0.0",
  dependencies: { web: "1", "@own/kit": "1" },
  devDependencies: { runner: "1" },
};
const kit = { name: "@own/kit", version: "1.0.0", dependencies: { tiny: "1" }, devDependencies: { spy: "1" } };

/** The app needs web (with a), runner, and through the kit tiny; the kit needs tiny and spy. */
function monorepo(context: TestContext, budget: object) {
  const root = { workspaces: ["packages/*"], devDependencies: { lint: "1" } };
  const link = (path: string) => ({ resolved: path, link: true });
  const names = ["a", "tiny", "runner", "spy", "lint"].map((name) => [`node_modules/${name}`, { version: "1.0.0" }]);
  return readTree(
    tree(context, {
      "package.json": { ...root, shrinkdeps: { budget } },
      "packages/app/package.json": app,
      "packages/kit/package.json": kit,
      "package-lock.json": lockfile({
        "": root,
        "packages/app": app,
        "packages/kit": kit,
        "node_modules/@own/app": link("packages/app"),
        "node_modules/@own/kit": link("packages/kit"),
        "node_modules/web": { version: "1.0.0", dependencies: { a: "1" } },
        ...Object.fromEntries(names),
      }),
    }),
  );
}

test("the numbers of a workspace are its own dependencies and what the workspaces it needs bring in production", (context) => {
  const limits = { packages: 9, production: 9, direct: 9 };
  const workspaces = { "packages/app": limits, "@own/kit": limits, ".": limits };
  const { measurements } = checkBudget(monorepo(context, { workspaces }));
  const numbers = (workspace: string) =>
    measurements.filter((one) => one.workspace === workspace).map(({ limit, actual }) => `${limit} ${actual}`);
  assert.deepEqual(numbers("packages/app"), ["packages 4", "production 3", "direct 2"]);
  assert.deepEqual(numbers("packages/kit"), ["packages 2", "production 1", "direct 2"]);
  assert.deepEqual(numbers(""), ["packages 1", "production 0", "direct 1"]);
});

test("a workspace over its limit is a finding with the line of that limit and its own holders", (context) => {
  const { findings } = checkBudget(
    monorepo(context, { packages: 20, workspaces: { "packages/app": { packages: 3 } } }),
  );
  const [finding] = findings;
  assert.ok(finding?.kind === "limit" && findings.length === 1);
  const { workspace, over, place, holders } = finding.measurement;
  assert.deepEqual([workspace, over, place?.line], ["packages/app", 1, 13]);
  assert.deepEqual(
    holders.map(({ name, amount, place: at }) => [name, amount, at?.path]),
    [
      ["web", 2, "packages/app/package.json"],
      ["runner", 1, "packages/app/package.json"],
    ],
  );
});

test("an update lowers the limits of a workspace where they stand", (context) => {
  const { files, changes } = updateBudget(
    monorepo(context, { workspaces: { "@own/kit": { packages: 5, direct: 2 } } }),
  );
  assert.deepEqual(changes, [{ limit: "packages", workspace: "packages/kit", from: 5, to: 2 }]);
  const settings = files.find(({ path }) => path === "package.json");
  assert.deepEqual(JSON.parse(settings?.after ?? "").shrinkdeps.budget, {
    workspaces: { "@own/kit": { packages: 2, direct: 2 } },
  });
});

test("limits of workspaces that are malformed or of none are told with their line", (context) => {
  const check = (workspaces: unknown) => failure(() => checkBudget(monorepo(context, { workspaces })));
  assert.match(
    check({ "packages/ap": { packages: 1 } }),
    /^package.json:11: "packages\/ap" is no workspace .*\(there are: \., packages\/app, packages\/kit\)/,
  );
  assert.match(check({ "packages/app": { pakages: 1 } }), /^package.json:12: "pakages" is no limit/);
  assert.match(check({ "packages/app": { deny: [] } }), /^package.json:12: "deny" is no limit/);
  assert.match(check({ "packages/app": 3 }), /^package.json:11: the limits of a workspace must be an object/);
  assert.match(
    check({ "packages/app": {}, "@own/app": {} }),
    /^package.json:12: it is the workspace of "packages\/app", too/,
  );
  assert.match(check([]), /^package.json:10: "workspaces" must be an object/);
});
