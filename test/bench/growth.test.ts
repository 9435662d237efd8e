import assert from "node:assert/strict";
import { test } from "node:test";
import { exponent } from "../../bench/measure.ts";

test("the fitted exponent is the power that times grow with, whatever the sizes and the constant", () => {
  const grown = (power: number): number =>
    exponent([100, 2500, 7000, 50000].map((size) => ({ size, seconds: 3e-5 * size ** power })));
  for (const power of [0, 0.5, 1, 2]) assert.ok(Math.abs(grown(power) - power) < 1e-9, `power ${power}`);
  assert.equal(Number.isNaN(exponent([{ size: 10, seconds: 1 }])), true);
});
