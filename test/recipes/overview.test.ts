import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { count, readEntries } from "./overview/count.ts";
import { readTried, writePage } from "./overview/page.ts";
import { root } from "./proof/originals.ts";

test("docs/recipes.md says of every recipe what the recipe says", async () => {
  const page = readFileSync(path.join(root, "docs", "recipes.md"), "utf8");
  const entries = await readEntries();
  const fresh = writePage(entries, count(entries), readTried(page));
  assert.equal(page, fresh, "stale: npm run catalogue -- --quick --write");
});
