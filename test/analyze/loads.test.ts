/** Recipes that speak for a package only with certain versions of what it loads. */
import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { catalogOf } from "../../src/catalog/read.ts";
import { parseRecipe } from "../../src/catalog/parse.ts";
import { readProject } from "../../src/project/read.ts";
import { plan } from "../../src/rewrite/make-plan.ts";
import { makeProject } from "../cli/command.ts";

const recipe = `import { defineRecipe } from "../src/recipe.ts";
export default defineRecipe({
  package: "lantern",
  versions: ">=1.0 <2",
  loads: { wick: ">=1.2 <2" },
  replacement: "String",
  floor: { node: "0.10.0" },
  exports: { default: String },
});
`;

/** Why the package stays in a project with those packages by their places. */
async function reasons(context: TestContext, packages: Readonly<Record<string, object>> | undefined) {
  const dependencies = { lantern: "^1.0.0" };
  const lock = {
    name: "harbour",
    lockfileVersion: 3,
    packages: { "": { name: "harbour", dependencies }, ...packages },
  };
  const directory = makeProject(context, {
    "package.json": { name: "harbour", private: true, dependencies },
    ...(packages && { "package-lock.json": lock }),
    "index.js": 'const lantern = require("lantern");\nconsole.log(lantern(1));\n',
    "node_modules/lantern/package.json": { name: "lantern", version: "1.0.0" },
    "node_modules/wick/package.json": { name: "wick", version: "1.2.0" },
  });
  const made = await plan(readProject(directory), catalogOf({ lantern: recipe }), { packages: ["lantern"] });
  return made.packages[0]?.reasons;
}

const lantern = { version: "1.0.0", dependencies: { wick: "^1.0.0" } };

test("a package is replaced where it loads a version that its recipe speaks for", async (context) => {
  const packages = { "node_modules/lantern": lantern, "node_modules/wick": { version: "1.2.0" } };
  assert.deepEqual(await reasons(context, packages), []);
});

test("it stays where it loads another version, whatever the project has besides", async (context) => {
  const packages = {
    "node_modules/lantern": lantern,
    "node_modules/lantern/node_modules/wick": { version: "1.1.9" },
    "node_modules/wick": { version: "1.2.0" },
  };
  assert.deepEqual(await reasons(context, packages), [
    "index.js:1:17: it loads wick 1.1.9, and its replacement does what wick >=1.2 <2 does: update that first",
  ]);
});

test("it stays where another package stands in its place", async (context) => {
  const fork = { version: "1.2.0", name: "fork", resolved: "https://packages.example/fork/-/fork-1.2.0.tgz" };
  const packages = { "node_modules/lantern": lantern, "node_modules/wick": fork };
  assert.deepEqual(await reasons(context, packages), [
    "index.js:1:17: no lockfile tells which wick it loads, and its replacement does what wick >=1.2 <2 does",
  ]);
});

test("it stays where no lockfile tells what it loads", async (context) => {
  assert.deepEqual(await reasons(context, undefined), [
    "index.js:1:17: no lockfile tells which wick it loads, and its replacement does what wick >=1.2 <2 does",
  ]);
});

test("ranges of what is loaded are texts", () => {
  assert.throws(
    () => parseRecipe("lantern.ts", recipe.replace('">=1.2 <2"', "1")),
    (error: Error) => error.message.includes("`loads` has a range for each package"),
  );
});
