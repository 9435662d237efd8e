import { inspect } from "node:util";
import fc from "fast-check";
import { anything, arraysOf, recordsOf } from "../proof/hostile.ts";
import { among } from "../proof/sample.ts";
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
  unknowns: { fields: fc.oneof({ weight: 5, arbitrary: records }, lists, anything) },
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
  ],
} satisfies ProofSettings;
