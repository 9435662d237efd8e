/** `apply --vendor` as it is typed. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Analysis } from "../../src/analyze/analysis.ts";
import { readTree, shrinkdeps } from "../cli/command.ts";
import { inProject } from "./project.ts";

const setting = {
  files: {
    "src/main.js":
      'const clamp = require("clamp-tide");\nconst pad = require("moon-pad");\nconsole.log(clamp(1), pad(2));\n',
  },
  packages: {
    "clamp-tide": {
      version: "1.2.0",
      from: {
        "package.json": '{"name":"clamp-tide","version":"1.2.0","license":"ISC"}',
        LICENSE: "Copyright of the clamps\n",
        "index.js": "'use strict';\nmodule.exports = function (level) {\n  return Math.min(level, 9);\n};\n",
      },
    },
    "moon-pad": {
      version: "2.0.0",
      from: {
        "package.json": '{"name":"moon-pad","version":"2.0.0","license":"SSPL-1.0"}',
        "index.js": "'use strict';\nmodule.exports = String;\n",
      },
    },
  },
};

test("--vendor alone writes nothing and lists which packages allow it, and why the others do not", async () => {
  await inProject(setting, async (directory) => {
    const before = readTree(directory);
    const { code, stdout } = await shrinkdeps(directory, ["apply", "--vendor"]);
    assert.equal(code, 0);
    assert.match(stdout, /can be taken over\n  clamp-tide 1\.2\.0, ISC\n/);
    assert.match(stdout, /Stay packages\n  moon-pad: its licence \(SSPL-1\.0\) is none/);
    assert.deepEqual(readTree(directory), before);
  });
});

test("--vendor with a name writes its code with its licence, removes it alone, and is taken back by undo", async () => {
  await inProject(setting, async (directory) => {
    const before = readTree(directory);
    const { code, stderr } = await shrinkdeps(directory, ["apply", "--yes", "--vendor", "clamp-tide"]);
    assert.deepEqual([code, stderr], [0, ""]);
    const after = readTree(directory);
    assert.equal(
      after["src/clamp-tide.js"],
      "/*!\n * clamp-tide 1.2.0 (ISC).\n * Integrity of its tarball by package-lock.json: sha512-toy\n" +
        " * The code is that of node_modules, which was not checked against the tarball.\n *\n * Copyright of the clamps\n */\n" +
        "'use strict';\nmodule.exports = function (level) {\n  return Math.min(level, 9);\n};\n",
    );
    assert.match(after["src/main.js"] ?? "", /require\("\.\/clamp-tide"\);\nconst pad = require\("moon-pad"\)/);
    assert.doesNotMatch(`${after["package.json"]}${after["package-lock.json"]}`, /clamp-tide/);
    assert.match(`${after["package.json"]}`, /moon-pad/);
    await shrinkdeps(directory, ["undo"]);
    assert.equal(readTree(directory)["src/main.js"], before["src/main.js"]);
    assert.equal(readTree(directory)["src/clamp-tide.js"], undefined);
  });
});

test("--vendor of what cannot be taken over writes nothing and ends with 1", async () => {
  await inProject(setting, async (directory) => {
    const before = readTree(directory);
    const { code, stdout } = await shrinkdeps(directory, ["apply", "--yes", "--vendor", "moon-pad"]);
    assert.equal(code, 1);
    assert.match(stdout, /cannot become the project's own: its licence \(SSPL-1\.0\)/);
    assert.deepEqual(readTree(directory), before);
  });
});

test("without --vendor no package's own code is taken over", async () => {
  await inProject(setting, async (directory) => {
    const before = readTree(directory);
    await shrinkdeps(directory, ["apply", "--yes"]);
    assert.deepEqual(readTree(directory), before);
  });
});

test("analyze tells what could be taken over, what that adds and frees, and what to type", async () => {
  await inProject(setting, async (directory) => {
    const { stdout } = await shrinkdeps(directory, ["analyze", "--json"]);
    const { vendorable } = JSON.parse(stdout) as Analysis;
    assert.deepEqual(
      vendorable.map(({ frees, ...one }) => ({ ...one, frees: frees.known ? frees.packages : frees.reason })),
      [
        {
          name: "clamp-tide",
          version: "1.2.0",
          licence: "ISC",
          lines: 4,
          bytes: 82,
          frees: ["clamp-tide@1.2.0"],
        },
      ],
    );
    const sentence =
      /clamp-tide 1\.2\.0 \(ISC\): 4 lines, 82 bytes of code, for 1 package[^;]*; shrinkdeps apply --dry-run --vendor clamp-tide/;
    for (const format of ["terminal", "markdown", "html"]) {
      const shown = await shrinkdeps(directory, ["analyze", "--format", format]);
      const text = shown.stdout.replace(/\s+/g, " ").replace(/[`\\]/g, "");
      assert.match(text, /Small enough to keep as code of your own/, format);
      assert.match(text, sentence, format);
    }
  });
});

test("analyze offers no code of its own for what a recipe removes", async () => {
  const files = { "src/main.js": 'const has = require("has");\nconsole.log(has({}, "a"));\n' };
  const packages = { has: { version: "1.0.4", from: "has-1.0.4" } };
  await inProject({ files, packages }, async (directory) => {
    const { stdout } = await shrinkdeps(directory, ["analyze", "--json"]);
    const { vendorable, dependencies } = JSON.parse(stdout) as Analysis;
    assert.deepEqual([vendorable, dependencies.map(({ removal }) => removal)], [[], ["automatic"]]);
  });
});
