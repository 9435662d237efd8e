import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { before, test } from "node:test";
import fc from "fast-check";
import type { Recipe } from "../../../src/recipe.ts";
import { installOriginals, root } from "../proof/originals.ts";
import { loadRecipe } from "../proof/prove.ts";

before(installOriginals);

/** A call like `chalk.red.bold(…)`, its arguments as source. */
interface Call {
  readonly members: readonly string[];
  readonly args: readonly string[];
}

const chalks = ["chalk-2.0.0", "chalk-2.4.2", "chalk-3.0.0", "chalk-4.1.2", "chalk-5.6.2"];
const picocolors = ["picocolors-1.0.0", "picocolors-1.1.1"];
const colours = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "gray"];
const others = [
  "bold",
  "dim",
  "italic",
  "underline",
  "inverse",
  "hidden",
  "strikethrough",
  "reset",
  "bgRed",
  "bgWhite",
];

const plain = fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }).filter((text) => !/[\n\r\u001B]/.test(text));
const text = plain.map((each) => JSON.stringify(each));
const value = fc.oneof(
  { weight: 4, arbitrary: text },
  fc.constantFrom("5", "-0", "null", "undefined", "true", "[1, 2]", "10n"),
);

/** What the calls give in a process of its own, by the package or by what the recipe's escape hatch answers. */
function evaluate(
  alias: string,
  calls: readonly Call[],
  era: Recipe | undefined,
  env: NodeJS.ProcessEnv,
  flags: readonly string[] = [],
): string[] {
  const body = calls.map((call) => (era === undefined ? originalOf(call) : replacementOf(era, call)));
  const script = `
    import { createRequire } from "node:module";
    import { styleText } from "node:util";
    const loaded = ${era === undefined ? `await import("${alias}")` : "{}"};
    const original = loaded.default;
    console.log(JSON.stringify([${body.join(",\n")}]));`;
  const { NO_COLOR: _no, FORCE_COLOR: _force, NODE_DISABLE_COLORS: _disable, CI: _ci, ...rest } = process.env;
  const run = spawnSync(process.execPath, ["--no-warnings", "--input-type=module", "-e", script, "--", ...flags], {
    cwd: `${root}/test/originals`,
    encoding: "utf8",
    env: { ...rest, ...env },
  });
  assert.equal(run.status, 0, run.stderr);
  return JSON.parse(run.stdout) as string[];
}

function originalOf({ members, args }: Call): string {
  return `original.${members.join(".")}(${args.join(", ")})`;
}

function replacementOf(era: Recipe, { members, args }: Call): string {
  const answer = era.rewrite?.({ export: "default", members, args: args.length });
  assert.ok(answer !== undefined && "functions" in answer, JSON.stringify(answer));
  const isText = args.every((each) => each.startsWith('"'));
  const source = answer.functions.at(isText ? 0 : -1) ?? "";
  return `(${source.replaceAll(/(text\d*): \w+/g, "$1")})(${args.join(", ")})`;
}

async function eraOf(alias: string): Promise<Recipe> {
  const [name, version] = [alias.slice(0, alias.lastIndexOf("-")), alias.slice(alias.lastIndexOf("-") + 1)];
  const eras = await loadRecipe(name);
  const era = name === "chalk" && version.startsWith("2.") ? eras[0] : eras.at(-1);
  assert.ok(era !== undefined);
  return era;
}

function callsOf(members: fc.Arbitrary<string[]>, most: number): Call[] {
  return fc.sample(fc.record({ members, args: fc.array(value, { minLength: 1, maxLength: most }) }), 300);
}

const chains = fc
  .tuple(
    fc.subarray(colours, { maxLength: 1 }),
    fc.subarray(
      others.filter((each) => each !== "reset" && each !== "dim"),
      { maxLength: 3 },
    ),
  )
  .map((parts) => parts.flat())
  .filter((all) => all.length > 0 && all.filter((each) => each.startsWith("bg")).length < 2);
const single = fc.constantFrom(...colours, ...others).map((style) => [style]);

for (const alias of [...chalks, ...picocolors]) {
  const isChalk = alias.startsWith("chalk");
  test(`${alias}: a styled text is the same with colour and without`, async () => {
    const era = await eraOf(alias);
    const calls = isChalk ? [...callsOf(single, 3), ...callsOf(chains, 3)] : callsOf(single, 1);
    for (const env of [{ FORCE_COLOR: "1" }, {}, { FORCE_COLOR: isChalk ? "0" : "" }]) {
      const theirs = evaluate(alias, calls, undefined, env);
      const ours = evaluate(alias, calls, era, env);
      calls.forEach((call, index) => {
        if (env.FORCE_COLOR === "" && !isChalk) return;
        assert.equal(ours[index], theirs[index], `${originalOf(call)} with ${JSON.stringify(env)}`);
      });
    }
  });
}

/** True when the two sides differ on a call. */
async function differs(
  alias: string,
  call: Call,
  env: NodeJS.ProcessEnv,
  flags: readonly string[] = [],
): Promise<boolean> {
  const theirs = evaluate(alias, [call], undefined, env, flags);
  return theirs[0] !== evaluate(alias, [call], await eraOf(alias), env, flags)[0];
}

async function isDeclared(name: string, note: string): Promise<void> {
  for (const era of await loadRecipe(name)) {
    assert.equal(era.deviations?.find((each) => each.note === note)?.severity, "observable", note);
  }
}

const red: Call = { members: ["red"], args: ['"a"'] };

test("chalk and styleText decide differently on colour", async () => {
  await isDeclared(
    "chalk",
    "`styleText` decides on colour at each call, by FORCE_COLOR, NO_COLOR, NODE_DISABLE_COLORS and whether stdout is a terminal; chalk decides once, and knows --color, --no-color and chalk.level, not NO_COLOR.",
  );
  assert.equal(await differs("chalk-5.6.2", red, { FORCE_COLOR: "1" }), false);
  assert.equal(await differs("chalk-5.6.2", red, {}, ["--color"]), true);
});

test("picocolors and styleText decide differently on colour", async () => {
  await isDeclared(
    "picocolors",
    "`styleText` decides on colour at each call, by FORCE_COLOR, NO_COLOR, NODE_DISABLE_COLORS and whether stdout is a terminal; picocolors decides once, and knows CI, --color, --no-color and Windows too.",
  );
  assert.equal(await differs("picocolors-1.1.1", red, {}), false);
  assert.equal(await differs("picocolors-1.1.1", red, { CI: "1" }), true);
  assert.equal(await differs("picocolors-1.1.1", red, { FORCE_COLOR: "1", NO_COLOR: "1" }), true);
});

test("a line break, an empty text and a nested style show the other differences", async () => {
  const lines = "Before each line break chalk ends a style, and opens it again behind it.";
  const empty = "An empty text gets its escape codes, where chalk gives an empty text.";
  const nested = "`styleText` opens an outer style again behind an inner one only from Node 22.19 and 24.6 on.";
  for (const note of [lines, empty, nested]) await isDeclared("chalk", note);
  await isDeclared("picocolors", nested);
  const env = { FORCE_COLOR: "1" };
  for (const alias of chalks) {
    assert.equal(await differs(alias, { members: ["red"], args: [String.raw`"a\nb"`] }, env), true);
    assert.equal(await differs(alias, { members: ["red"], args: ['""'] }, env), true);
  }
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const reopens = major > 24 || (major === 24 && minor >= 6) || (major === 22 && minor >= 19);
  for (const alias of ["chalk-5.6.2", "picocolors-1.1.1"]) {
    const call = { members: ["red"], args: [String.raw`"a\u001B[34mb\u001B[39mc"`] };
    assert.equal(await differs(alias, call, env), !reopens);
  }
});

test("what styleText has not is refused with its name", async () => {
  const [era] = await loadRecipe("chalk");
  for (const member of ["hex", "rgb", "ansi256", "visible", "level", "supportsColor", "Instance", "stderr"]) {
    const answer = era?.rewrite?.({ export: "default", members: [member], args: 1 });
    assert.ok(answer !== undefined && "refuse" in answer && answer.refuse.includes(member), member);
  }
  const kept = era?.rewrite?.({ export: "default", members: ["red"], args: undefined });
  assert.ok(kept !== undefined && "refuse" in kept);
});
