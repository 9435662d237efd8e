import fc from "fast-check";
import { anything } from "../proof/hostile.ts";
import { type Sample, type Samples, among, sample, shared } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const names = ["a", "b", "0", "-0", "", "a.b", "x y", "length", "__proto__", "constructor", "a[0]", "]", "\\"] as const;
const leaves: Samples = fc.oneof(shared(fc.constantFrom(undefined, null, 0, "", "text", Number.NaN, false)), anything);

function treesOver(below: Samples): Samples {
  const entries = fc.array(fc.tuple(fc.constantFrom(...names), below), { maxLength: 5 });
  return entries.map((pairs) => {
    const text = pairs.map(([name, each]) => `${JSON.stringify(name)}: ${each.text}`).join(", ");
    return sample(`{ ${text} }`, (world) => Object.fromEntries(pairs.map(([name, each]) => [name, each.make(world)])));
  });
}

const lists = fc.array(leaves, { maxLength: 3 }).map((all): Sample => {
  return sample(`[${all.map((each) => each.text).join(", ")}]`, (world) => all.map((each) => each.make(world)));
});
const trees = treesOver(fc.oneof(leaves, lists, treesOver(fc.oneof(leaves, treesOver(leaves)))));

const parts = [
  ".",
  "..",
  "[",
  "]",
  "[]",
  "[0]",
  "[-0]",
  "[1.5]",
  '["a"]',
  "['a.b']",
  '["x\\"y"]',
  "[a]",
  "[a.b]",
  "a",
  "b",
  "0",
  "length",
  "x y",
  '"',
];
const texts = shared(fc.array(fc.constantFrom(...parts), { maxLength: 6 }).map((all) => all.join("")));
const keyLists = fc
  .array(fc.constantFrom<unknown>(...names, 0, -0, 1, Symbol.iterator, null, undefined), { maxLength: 4 })
  .map((keys) => sample(`[${keys.map(String).join(", ")}]`, () => [...keys]));
const oddities = among(
  ["new String('a.b')", () => new String("a.b")],
  ["new Number(-0)", () => new Number(-0)],
  ["Object(Symbol.iterator)", () => Object(Symbol.iterator) as unknown],
  ["{ toString: () => 'a', valueOf: () => 'b' }", () => ({ toString: () => "a", valueOf: () => "b" })],
);
const paths = fc.oneof(shared(fc.constantFrom(...names)), texts, keyLists, oddities);

const targeted = fc.tuple(trees, paths, fc.option(leaves, { nil: undefined })).map(([object, path, fallback]) => {
  return fallback === undefined ? [object, path] : [object, path, fallback];
});

export default {
  arguments: { "default[1]": fc.oneof({ weight: 4, arbitrary: targeted }, fc.array(anything, { maxLength: 4 })) },
} satisfies ProofSettings;
