import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { analyze } from "../../src/analyze/analyze.ts";
import type { Relief } from "../../src/analyze/analysis.ts";
import { rankRemovable } from "../../src/analyze/rank.ts";
import { catalogOf } from "../../src/catalog/read.ts";
import { readProject } from "../../src/project/read.ts";
import { makeProject } from "../cli/command.ts";

interface Package {
  readonly code: string;
  readonly repository?: string;
  /** False: the lockfile lists it, and it is not there. */
  readonly installed?: boolean;
}

/** What is said of unused dependencies, each on a line of its own in the manifest and so of the same size. */
function analyzed(context: TestContext, packages: Readonly<Record<string, Package>>) {
  const dependencies = Object.fromEntries(Object.keys(packages).map((name) => [name, "^1.0.0"]));
  const files: Record<string, string | object> = {
    "package.json": { name: "harbour", private: true, dependencies },
    "package-lock.json": {
      name: "harbour",
      lockfileVersion: 3,
      packages: {
        "": { name: "harbour", dependencies },
        ...Object.fromEntries(Object.keys(packages).map((name) => [`node_modules/${name}`, { version: "1.0.0" }])),
      },
    },
    "index.js": "console.log(1);\n",
  };
  for (const [name, { code, repository, installed }] of Object.entries(packages)) {
    if (installed === false) continue;
    files[`node_modules/${name}/package.json`] = { name, version: "1.0.0", ...(repository && { repository }) };
    files[`node_modules/${name}/lib/index.js`] = code;
  }
  return analyze(readProject(makeProject(context, files)), catalogOf({})).dependencies;
}

const harmless = { code: "module.exports = 1;\n", repository: "tides/all" };

test("code that starts programs and a publisher with nothing else in the tree go first", (context) => {
  const found = analyzed(context, {
    anchor: harmless,
    buoy: harmless,
    crane: { code: 'require("node:child_process").execSync("ls");\n', repository: "tides/all" },
    dock: { code: "module.exports = 2;\n", repository: "lone/dock" },
    ebb: { code: 'module.exports = "child_process";\n', repository: "tides/all" },
  });
  const relief: Record<string, Relief | undefined> = Object.fromEntries(found.map((one) => [one.name, one.relief]));
  const none = { childProcess: [], publishers: [] };
  assert.deepEqual(relief, {
    anchor: none,
    buoy: none,
    crane: { childProcess: ["crane@1.0.0"], publishers: [] },
    dock: { childProcess: [], publishers: ["github.com/lone"] },
    ebb: none,
  });
  assert.deepEqual(
    rankRemovable(found).map(({ name }) => name),
    ["crane", "dock", "anchor", "buoy", "ebb"],
  );
});

test("what is not installed is unknown, and so is every publisher then", (context) => {
  const found = analyzed(context, { anchor: harmless, buoy: { ...harmless, installed: false } });
  assert.deepEqual(
    found.map(({ relief }) => relief),
    [
      { childProcess: [], publishers: "unknown" },
      { childProcess: "unknown", publishers: "unknown" },
    ],
  );
});

test("a removal that is the only one of its size is not looked into", (context) => {
  const [only] = analyzed(context, { anchor: harmless });
  assert.equal(only?.removal, "automatic");
  assert.equal(only?.relief, undefined);
});
