import { inspect } from "node:util";
import fc from "fast-check";
import { anything, arraysOf, recordsOf } from "../proof/hostile.ts";
import { among, sample, type Samples } from "../proof/sample.ts";
import { primitives, strings } from "../proof/primitives.ts";
import type { ProofSettings } from "../proof/settings.ts";

const simple = fc.oneof(
  { weight: 3, arbitrary: strings },
  { weight: 2, arbitrary: primitives },
  among(
    ["new Date(0)", () => new Date(0)],
    ["new Date(NaN)", () => new Date(Number.NaN)],
    ["-._~!'()* +é", () => "-._~!'()* +é"],
  ),
);
const lists = arraysOf(simple);
const records = recordsOf(fc.oneof(simple, lists, recordsOf(simple), arraysOf(fc.oneof(lists, recordsOf(simple)))));

const odd = "6.8.4 || 6.10.6 || 6.11.3 || 6.12.4 || 6.13.2";
const names = fc.constantFrom(
  "a",
  "a",
  "b",
  "0",
  "",
  "é",
  "toString",
  "__proto__",
  "length",
  "a.b",
  "%41",
  "[",
  "]",
  "[]",
);
const brackets = fc.constantFrom(
  ..."[] [] [0] [0] [1] [b] [b] [2] [20] [21] [01] [-1] [toString] [__proto__] [length] [ ] [[]] [[b]] [] [%41] %5B0%5D %5b%5d %5Bb] [b%5D [a.b] [=] []= x [+] [é] [b=c]".split(
    " ",
  ),
);
const values = fc.constantFrom(
  "1",
  "2",
  "",
  "a+b",
  "%20",
  "%zz",
  "%E9",
  "%C3%A9",
  "a,b",
  "=",
  "[]",
  "%26",
  "b",
  "toString",
);
const field = fc
  .tuple(names, fc.array(brackets, { maxLength: 7 }), fc.constantFrom("=", "=", "=", ""), values)
  .map(([name, keys, sign, value]) => name + keys.join("") + sign + value);
const near = fc
  .tuple(fc.constantFrom("a", "b"), fc.array(fc.constantFrom("[]", "[0]", "[1]", "[b]"), { maxLength: 3 }), values)
  .map(([name, keys, value]) => `${name}${keys.join("")}=${value}`);
const many = fc
  .tuple(fc.constantFrom("a", "a[]", "a[b]", "a[b][]"), fc.constantFrom(19, 20, 21, 22, 999, 1000, 1001), near)
  .map(([name, count, last]) => `${`${name}=1&`.repeat(count)}${last}`);
const queries: Samples = fc
  .tuple(
    fc.constantFrom("", "", "", "?", "&"),
    fc.oneof(
      { weight: 6, arbitrary: fc.array(fc.oneof(near, field), { maxLength: 6 }).map((all) => all.join("&")) },
      { weight: 1, arbitrary: many },
    ),
  )
  .map(([mark, query]) => sample(JSON.stringify(mark + query), () => mark + query));

function isJoining(options: unknown): boolean {
  return (options as { readonly arrayFormat?: unknown } | undefined)?.arrayFormat === "comma";
}

/** True where something in a list cannot be made a text. */
function hasNoText(value: unknown): boolean {
  if (Array.isArray(value)) {
    try {
      return value.join() === undefined;
    } catch {
      return true;
    }
  }
  return typeof value === "object" && value !== null && Object.values(value).some(hasNoText);
}

export default {
  unknowns: {
    fields: fc.oneof({ weight: 5, arbitrary: records }, lists, anything),
    text: fc.oneof({ weight: 9, arbitrary: queries }, records, anything),
  },
  deviations: [
    {
      note: "An object that contains itself fails sooner, and by another RangeError before 6.10.",
      export: "stringify",
      versions: "<6.10",
      example: () => {
        const object: Record<string, unknown> = {};
        object["self"] = object;
        return [object];
      },
      covers: ([fields]) => inspect(fields, { depth: 50 }).includes("[Circular"),
    },
    {
      note: "Half of a surrogate pair becomes U+FFFD, where many versions make another character of it and what follows.",
      export: "stringify",
      versions: "<6.15",
      example: () => [{ a: "\ud800" }],
      covers: (args) => /\\u[dD][89a-fA-F]/.test(inspect(args, { depth: 50 })),
    },
    {
      note: "A list with an object that String fails for is not joined by arrayFormat comma, but fails.",
      export: "stringify",
      versions: ">=6.16.1",
      example: () => [{ a: [Object.create(null)] }, { arrayFormat: "comma" }],
      covers: ([fields, options]) => isJoining(options) && hasNoText(fields),
    },
    {
      note: "The first sixteen control characters are %00 to %0F, of which 6.8.4, 6.10.6, 6.11.3, 6.12.4 and 6.13.2 leave the first zero out.",
      export: "stringify",
      versions: odd,
      example: () => [{ a: "\0" }],
      covers: (args, { version }) =>
        odd.includes(version) && /\\[xu]0{1,3}[0-9A-Fa-f](?![0-9A-F])|\\[bfnrtv]/.test(inspect(args, { depth: 50 })),
    },
    {
      note: "Of a name with more than five brackets the rest is a key, where 6.8.4, 6.10.6, 6.11.3, 6.12.4 and 6.13.2 make one of nearly the whole name.",
      export: "parse",
      versions: odd,
      example: () => ["a[1][2][3][4][5][6]=7"],
      covers: (args, { version }) =>
        odd.includes(version) &&
        /(?:(?:\[|%5B)[^&]*?(?:\]|%5D)[^&]*?){6}/i.test(inspect(args, { maxStringLength: null })),
    },
  ],
} satisfies ProofSettings;
