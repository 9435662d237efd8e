import assert from "node:assert/strict";
import { closeSync, openSync, readFileSync } from "node:fs";
import test from "node:test";
import fc from "fast-check";
import { difference, outcomeOf } from "../proof/outcome.ts";
import { opened } from "./handles.ts";

const [sample] = fc.sample(opened, 1);
assert.ok(sample);
const inPlace = (call: () => unknown) => call();

test("the number of an open file is no difference, what is read from it is", async () => {
  const read = await outcomeOf((number) => readFileSync(Number(number), "utf8"), [sample], inPlace);
  // What another part of the process opened has taken the number, and with it the next one is another.
  closeSync(Number(sample.make({ calls: [] })));
  const taken = openSync(import.meta.filename, "r");
  const again = await outcomeOf((number) => readFileSync(Number(number), "utf8"), [sample], inPlace);
  assert.equal(difference(read, again), undefined);
  assert.equal(read.value, "what is in it");
  const other = await outcomeOf(() => "", [sample], inPlace);
  assert.match(difference(read, other) ?? "", /what is in it/);
  assert.ok(readFileSync(taken).length > 0, "a file that was not opened here was closed");
  closeSync(taken);
});
