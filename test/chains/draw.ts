/** Chains at random: a value, links with functions that say when they are called, and an end. */
import type { Random } from "../fuzz/random.ts";

/** Functions that say when they are called, and with what: the order of a chain's calls shows. */
const functions = [
  '(one) => step("seen", one)',
  '(one) => (step("tested", one), Boolean(one))',
  '(one, at) => step("at", at)',
  "function (one) { return [one, arguments.length]; }",
  "(one, ...rest) => [one, rest.length]",
  "(one, at = 7) => at",
  "() => step('none')",
  "(one) => one.length",
  "(one) => one?.a",
  "(one) => { if (step('bad', one) === 3) throw new RangeError('three'); return one; }",
  '"length"',
  '"a"',
  '"a.b"',
  "{ a: 1 }",
  '["a", 1]',
  "String",
  "Boolean",
  "parseInt",
  "hidden",
  "_.isNumber",
];
const values = [
  "[1, 2, 3, 4, 5]",
  "[3, 1, 2, 3, 1]",
  "[{ a: 1 }, { a: { b: 2 } }, { a: 1, length: 3 }, null]",
  "[undefined, 1, null, 0, NaN, '']",
  "[[1, 2], [3, [4]], 5]",
  "['b', 'a', 'c', '']",
  "[]",
  "'text'",
  "{ a: 1, b: 2, length: 2 }",
  "{ x: 1, y: 0 }",
  "null",
  "undefined",
  "new Set([1, 2])",
  "step('value', [5, 6, 7])",
  "long",
  "given",
];
const visiting =
  "map filter reject takeWhile dropWhile takeRightWhile sortBy uniqBy groupBy flatMap find findLast some every partition keyBy countBy mapValues reduce forEach findIndex sumBy maxBy orderBy pickBy".split(
    " ",
  );
const counted = "take drop takeRight dropRight slice nth chunk".split(" ");
const plain =
  "compact uniq flatten reverse head last first tail initial toArray values keys size sum toPairs join isEmpty includes value words fromPairs invert castArray concat max flattenDeep isArray toString".split(
    " ",
  );
const counts = ["", "1", "2", "0", "-1", "1, 2", "2, 1", "-2, 4", "two", "0.5", "Infinity"];

/** The text of a chain. */
export function drawChain(random: Random): string {
  const isExplicit = random.chance(0.4);
  let text = `${isExplicit ? "_.chain" : "_"}(${random.pick(values)})`;
  let isOpen = true;
  do {
    const [kind, name] = random.weighted<readonly [string, string]>([
      [4, ["visiting", random.pick(visiting)]],
      [3, ["counted", random.pick(counted)]],
      [3, ["plain", random.pick(plain)]],
    ]);
    const given = kind === "visiting" ? random.pick(functions) : kind === "counted" ? random.pick(counts) : "";
    text += `${random.chance(0.1) ? "\n    " : ""}.${name}(${given})`;
    isOpen =
      isExplicit ||
      !/^(?:reduce|forEach|find\w*|some|every|sumBy|maxBy|nth|head|last|first|size|sum|join|isEmpty|includes|max|isArray|toString|value)$/.test(
        name,
      );
    if (name === "value") isOpen = false;
  } while (isOpen && random.chance(0.6));
  return isOpen ? `${text}.${random.pick(["value", "value", "valueOf"])}()` : text;
}
