import fc from "fast-check";
import { afterSending } from "../effects/forms.ts";
import { type Sample, sample } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const texts = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }) },
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.constantFrom("", "a=b&c", "--", "\ud800", "\udc00x", "é\u0000", "%0A%22", "\u2028", "'\\", "x".repeat(70_000)),
);
const broken = fc.constantFrom("\n", "a\r\nb", "a\rb", "\n\n", "a\r\n");
const numbers = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom(0, -0, Number.NaN, Number.NEGATIVE_INFINITY, 1e21, 5e-324),
);
const names = fc.oneof(
  { weight: 8, arbitrary: texts.filter((name) => name.length < 100) },
  fc.constantFrom("tags[]", "a.b", "é", 'a"b', "a\nb", "\r", "a\r\n"),
);
const file = fc.record({
  filename: fc.constantFrom("a.png", "a b.txt", "é.pdf", "noending", "100%.csv", "it's; (1)", ".x", "a.tar.gz"),
  contentType: fc.constantFrom("image/png", "text/plain", "application/vnd.api+json", "x/y"),
});
const bytes = fc.uint8Array({ maxLength: 40 }).map((list) => [...list]);

/** A field: its name with a text or a number, or with bytes and what is said of them. */
const field = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(names, texts) },
  { weight: 3, arbitrary: fc.tuple(names, numbers) },
  { weight: 1, arbitrary: fc.tuple(names, broken) },
  { weight: 1, arbitrary: fc.tuple(names, fc.constantFrom(null, undefined)) },
  { weight: 3, arbitrary: fc.tuple(names, bytes, file) },
);

type Field = readonly [name: string, value: unknown, file?: unknown];
/** Fields as an argument, which the surroundings of the call then find in what is written down. */
function toBeSent(fields: unknown): Sample {
  return sample(fc.stringify(fields), ({ calls }) => {
    calls.push(fields);
    return fields;
  });
}

const fieldsOf = (args: readonly unknown[]) => args[0] as readonly Field[];
const isBroken = (text: unknown): boolean => typeof text === "string" && /[\r\n]/.test(text);

/** What is the same of the parts that came, as far as texts tell. */
function inParts(change: (part: string) => string): (value: unknown) => unknown {
  return (value) =>
    Array.isArray(value) ? value.map((one: unknown) => (typeof one === "string" ? change(one) : one)) : value;
}

export default {
  // The package takes the fields for options, of which it knows none by the name of an index.
  arguments: { default: fc.tuple(fc.array(field, { maxLength: 5 }).map(toBeSent)) },
  surround: afterSending,
  deviations: [
    {
      note: "Line breaks in texts are sent as CR LF, whichever they are.",
      test: "effects/form-data.test.ts",
      covers: (args) => fieldsOf(args).some(([, value]) => isBroken(value)),
      same: inParts((part) => part.replace(/\r\n?/g, "\n")),
    },
    {
      note: "In names, line breaks are sent as %0D%0A and quotes as %22: versions before 4.0.6, 3.0.5 and 2.5.6 send them as they are, and later ones tell a CR from an LF.",
      test: "effects/form-data.test.ts",
      covers: (args) => fieldsOf(args).some(([name]) => /[\r\n"]/.test(name)),
      same: inParts((part) => part.replace(/\r\n?|%0D%0A|%0D|%0A/g, "\n").replaceAll("%22", '"')),
    },
    {
      note: "A value that is null or undefined is sent as that word, as later versions do: the first of each major version fail.",
      test: "effects/form-data.test.ts",
      covers: (args, { version }) =>
        ["2.4.0", "3.0.0", "4.0.0"].includes(version) && fieldsOf(args).some(([, value]) => value == null),
    },
    { note: "What is written into a Buffer after it was appended is not sent.", test: "effects/form-data.test.ts" },
    { note: "The boundary between the fields is another text, and shorter.", test: "effects/form-data.test.ts" },
    {
      note: "Before Node 26.2, a redirect of status 307 or 308 sends the form again with another boundary than its headers name; in any version, with what was appended meanwhile.",
      test: "effects/form-data.test.ts",
    },
    {
      note: "A function that something has put in the place of the global fetch is given a form instead of bytes and a Content-Type.",
      test: "effects/form-data.test.ts",
    },
  ],
} satisfies ProofSettings;
