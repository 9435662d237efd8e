import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Analysis } from "../src/analyze/analysis.ts";
import { shrinkdeps } from "./cli/command.ts";

/** The tool on its own repository. */

const root = fileURLToPath(new URL("../../", import.meta.url));

test("shrinkdeps has no dependency of its own that could go", async () => {
  const { code, stdout } = await shrinkdeps(root, ["analyze", "--json"]);
  assert.equal(code, 0);
  const analysis: Analysis = JSON.parse(stdout);
  assert.ok(analysis.totals.direct >= 6);
  assert.deepEqual(
    analysis.dependencies.filter(({ removal }) => removal !== "no").map(({ name }) => name),
    [],
  );
  assert.deepEqual(analysis.problems, []);
});

test("shrinkdeps keeps within its own budget", async () => {
  const { code, stdout } = await shrinkdeps(root, ["budget"]);
  assert.equal(code, 0, stdout);
  assert.match(stdout, /^Within budget: 4 limits/);
});
