import assert from "node:assert/strict";
import { test } from "node:test";
import { compareTypes } from "./jsdoc.ts";

test("every helper in JavaScript that tells its types in comments has those of the same one in TypeScript", () => {
  const { wrong, count } = compareTypes(1);
  assert.ok(count > 1000, `${count} helpers`);
  assert.deepEqual(wrong, []);
});
