import assert from "node:assert/strict";
import { test } from "node:test";
import type { Receipt } from "../../src/apply/receipt.ts";
import { describeApply } from "../../src/report/apply/description.ts";
import { exampleOf } from "../../src/report/apply/example.ts";
import { packagePlan, planOf, usageAt } from "../report/results.ts";
import { makeProject, readTree, shrinkdeps } from "./command.ts";
import { bigShop, shop } from "./shop.ts";

/** The description of a pull request that an apply makes. */

const receipt: Receipt = {
  schema: 1,
  removed: ["left-pad"],
  partial: [],
  putBack: [],
  freed: ["left-pad@1.3.0"],
  files: [{ path: "src/a.ts", change: "modified" }],
  notProved: [],
  next: [],
  installation: { kind: "left-alone" },
};

test("apply --format markdown writes the description alone, before and after writing the same", async (context) => {
  const project = makeProject(context, bigShop);
  const dry = await shrinkdeps(project, ["apply", "left-pad", "--dry-run", "--format", "markdown"]);
  assert.deepEqual([dry.code, dry.stderr], [0, ""]);
  assert.match(dry.stdout, /^## Remove `left-pad`\n\n1 package leaves the lockfile\.\n/);
  assert.match(dry.stdout, /\| `left-pad` \| +\d \| String\.prototype\.padStart \|/);
  const line = (code: string) => `export const label = (id) => ${code};`;
  const [old, now] = ['leftPad(String(id), 5, "0")', 'String(id).padStart(5, "0")'].map(line);
  assert.ok(dry.stdout.includes(`\`\`\`diff\n- ${old}\n+ ${now}\n\`\`\`\n\n###`), dry.stdout);
  assert.match(dry.stdout, /### How it was proved\n\n- Not proved: types were not checked/);
  const written = await shrinkdeps(project, ["apply", "left-pad", "--yes", "--format", "markdown"]);
  assert.equal(written.stdout, dry.stdout);
  assert.doesNotMatch(readTree(project)["src/label.js"] ?? "", /left-pad/);
});

test("with --verify what the command prints goes beside the description", async (context) => {
  const project = makeProject(context, { ...shop, "check.cjs": 'console.log("checked");\n' });
  const { code, stdout, stderr } = await shrinkdeps(project, [
    "apply",
    "--yes",
    "--format",
    "markdown",
    "--verify",
    "node check.cjs",
  ]);
  assert.equal(code, 0);
  assert.match(stdout, /^## Remove/);
  assert.match(stdout, /- `node check\.cjs` passes before and after\./);
  assert.doesNotMatch(stdout, /checked\n/);
  assert.match(stderr, /checked\n/);
});

test("what stays is told with its reason, its place and how many more there are", () => {
  const refuse = { kind: "refuse", reason: "a glob is not expanded" } as const;
  const stays = packagePlan("rimraf", {
    outcome: "stay",
    reasons: ["a glob"],
    usages: [2, 9].map((line) => usageAt("src/clean.ts", line, refuse, "rimraf")),
  });
  const text = describeApply(planOf([packagePlan("left-pad"), stays]), {
    ...receipt,
    putBack: [{ package: "has", by: "types", reasons: ["a.ts:1: no"] }],
  });
  assert.match(
    text,
    /### What was left, and why\n\n- `rimraf`: a glob is not expanded \(src\/clean\.ts:2:7 and 1 more\)\n- `has` was put back: the project would not type check without it \(a\.ts:1: no\)\n$/,
  );
});

test("code that holds a fence stays inside a longer one", () => {
  const usage = {
    ...usageAt("a.ts", 1),
    excerpt: "const x = pad('```');",
    becomes: "'```'.padStart(3)",
    change: { line: 1, before: "const x = pad('```');", after: "const x = '```'.padStart(3);" },
  };
  const text = describeApply(planOf([packagePlan("left-pad", { usages: [usage] })]), receipt);
  assert.match(text, /\n````diff\n- const x = pad\('```'\);\n\+ const x = '```'\.padStart\(3\);\n````\n/);
});

test("an example has whole lines, every change on them and none of their neighbours, without their indentation", () => {
  const before = "f(\r\n    a(1, b(2),\r\n      c));\r\n    d(3);\r\n";
  const at = (text: string) => before.indexOf(text);
  const edits = [
    { start: 0, end: 1, text: "g" },
    { start: at("    a"), end: at("    a"), text: "    // said\r\n" },
    { start: at("a("), end: at(", b"), text: "A" },
    { start: at("b("), end: at("));") + 1, text: "B,\r\n      c" },
    { start: at("d("), end: at("d(") + 1, text: "D" },
  ];
  const usage = { ...usageAt("a.ts", 2), start: at("a("), end: at("a(") + 1 };
  const plan = { path: "a.ts", before, after: "", edits, packages: [] };
  assert.deepEqual(exampleOf(usage, [plan]), ["- a(1, b(2),", "-   c));", "+ // said", "+ A, B,", "+   c);"]);
  assert.deepEqual(exampleOf({ ...usage, becomes: "x" }, []), [`  ${usage.excerpt}`]);
  assert.deepEqual(exampleOf(usage, [{ ...plan, edits: [] }]), [`  ${usage.excerpt}`]);
  const whole = { path: "a.ts", before: "a();", after: "", edits: [{ start: 0, end: 4, text: "" }], packages: [] };
  assert.deepEqual(exampleOf({ ...usage, start: 0, end: 3 }, [whole]), ["- a();"]);
});

test("unknown sizes are said to be unknown, and a clean type check is told", () => {
  const { freed, ...rest } = receipt;
  const text = describeApply(planOf([packagePlan("left-pad")]), { ...rest, freed: undefined });
  assert.ok(freed !== undefined);
  assert.match(text, /How many packages leave the tree is unknown\./);
  assert.match(text, /- The project type checks as it did: no diagnostic was added\./);
});
