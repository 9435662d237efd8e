import fc from "fast-check";
import { among, type Sample, sample } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const word = fc.constantFrom(
  "a",
  "b",
  "n",
  "5",
  "port",
  "verbose",
  "dry-run",
  "dryRun",
  "XMLFile",
  "a-b-c",
  "_x",
  "-y",
);
const odd = fc.constantFrom("a.b", "a.b.c", "dry-run.x-y", "b.5", "constructor", "__proto__", "toString", "_", "_.a");
const name = fc.oneof({ weight: 3, arbitrary: word }, odd);
const value = fc.constantFrom(
  "1",
  "2",
  "0",
  "007",
  "0x1f",
  "1e3",
  "1e400",
  "9007199254740993",
  "-5",
  "-.5",
  "-1.5.2",
  ".5",
  "0.5",
  "5.",
  "text",
  "",
  "true",
  "false",
  "untrue",
  "a=b",
  "two words",
  "'quoted'",
  '"',
  "\"mixed'",
  "-",
  "é",
  "x\ny",
  "NaN",
  " 3",
);
const text = fc.oneof(
  name.map((each) => `--${each}`),
  name.map((each) => `--no-${each}`),
  name.map((each) => `-${each}`),
  fc.tuple(name, value).map(([each, given]) => `--${each}=${given}`),
  fc.tuple(name, value).map(([each, given]) => `-${each}=${given}`),
  fc.tuple(name, value).map(([each, given]) => `-${each}${given}`),
  fc.stringMatching(/^-[abn5=.x-]{1,5}$/),
  fc.stringMatching(/^-[a-c][0-9.e=-]{1,4}$/),
  value,
  value,
  fc.constantFrom(
    "--",
    "-",
    "---",
    "----=x",
    "--=",
    "--=x",
    "--==",
    "-a-",
    "--no-",
    "-=.x=",
    "--a---",
    "--é-Ü",
    "--İ-x",
  ),
  fc.constantFrom(
    "--a\nb",
    "--a\nb=c",
    "--no-a\nb",
    "-a\nb",
    "-a.b\nc",
    "--\n",
    "-\n",
    "--no-\n",
    "-.\n",
    "a---",
    "--x'='y'",
  ),
);
const names = fc.oneof(name, fc.array(name, { maxLength: 3 }));
const oddName = fc.constantFrom<unknown>(5, null, {}, "a", "");
const given = fc.constantFrom<unknown>(
  "d",
  5,
  1,
  "1",
  true,
  false,
  null,
  undefined,
  [1],
  ["x", "2"],
  [],
  { b: 2 },
  "'q'",
);
const options = fc.record(
  {
    alias: fc.dictionary(name, fc.oneof({ weight: 12, arbitrary: names }, oddName, fc.array(oddName)), { maxKeys: 3 }),
    array: names,
    boolean: names,
    count: names,
    default: fc.dictionary(name, given, { maxKeys: 3 }),
    number: names,
    string: names,
  },
  { requiredKeys: [] },
);
const symbol = Symbol("s");
const strange = among(
  ["null", () => null],
  ["undefined", () => undefined],
  ["5", () => 5],
  ["true", () => true],
  ["{}", () => ({})],
  ['["--a"]', () => ["--a"]],
  ["new Date(0)", () => new Date(0)],
  ["symbol", () => symbol],
);
const argument = text.map((each) => sample(JSON.stringify(each), () => each));
const lists = fc
  .array(fc.oneof({ weight: 40, arbitrary: argument }, { weight: 1, arbitrary: strange }), { maxLength: 8 })
  .map((list) => sample(`[${list.map((each) => each.text).join()}]`, (world) => list.map((each) => each.make(world))));
const texts = fc
  .array(fc.oneof(text, fc.constantFrom(" ", "'", '"', "\t", "--a='b c'", `-b "it's"`, "'--n' 1")), { maxLength: 6 })
  .chain((parts) => fc.constantFrom(" ", " ", "  ", "").map((between) => parts.join(between)))
  .map((each) => sample(JSON.stringify(each), () => each));
const others = among(
  ["null", () => null],
  ["undefined", () => undefined],
  ["5", () => 5],
  ["{}", () => ({})],
  ["Buffer.from('a')", () => Buffer.from("a")],
);
const inputs = fc.oneof(
  { weight: 12, arbitrary: lists },
  { weight: 4, arbitrary: texts },
  { weight: 1, arbitrary: others },
);

function isInput(args: unknown): boolean {
  return Array.isArray(args) || typeof args === "string";
}

const calls: fc.Arbitrary<Sample[]> = fc.oneof(
  { weight: 1, arbitrary: fc.tuple(inputs) },
  {
    weight: 5,
    arbitrary: fc.tuple(
      inputs,
      options.map((each) => sample(JSON.stringify(each), () => structuredClone(each))),
    ),
  },
);

export default {
  arguments: { "default[0]": fc.tuple(inputs), default: calls },
  share: 3,
  deviations: [
    {
      note: "What is no list and no text, names that are no texts, and an option by the name _ with the value 1, fail by another message.",
      example: () => [5],
      covers: ([args, given]) => !isInput(args) || /_|"alias":.*(?:null|5|\{\})/.test(JSON.stringify([args, given])),
    },
  ],
} satisfies ProofSettings;
