/** Deviations that show only beside another package. */
import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { analyze } from "../../src/analyze/analyze.ts";
import { catalogOf } from "../../src/catalog/read.ts";
import { readProject } from "../../src/project/read.ts";
import { plan } from "../../src/rewrite/make-plan.ts";
import { makeProject } from "../cli/command.ts";

const recipe = `import { defineRecipe } from "../src/recipe.ts";
export default defineRecipe({
  package: "lantern",
  versions: ">=1.0 <2",
  replacement: "String",
  floor: { node: "0.10.0" },
  deviations: [{ severity: "observable", beside: "wick", note: "It burns without a wick." }],
  exports: { default: String },
});
`;

type Packages = Readonly<Record<string, { readonly asks?: Readonly<Record<string, string>> }>>;

/** Whether and why the package stays, in a project with those packages. */
async function found(context: TestContext, packages: Packages, asked: readonly string[], isLocked = true) {
  const dependencies = Object.fromEntries(asked.map((name) => [name, "^1.0.0"]));
  const each = Object.entries(packages).map(([name, { asks }]) => [
    `node_modules/${name}`,
    { version: "1.0.0", ...(asks && { dependencies: asks }) },
  ]);
  const lock = {
    name: "harbour",
    lockfileVersion: 3,
    packages: { "": { name: "harbour", dependencies }, ...Object.fromEntries(each) },
  };
  const directory = makeProject(context, {
    "package.json": { name: "harbour", private: true, dependencies },
    ...(isLocked && { "package-lock.json": lock }),
    "index.js": 'const lantern = require("lantern");\nconsole.log(lantern(1));\n',
    "node_modules/lantern/package.json": { name: "lantern", version: "1.0.0" },
  });
  const catalog = catalogOf({ lantern: recipe });
  const made = await plan(readProject(directory), catalog, { packages: ["lantern"] });
  const report = analyze(readProject(directory), catalog).dependencies.find(({ name }) => name === "lantern");
  return { reasons: made.packages[0]?.reasons, outcome: made.packages[0]?.outcome, removal: report?.removal };
}

const free = { reasons: [], outcome: "remove", removal: "automatic" };
const bound = {
  reasons: ["differs observably: It burns without a wick. (allow it with --allow-deviations)"],
  outcome: "stay",
  removal: "allowed",
};

test("a deviation beside a package that is not there is none", async (context) => {
  assert.deepEqual(await found(context, { lantern: {} }, ["lantern"]), free);
});

test("it is one where the project or another package asks for it", async (context) => {
  assert.deepEqual(await found(context, { lantern: {}, wick: {} }, ["lantern", "wick"]), bound);
  const other = { lantern: {}, lamp: { asks: { wick: "^1.0.0" } }, wick: {} };
  assert.deepEqual(await found(context, other, ["lantern", "lamp"]), bound);
});

test("what the package brings itself does not count", async (context) => {
  const own = { lantern: { asks: { oil: "^1.0.0" } }, oil: { asks: { wick: "^1.0.0" } }, wick: {} };
  assert.deepEqual(await found(context, own, ["lantern"]), free);
});

test("without a lockfile it may be there", async (context) => {
  assert.deepEqual(await found(context, { lantern: {} }, ["lantern"], false), bound);
});
