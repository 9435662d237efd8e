import fc from "fast-check";
import { type Sample, sample } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const name = fc.constantFrom("a", "b", "n", "port", "verbose", "no-color", "a.b", "constructor", "_", "x-y");
const value = fc.constantFrom("1", "0x1f", "1e3", "-5", ".5", "text", "", "true", "false", "a=b", " ", "-", "é", "1.2");
const argument = fc.oneof(
  name.map((each) => `--${each}`),
  name.map((each) => `--no-${each}`),
  name.map((each) => `---${each}`),
  fc.tuple(name, value).map(([each, given]) => `--${each}=${given}`),
  fc.stringMatching(/^-[abn5=.x-]{1,4}$/),
  fc.stringMatching(/^-[a-c][0-9.e=-]{1,4}$/),
  value,
  fc.constantFrom("--", "-", "---", "--=", "--=x", "-a-", "--no-", "-=", "--=="),
);
const names = fc.oneof(fc.constant(undefined), name, fc.array(name, { maxLength: 3 }));
const defaults = fc.dictionary(name, fc.constantFrom<unknown>("d", 5, true, false, null, undefined, [1]), {
  maxKeys: 3,
});
const aliases = fc.dictionary(
  fc.constantFrom("a", "b", "port"),
  fc.oneof(fc.constantFrom("p", "n", "b", "verbose"), fc.constant(["p", "x"]), fc.constant(["a", "b"])),
  { maxKeys: 3 },
);
const options = fc.record({ boolean: names, string: names, alias: aliases, default: defaults }, { requiredKeys: [] });

/** With a function that is told of what nobody told of. */
const asking = options.map((given) =>
  sample(`${JSON.stringify(given)} and unknown`, (world) => ({
    ...structuredClone(given),
    unknown: (flag: string) => {
      world.calls.push(flag);
      return `no ${flag}`;
    },
  })),
);
const lists = fc.array(argument, { maxLength: 8 }).map((list) => sample(JSON.stringify(list), () => [...list]));
/** What is no text: it counts as having no dashes, or lacks what texts have. */
const strange = fc.constantFrom(
  sample("(a, b) => 1", () => (_a: unknown, _b: unknown) => 1),
  sample("() => 1", () => () => 1),
  sample("5", () => 5),
  sample("null", () => null),
  sample("undefined", () => undefined),
  sample('["--a"]', () => ["--a"]),
  sample("{}", () => ({})),
  sample("true", () => true),
);
const strangers = fc
  .tuple(fc.array(argument, { maxLength: 2 }), strange)
  .map(([list, last]) =>
    sample(`[${list.map((each) => JSON.stringify(each)).join()}, ${last.text}]`, (world) => [
      ...list,
      last.make(world),
    ]),
  );
const calls: fc.Arbitrary<Sample[]> = fc.oneof(
  fc.constant<Sample[]>([]),
  fc.tuple(strangers),
  fc.tuple(lists),
  fc.tuple(
    lists,
    fc.oneof(
      options.map((given) => sample(JSON.stringify(given), () => structuredClone(given))),
      asking,
      fc.constantFrom(
        sample("null", () => null),
        sample("5", () => 5),
      ),
    ),
  ),
);

export default {
  arguments: { default: calls },
  share: 3,
  deviations: [
    {
      note: "Options that are no object, and options by the name of what every object has, such as constructor, or by the name _, fail by another message.",
      example: () => [[], 5],
      covers: (args) => args[1] === 5 || /constructor|_/.test(JSON.stringify(args)),
    },
  ],
} satisfies ProofSettings;
