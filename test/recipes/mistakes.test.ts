import assert from "node:assert/strict";
import { test } from "node:test";
import { type Bench, proveCase } from "./proof/prove.ts";
import type { Callable } from "./proof/outcome.ts";
import { readRecipe } from "./proof/source.ts";

/** A toy package beside a toy recipe, both from source. */
function bench(signature: string, original: Callable, replacement: Callable): Bench {
  const metadata = `package: "toy", versions: "*", replacement: "a toy", floor: { node: "0.10.0" }`;
  const text = `export default defineRecipe({ ${metadata}, exports: { default: ${signature} => 0 } });`;
  const written = readRecipe("toy", text).eras[0]?.exports[0]?.cases[0];
  assert.ok(written !== undefined);
  const place = {
    package: "toy",
    version: "1.0.0",
    key: "default",
    others: [],
    index: 0,
    last: 0,
    export: "default",
    runsHere: true,
  };
  return { ...place, written, original, replacement, deviations: [], settings: {} };
}

const MISTAKES: readonly (readonly [fact: string, toy: Bench])[] = [
  [
    "a wrong value",
    bench(
      "(n: number)",
      (n) => Number(n) % 2 === 1,
      (n) => Math.abs(Number(n) % 2) === 1,
    ),
  ],
  [
    "NaN taken for a number",
    bench(
      "(n: number)",
      (n) => n === n,
      () => true,
    ),
  ],
  [
    "-0 for 0",
    bench(
      "(n: number)",
      (n) => Number(n),
      (n) => Number(n) + 0,
    ),
  ],
  [
    "null treated as undefined",
    bench(
      "(a: unknown)",
      (a) => a ?? 1,
      (a) => (a === undefined ? 1 : a),
    ),
  ],
  [
    "a copy instead of the argument",
    bench(
      "(a: readonly unknown[])",
      (a) => a,
      (a) => [...(a as unknown[])],
    ),
  ],
  [
    "a changed argument",
    bench(
      "(a: unknown[])",
      (a) => (a as unknown[]).length,
      (a) => [(a as unknown[]).push(1)].length + (a as unknown[]).length - 2,
    ),
  ],
  [
    "a hole filled",
    bench(
      "(a: readonly number[])",
      (a) => (a as unknown[]).slice(),
      (a) => Array.from(a as unknown[]),
    ),
  ],
  [
    "another order of keys",
    bench(
      "(a: number, b: number)",
      (a, b) => ({ a, b }),
      (a, b) => ({ b, a }),
    ),
  ],
  [
    "a lost prototype",
    bench(
      "(a: number)",
      (a) => Object.assign(Object.create(null) as object, { a }),
      (a) => ({ a }),
    ),
  ],
  [
    "no error thrown",
    bench(
      "(a: unknown)",
      (a) => [...(a as string)].length,
      (a) => [...((a ?? "") as string)].length,
    ),
  ],
  [
    "another class of error",
    bench(
      "(a: unknown)",
      () => {
        throw new RangeError("x");
      },
      () => {
        throw new TypeError("x");
      },
    ),
  ],
  [
    "a rejection instead of a throw",
    bench(
      "(a: unknown)",
      () => {
        throw new Error("x");
      },
      () => Promise.reject(new Error("x")),
    ),
  ],
  [
    "a callback called twice",
    bench(
      "(f: (n: number) => number)",
      (f) => (f as () => number)(),
      (f) => {
        (f as () => number)();
        return (f as () => number)();
      },
    ),
  ],
  [
    "a surrogate pair split",
    bench(
      "(text: string)",
      (text) => (text as string).split(""),
      (text) => [...(text as string)],
    ),
  ],
];

for (const [fact, toy] of MISTAKES) {
  test(`finds ${fact}`, async () => {
    const proof = await proveCase(toy, { runs: 300, seed: 1 });
    assert.match(proof.difference ?? "no difference found", /\(.*\): .* \(seed 1, 300 runs\)$/s);
  });
}

test("finds nothing where both sides are the same function", async () => {
  const proof = await proveCase(
    bench(
      "(...all: unknown[])",
      (...all) => all,
      (...all) => all,
    ),
    { runs: 300, seed: 1 },
  );
  assert.deepEqual(proof, { package: "toy", version: "1.0.0", case: "default[0]", inputs: 300, declared: 0 });
});

test("repeats a failure by its seed", async () => {
  const toy = bench(
    "(n: number)",
    (n) => n,
    (n) => (Number(n) > 30 ? 0 : n),
  );
  assert.deepEqual(await proveCase(toy, { runs: 200, seed: 7 }), await proveCase(toy, { runs: 200, seed: 7 }));
});
