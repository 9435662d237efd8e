import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { describeError, ShrinkdepsError } from "../../src/errors.ts";
import { readProject } from "../../src/project/read.ts";
import { readSettings } from "../../src/project/settings.ts";
import { tree } from "./tree.ts";

function settingsIn(context: TestContext, files: Readonly<Record<string, string | object>>) {
  return readSettings(readProject(tree(context, { "package.json": {}, ...files }), { sources: false }));
}

function failure(context: TestContext, files: Readonly<Record<string, string | object>>): string {
  try {
    settingsIn(context, files);
  } catch (error) {
    assert.ok(error instanceof ShrinkdepsError);
    assert.equal(error.kind, "settings");
    return describeError(error);
  }
  return "read";
}

test("settings are read from the manifest or from a file of their own", (context) => {
  const settings = { budget: { packages: 3 }, target: { node: "18" } };
  assert.deepEqual(settingsIn(context, { "package.json": { shrinkdeps: settings } }), {
    path: "package.json",
    ...settings,
  });
  assert.deepEqual(settingsIn(context, { "shrinkdeps.json": { $schema: "x", ...settings } }), {
    path: "shrinkdeps.json",
    ...settings,
  });
  assert.deepEqual(settingsIn(context, {}), { path: "package.json" });
});

test("what is unknown or malformed is named with its line", (context) => {
  assert.equal(
    failure(context, { "shrinkdeps.json": '{\n  "budgets": {}\n}' }),
    'shrinkdeps.json:2: "budgets" is no setting (known are: budget, recipes, target)',
  );
  assert.equal(
    failure(context, { "package.json": '{\n  "shrinkdeps": {\n    "budget": 3\n  }\n}' }),
    'package.json:3: "budget" must be an object of limits',
  );
  assert.equal(
    failure(context, { "package.json": '{"shrinkdeps": []}' }),
    "package.json:1: the settings must be an object",
  );
  assert.match(failure(context, { "shrinkdeps.json": "{\n" }), /^shrinkdeps.json:2: it is not valid JSON/);
  assert.match(failure(context, { "shrinkdeps.json": '{"target": {"deno": "2"}}' }), /"deno" is no target/);
  assert.match(failure(context, { "shrinkdeps.json": '{"target": {"node": ">=18"}}' }), /must be a version/);
  assert.match(failure(context, { "shrinkdeps.json": '{"__proto__": 1}' }), /"__proto__" is no setting/);
});

test("settings in both places are an error, since one would be ignored", (context) => {
  const files = { "package.json": { shrinkdeps: {} }, "shrinkdeps.json": {} };
  assert.equal(
    failure(context, files),
    "package.json:2: there are settings here and in shrinkdeps.json (keep one of the two)",
  );
});
