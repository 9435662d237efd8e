import assert from "node:assert/strict";
import { test } from "node:test";
import { mentions } from "../../src/analyze/usages/read.ts";

test("a name spelled with any escape of a string is a mention of it", () => {
  const spellings = [
    "left-pad",
    "left-p\\x61d",
    "left-p\\u0061d",
    "left-p\\u{61}d",
    "left-p\\u{0000061}d",
    "left-p\\141d",
    "left\\-pad",
    "left-\\\npad",
    "left-\\\r\npad",
    "\\left-pad",
  ];
  for (const spelling of spellings) assert.ok(mentions(`require("${spelling}")`, "left-pad"), spelling);
});

test("an escape that stands for another character is no mention", () => {
  for (const spelling of ["left-p\\x62d", "left\\npad", "left-\\\\x70ad", "left-p\\u{110000}d"])
    assert.ok(!mentions(`require("${spelling}")`, "left-pad"), spelling);
});
