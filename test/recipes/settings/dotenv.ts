import { mkdirSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { inFolder } from "../effects/folder.ts";
import type { Surround } from "../proof/outcome.ts";
import { type Sample, among, sample } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const piece = fc.oneof(
  fc.constantFrom(
    "A",
    "B",
    "a.b",
    "A-B",
    "PATH",
    "__proto__",
    "export ",
    "=",
    " = ",
    ": ",
    ":",
    "#",
    " # ",
    "'",
    '"',
    "`",
  ),
  fc.constantFrom(
    "\n",
    "\r\n",
    "\r",
    " ",
    "\t",
    "\\n",
    "\\r",
    "\\'",
    '\\"',
    "\\",
    "x",
    "two words",
    "$&",
    "$1",
    "\u2028",
  ),
  fc.string({ maxLength: 3 }),
);
const line = fc.tuple(
  fc.constantFrom("A", "B", "export A", " C", "a.b"),
  fc.constantFrom("=", " = ", ": ", "= "),
  fc.oneof(
    fc
      .tuple(fc.constantFrom("'", '"', "`", ""), fc.array(piece, { maxLength: 3 }))
      .map(([q, all]) => q + all.join("") + q),
    fc.array(piece, { maxLength: 4 }).map((all) => all.join("")),
  ),
  fc.constantFrom("", " # note", " ", "#note"),
);
const text = fc
  .oneof(
    fc.array(line, { maxLength: 4 }).map((lines) => lines.map((each) => each.join("")).join("\n")),
    fc.array(piece, { maxLength: 14 }).map((all) => all.join("")),
  )
  .filter((each) => each.length < 200);
const texts: fc.Arbitrary<Sample> = fc.oneof(
  text.map((each) => sample(JSON.stringify(each), () => each)),
  text.map((each) =>
    sample(`Buffer ${JSON.stringify(each)}`, () => Buffer.from(new TextEncoder().encode(each).buffer)),
  ),
  among(["undefined", () => undefined], ["null", () => null], ["5", () => 5]),
);

const paths = among(
  ["nothing", () => undefined],
  ["'other.env'", () => "other.env"],
  ["['.env', 'other.env']", () => [".env", "other.env"]],
  ["['missing', '.env']", () => ["missing", ".env"]],
  ["[]", () => []],
  ["'missing'", () => "missing"],
  ["'~/missing'", () => "~/missing"],
  ["'folder'", () => "folder"],
  ["a URL", () => new URL("file:///missing/.env")],
  ["5", () => 5],
);
const options: fc.Arbitrary<Sample[]> = fc
  .tuple(
    paths,
    fc.constantFrom(undefined, true, false),
    fc.constantFrom(undefined, "latin1", "utf8", "no encoding"),
    fc.option(fc.constant({ A: "kept" }), { nil: undefined }),
  )
  .map(([path, override, encoding, processEnv]) => [
    sample(`{ path: ${path.text}, ${JSON.stringify({ override, encoding, processEnv })} }`, (world) => {
      const given = { path: path.make(world), override, encoding, processEnv: processEnv && { ...processEnv } };
      return { quiet: true, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) };
    }),
  ]);

/** Runs a call where two files are, and tells what it did to the environment. */
const inEnvironment: Surround = (call, world) =>
  inFolder(() => {
    writeFileSync(".env", "A=1\nB='two words'\nHOME=elsewhere\nC=é\n");
    writeFileSync("other.env", 'A=2\nD="a\\nb"\n');
    mkdirSync("folder");
    const before = { ...process.env };
    try {
      return call();
    } finally {
      const after = { ...process.env };
      for (const name of Object.keys(after)) {
        if (before[name] === after[name]) continue;
        world.calls.push(name, after[name]);
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    }
  }, world);

export default {
  surround: inEnvironment,
  share: (runs, key) => (key === "config" ? 0.3 : Math.min(2, 4000 / runs)),
  arguments: {
    parse: fc.tuple(texts),
    config: fc.oneof(options, fc.constant<Sample[]>([sample("quiet", () => ({ quiet: true }))])),
  },
  deviations: [
    {
      note: "No vault is read where DOTENV_KEY is in the environment, and nothing is printed.",
      test: "effects/environment.test.ts",
    },
  ],
} satisfies ProofSettings;
