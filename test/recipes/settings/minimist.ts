import fc from "fast-check";
import { type Sample, sample, shared } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const name = fc.constantFrom(
  "a",
  "b",
  "n",
  "port",
  "verbose",
  "no-color",
  "a.b",
  "a.b.c",
  "constructor",
  "__proto__",
  "_",
  "x-y",
);
const value = fc.constantFrom(
  "1",
  "0x1f",
  "1e3",
  "-5",
  ".5",
  "text",
  "",
  "true",
  "false",
  "untrue",
  "a=b",
  "two words",
  "-",
  "é",
  "1.2.3",
);
const argument = fc.oneof(
  name.map((each) => `--${each}`),
  name.map((each) => `--no-${each}`),
  fc.tuple(name, value).map(([each, given]) => `--${each}=${given}`),
  fc.stringMatching(/^-[abn5=.x-]{1,4}$/),
  fc.stringMatching(/^-[a-c][0-9.e=-]{1,4}$/),
  value,
  fc.constantFrom("--", "-", "---", "--=", "--=x", "-a-", "--no-"),
);
const names = fc.oneof(fc.constant(undefined), name, fc.array(name, { maxLength: 3 }));
const defaults = fc.dictionary(name, fc.constantFrom<unknown>("d", 5, true, false, null, undefined, [1]), {
  maxKeys: 3,
});
const aliases = fc.dictionary(
  fc.constantFrom("a", "b", "port"),
  fc.oneof(fc.constantFrom("p", "n", "verbose"), fc.constant(["p", "x"])),
  { maxKeys: 2 },
);
const options = fc.record(
  {
    boolean: fc.oneof(names, fc.boolean()),
    string: names,
    alias: aliases,
    default: defaults,
    stopEarly: fc.boolean(),
    "--": fc.boolean(),
  },
  { requiredKeys: [] },
);

/** With a function that is asked of each argument nobody told of: it tells which, and takes some. */
const asking = options.map((given) =>
  sample(`${JSON.stringify(given)} and unknown`, (world) => ({
    ...given,
    unknown: (arg: string) => {
      world.calls.push(arg);
      return arg.length % 2 === 0;
    },
  })),
);
const lists = fc.array(argument, { maxLength: 8 }).map((list) => sample(JSON.stringify(list), () => [...list]));
const calls: fc.Arbitrary<Sample[]> = fc.oneof(
  fc.tuple(lists),
  fc.tuple(
    lists,
    fc.oneof(
      options.map((given) => sample(JSON.stringify(given), () => structuredClone(given))),
      asking,
    ),
  ),
  fc.tuple(lists, shared(fc.constantFrom(undefined, null, 5))),
);

export default {
  arguments: { default: calls },
  share: 3,
  deviations: [
    {
      note: "An argument without a name, such as --==, is an option, where the package fails.",
      example: () => [["--=="]],
      covers: ([list]) => Array.isArray(list) && list.some((arg) => /^--=.*=/.test(String(arg))),
    },
    {
      note: "An option by the name of what every object has, such as constructor, or by the name _, fails by another text.",
      example: () => [["--constructor"]],
      covers: (args) => /constructor|__proto__|"_"/.test(JSON.stringify(args)),
    },
    {
      note: "An option by the name constructor or __proto__ is left out, as it is from 1.2.6 on.",
      versions: "<1.2.6",
      example: () => [["--constructor=5"]],
      covers: (args) => /constructor|__proto__/.test(JSON.stringify(args)),
    },
  ],
} satisfies ProofSettings;
