import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { makeProject, readTree, shrinkdeps } from "./command.ts";
import { shop } from "./shop.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const bin = join(root, "bin", "shrinkdeps.js");

test("--version prints the version of the manifest, --help the commands", async () => {
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  assert.deepEqual(await shrinkdeps(root, ["--version"]), { code: 0, stdout: `${version}\n`, stderr: "" });
  const help = await shrinkdeps(root, ["--help"]);
  assert.equal(help.code, 0);
  assert.equal(help.stderr, "");
  for (const command of ["analyze", "apply", "budget", "explain", "undo"])
    assert.match(help.stdout, new RegExp(`^  ${command} `, "m"));
});

test("without a command it shows what there is and could not run", async () => {
  const outcome = await shrinkdeps(root, []);
  assert.equal(outcome.code, 2);
  assert.match(outcome.stderr, /Usage: shrinkdeps/);
});

const mistakes: readonly (readonly string[])[] = [
  ["analyse"],
  ["analyze", "--jsn"],
  ["analyze", "--format", "yaml"],
  ["analyze", "left-pad"],
  ["analyze", "--target", "deno"],
  ["analyze", "--cwd"],
  ["analyze", "--cwd", "no/such/folder"],
  ["explain"],
  ["explain", "rightpad"],
  ["explain", "__proto__"],
  ["explain", "$(touch pwned)\u001b[2J"],
  ["apply", "rightpad"],
  ["apply", "--dry"],
  ["budget", "--format", "yaml"],
  ["budget", "--reason", "x"],
  ["budget", "--accept", "left-pad"],
  ["budget", "--accept", "left-pad", "--reason", " "],
  ["budget", "--output", "package.json"],
  ["budget", "--output", "../report.md"],
  ["budget", "--output", "package-lock.json"],
  ["undo", "--cwd", "no/such/folder"],
];

for (const argv of mistakes) {
  test(`a mistake is told in one line and changes nothing: ${JSON.stringify(argv)}`, async (context) => {
    const project = makeProject(context, shop);
    const before = readTree(project);
    const { code, stdout, stderr } = await shrinkdeps(project, argv);
    assert.equal(code, 2);
    assert.equal(stdout, "");
    assert.match(stderr, /^shrinkdeps: [^\n\u001b]+\n$/);
    assert.deepEqual(readTree(project), before);
  });
}

test("a folder without a manifest, and one that is broken, are told with their place", async (context) => {
  const empty = await shrinkdeps(makeProject(context, { "a.js": "" }), ["analyze"]);
  assert.equal(empty.code, 2);
  assert.match(empty.stderr, /^shrinkdeps: package\.json: [^\n]+\n$/);
  const broken = await shrinkdeps(makeProject(context, { "package.json": '{\n  "name": "shop",\n}\n' }), ["analyze"]);
  assert.equal(broken.code, 2);
  assert.match(broken.stderr, /^shrinkdeps: package\.json:[23]: [^\n]+\n$/);
});

test("analyze answers in each format, and a report is always fine", async (context) => {
  const project = makeProject(context, shop);
  const terminal = await shrinkdeps(project, ["analyze"]);
  assert.equal(terminal.code, 0, terminal.stderr);
  assert.match(
    terminal.stdout,
    /^1 of 1 direct dependency can go: 1 package, size unknown, no install scripts;\n  all of them automatically, 2 lines\n/,
  );
  assert.match((await shrinkdeps(project, ["analyze", "--format", "markdown"])).stdout, /^## Dependencies of `shop`\n/);
  const json = await shrinkdeps(project, ["analyze", "--json"]);
  assert.equal(json.stdout, (await shrinkdeps(project, ["analyze", "--format", "json"])).stdout);
  const analysis: { dependencies: { name: string; verdict: string; usages: unknown[] }[] } = JSON.parse(json.stdout);
  assert.deepEqual(
    analysis.dependencies.map(({ name, verdict, usages }) => [name, verdict, usages.length]),
    [["left-pad", "native", 2]],
  );
});

test("--cwd names the project, relative to where the command is run", async (context) => {
  const outside = makeProject(
    context,
    Object.fromEntries(Object.entries(shop).map(([path, content]) => [`shop/${path}`, content])),
  );
  assert.match((await shrinkdeps(outside, ["analyze", "--cwd", "shop"])).stdout, /^1 of 1 direct dependency can go/);
});

test("--target stands in for what the manifest promises", async (context) => {
  const old = await shrinkdeps(makeProject(context, shop), ["analyze", "--target", "node4"]);
  assert.match(old.stdout, /by hand/);
  assert.match(old.stdout, /needs Node 8/);
});

test("colours are used on a terminal, and not when NO_COLOR is set", async (context) => {
  const project = makeProject(context, shop);
  assert.match((await shrinkdeps(project, ["analyze"], undefined, { isOutputTTY: true })).stdout, /\u001b\[/);
  assert.doesNotMatch(
    (await shrinkdeps(project, ["analyze"], undefined, { isOutputTTY: true, env: { NO_COLOR: "1" } })).stdout,
    /\u001b/,
  );
});

test("explain tells why a package is here, its cost, and each use", async (context) => {
  const { code, stdout } = await shrinkdeps(makeProject(context, shop), ["explain", "left-pad"]);
  assert.equal(code, 0);
  assert.match(stdout, /Why it is here\n  shop > left-pad@1\.3\.0\n/);
  assert.match(
    stdout,
    /src\/label\.js:3:30  call, becomes an expression\n    - export const label = \(id\) => leftPad\(String\(id\), 5, "0"\);\n    \+ export const label = \(id\) => String\(id\)\.padStart\(5, "0"\);\n/,
  );
});

test("analyze shows the same whole lines before and after, in each format that shows uses", async (context) => {
  const project = makeProject(context, shop);
  const line = (code: string) => `export const label = (id) => ${code};`;
  const [before = "", after = ""] = ['leftPad(String(id), 5, "0")', 'String(id).padStart(5, "0")'].map(line);
  const [imported, call] = JSON.parse((await shrinkdeps(project, ["analyze", "--json"])).stdout).dependencies[0].usages;
  assert.deepEqual(imported.change, { line: 1, before: 'import leftPad from "left-pad";', after: "" });
  assert.deepEqual([call.change, call.becomes], [{ line: 3, before, after }, 'String(id).padStart(5, "0")']);
  const markdown = (await shrinkdeps(project, ["analyze", "--format", "markdown"])).stdout;
  assert.ok(markdown.includes(`\`src/label.js:3:30\`\n\n\`\`\`diff\n- ${before}\n+ ${after}\n\`\`\`\n`), markdown);
  const page = (await shrinkdeps(project, ["analyze", "--format", "html"])).stdout.replaceAll("&quot;", '"');
  assert.ok(page.replaceAll("&gt;", ">").includes(`<del>- ${before}</del><ins>+ ${after}</ins>`), page);
});

test("budget is fine within the limits, a finding over them, and no question of the sources", async (context) => {
  const project = (packages: number): string => {
    const manifest = { ...shop["package.json"], shrinkdeps: { budget: { packages } } };
    return makeProject(context, { ...shop, "package.json": manifest, "src/broken.js": "import {" });
  };
  const within = await shrinkdeps(project(1), ["budget"]);
  assert.equal(within.code, 0, within.stderr);
  assert.match(within.stdout, /^Within budget: 1 limit/);
  const over = await shrinkdeps(project(0), ["budget"]);
  assert.equal(over.code, 1);
  assert.match(over.stdout, /^Over budget: 1 package, 1 more than the 0 agreed\.\n/);
  const github = await shrinkdeps(project(0), ["budget", "--format", "github"]);
  assert.match(
    github.stdout,
    /^::error file=package\.json,line=\d+,col=\d+,title=shrinkdeps budget::1 package, 1 more/,
  );
});

test("budget --update lowers a limit, and raises one only with --force", async (context) => {
  const manifest = { ...shop["package.json"], shrinkdeps: { budget: { packages: 0, direct: 9 } } };
  const project = makeProject(context, { ...shop, "package.json": manifest });
  const readBudget = (): unknown => {
    const written: { shrinkdeps: { budget: unknown } } = JSON.parse(
      readFileSync(join(project, "package.json"), "utf8"),
    );
    return written.shrinkdeps.budget;
  };
  const lowered = await shrinkdeps(project, ["budget", "--update"]);
  assert.equal(lowered.code, 1, "a limit that stays exceeded is a finding");
  assert.deepEqual(readBudget(), { packages: 0, direct: 1 });
  assert.equal((await shrinkdeps(project, ["budget", "--force"])).code, 0);
  assert.deepEqual(readBudget(), { packages: 1, direct: 1 });
  assert.equal((await shrinkdeps(project, ["budget"])).code, 0);
  assert.deepEqual(Object.keys(readTree(project)).sort(), [...Object.keys(shop), "shrinkdeps.baseline.json"].sort());
});

test("a budget that is not JSON as expected is told with its line", async (context) => {
  const manifest = { ...shop["package.json"], shrinkdeps: { budget: { packages: "many" } } };
  const { code, stderr } = await shrinkdeps(makeProject(context, { ...shop, "package.json": manifest }), ["budget"]);
  assert.equal(code, 2);
  assert.match(stderr, /^shrinkdeps: package\.json:\d+: [^\n]+\n$/);
});

test("undo says so when there is nothing to take back", async (context) => {
  const { code, stdout } = await shrinkdeps(makeProject(context, shop), ["undo"]);
  assert.equal(code, 0);
  assert.match(stdout, /^Nothing to take back: /);
});

test("analyze changes nothing", async (context) => {
  const project = makeProject(context, shop);
  const before = readTree(project);
  for (const argv of [["analyze"], ["analyze", "--json"], ["explain", "left-pad"], ["undo"]])
    await shrinkdeps(project, argv);
  assert.deepEqual(readTree(project), before);
});

test("a reader that closes the pipe early is no error", { skip: process.platform === "win32" }, (context) => {
  const project = makeProject(context, shop);
  const script = `"${process.execPath}" "${bin}" analyze --json | head -c 1; echo " \${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync("bash", ["-c", script], { cwd: project, encoding: "utf8" });
  assert.equal(stdout, "{ 0\n");
  assert.equal(stderr, "");
});

test("help, version and budget load no compiler", () => {
  const code = `
    const { run } = await import(${JSON.stringify(new URL("../../src/cli/run.js", import.meta.url).href)});
    const output = { write() {} };
    await run(JSON.parse(process.argv[1]), { stdout: output, stderr: output, env: {}, cwd: process.argv[2], isTTY: false, isOutputTTY: false, isErrorTTY: false });
    const { createRequire } = await import("node:module");
    const loaded = Object.keys(createRequire(import.meta.url).cache).filter((path) => /ts-morph|typescript/.test(path));
    console.log(JSON.stringify(loaded));`;
  const load = (...argv: string[]): string[] =>
    JSON.parse(
      execFileSync(process.execPath, ["--input-type=module", "-e", code, JSON.stringify(argv), root], {
        encoding: "utf8",
      }),
    );
  assert.deepEqual(load("--version"), []);
  assert.deepEqual(load("--help"), []);
  assert.deepEqual(load("budget"), []);
  assert.notDeepEqual(load("analyze"), [], "the way to look must find it where it is loaded");
});
