import assert from "node:assert/strict";
import { existsSync, rmSync } from "node:fs";
import { test } from "node:test";
import { installOriginals, listOriginals, loadOriginal } from "../proof/originals.ts";
import { loadRecipe } from "../proof/prove.ts";

// The kernel refuses to unlink this with EPERM for root, which is one of the errors that are tried again.
const immovable = "/proc/version";
const canShow = existsSync(immovable) && process.getuid?.() === 0;

/** Milliseconds until the call has failed. */
function timeToFail(call: () => unknown): number {
  const start = performance.now();
  assert.throws(call, { code: canShow ? "EPERM" : "ENOTDIR" });
  return performance.now() - start;
}

test("A busy file is tried again three times, 0.1 to 0.3 seconds apart, on every platform.", async () => {
  await installOriginals();
  const note = "A busy file is tried again three times, 0.1 to 0.3 seconds apart, on every platform.";
  const era = (await loadRecipe("rimraf")).find((each) => each.versions === ">=5 <7");
  assert.ok(era?.deviations?.some((each) => each.note === note));
  const original = listOriginals().find((each) => each.alias === "rimraf-6.1.0");
  assert.ok(original !== undefined);
  const rimrafSync = (await loadOriginal(original, undefined, "namespace"))["rimrafSync"] as (path: string) => unknown;
  const path = canShow ? immovable : `${process.execPath}/x`;
  assert.ok(timeToFail(() => rimrafSync(path)) < 300);
  const replaced = timeToFail(() => rmSync(path, { recursive: true, force: true, maxRetries: 3 }));
  assert.ok(canShow ? replaced >= 550 : replaced < 300, `${replaced} ms`);
});
