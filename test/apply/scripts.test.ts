import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { apply } from "../../src/apply/apply.ts";
import { undo } from "../../src/apply/undo.ts";
import { readCatalog } from "../../src/catalog/read.ts";
import { readProject } from "../../src/project/read.ts";
import { plan, type PlanOptions } from "../../src/rewrite/make-plan.ts";
import type { Plan } from "../../src/rewrite/plan.ts";
import { installOriginals, listOriginals } from "../recipes/proof/originals.ts";
import { linkOriginal } from "../recipes/proof/scripts.ts";
import { tree } from "../project/tree.ts";

before(installOriginals);

function install(root: string, ...aliases: readonly string[]): void {
  for (const original of listOriginals())
    if (aliases.includes(original.alias)) linkOriginal(original, join(root, "node_modules"));
}

async function planIn(root: string, names: readonly string[], options: PlanOptions = {}): Promise<Plan> {
  return plan(readProject(root), await readCatalog(names), { packages: names, ...options });
}

function run(root: string, script: string): { code: number | null; output: string } {
  const { status, stdout } = spawnSync("npm", ["run", "--silent", script], { cwd: root, encoding: "utf8" });
  return { code: status, output: stdout };
}

/** The text as npm reads it, whatever escapes it is written with. */
const manifest = (lines: readonly string[], end = "\n") =>
  `{${end}${lines.map((line) => `\t${line}${end}`).join("")}}${end}`;

test("npm runs a script without the package as it did with it, its pre and post scripts too", async (t) => {
  const scripts = [
    '"preclean": "mkdirp dist/deep && mkdirp \\"a b\\"",',
    '"clean": "rimraf dist \\"a b\\" missing && npx rimraf build",',
    '"postclean": "node -p 1; rimraf file/below || echo kept"',
  ];
  const dependencies = '"devDependencies": { "mkdirp": "1.0.4", "rimraf": "5.0.10", "typescript": "5.0.0" }';
  const text = manifest(['"private": true,', '"scripts": {', ...scripts, "},", dependencies]);
  const files = { "package.json": text, "dist/x": "", "build/x": "", file: "" };
  const [old, root] = [tree(t, files), tree(t, files)];
  for (const each of [old, root]) install(each, "mkdirp-1.0.4", "rimraf-5.0.10");
  const made = await planIn(root, ["rimraf", "mkdirp"]);
  assert.deepEqual(
    made.packages.map(({ package: name, outcome, reasons }) => [name, outcome, reasons]),
    [
      ["rimraf", "remove", []],
      ["mkdirp", "remove", []],
    ],
  );
  assert.equal(readFileSync(join(root, "package.json"), "utf8"), text);
  const receipt = await apply(readProject(root), made);
  assert.deepEqual(receipt.files, [{ path: "package.json", change: "modified" }]);
  const rm = (paths: string) => `node -e \\"${paths}, { recursive: true, force: true, maxRetries: 3 })\\"`;
  assert.equal(
    readFileSync(join(root, "package.json"), "utf8"),
    manifest([
      '"private": true,',
      '"scripts": {',
      `"preclean": "node -e \\"fs.mkdirSync('dist/deep', { recursive: true })\\" && node -e \\"fs.mkdirSync('a b', { recursive: true })\\"",`,
      `"clean": "${rm("for (const path of ['dist', 'a b', 'missing']) fs.rmSync(path")} && ${rm("fs.rmSync('build'")}",`,
      `"postclean": "node -p 1; ${rm("fs.rmSync('file/below'")} || echo kept"`,
      "},",
      '"devDependencies": { "typescript": "5.0.0" }',
    ]),
  );
  rmSync(join(root, "node_modules"), { recursive: true });
  assert.deepEqual(run(root, "clean"), run(old, "clean"));
  for (const path of ["dist", "build", "a b", "file"])
    assert.equal(existsSync(join(root, path)), existsSync(join(old, path)), path);
  assert.deepEqual(
    (await planIn(root, ["rimraf", "mkdirp"], { unused: ["rimraf"] })).files,
    [],
    "a second run changes nothing",
  );
  undo(root);
  assert.equal(readFileSync(join(root, "package.json"), "utf8"), text);
});

test("escapes, line ends and a byte order mark of the manifest stay", async (t) => {
  const text = (command: string, dependencies: string) =>
    `\uFEFF${manifest(
      [
        '"name": "caf\\u00e9",',
        `"scripts": { "a": "echo \\u0022x\\u0022 \\u0026\\u0026 ${command} \\u0026& echo \\ud83d\\ude00" },`,
        `"devDependencies": {${dependencies}}`,
      ],
      "\r\n",
    )}`;
  const root = tree(t, {
    "package.json": text("\\u0072imraf \\u0022d\\u0069st dir\\u0022", '"a": "1", "rimraf": "5"'),
  });
  install(root, "rimraf-5.0.10");
  await apply(readProject(root), await planIn(root, ["rimraf"]));
  const becomes = `node -e \\"fs.rmSync('dist dir', { recursive: true, force: true, maxRetries: 3 })\\"`;
  assert.equal(readFileSync(join(root, "package.json"), "utf8"), text(becomes, '"a": "1"'));
});

const stays: readonly (readonly [fact: string, files: Record<string, string | object>, reason: RegExp])[] = [
  [
    "a workflow runs the command",
    { ".github/workflows/ci.yml": "jobs:\n  a:\n    steps:\n      - run: npx rimraf dist\n" },
    /workflow/,
  ],
  [
    "a source use is refused",
    { "a.js": "const rimraf = require('rimraf');\nmodule.exports = rimraf;\nrimraf.other();\n" },
    /a\.js/,
  ],
  [
    "another script gives the script arguments",
    { scripts: { clean: "rimraf dist", all: "npm run clean -- build" } },
    /arguments of its own/,
  ],
  ["a workflow gives the script arguments", { "ci.sh": "yarn clean build\n" }, /ci\.sh runs the script clean/],
  ["another script cannot be rewritten", { scripts: { clean: "rimraf dist", glob: "rimraf *.js" } }, /is a pattern/],
  ["the project promises an older Node", { engines: { node: ">=8" } }, /needs Node 14\.14\.0/],
];

for (const [fact, files, reason] of stays) {
  test(`a package that scripts use stays, and its scripts with it, where ${fact}`, async (t) => {
    const { scripts = { clean: "rimraf dist" }, engines, ...sources } = files;
    const own = {
      name: "x",
      scripts,
      ...(engines === undefined ? {} : { engines }),
      devDependencies: { rimraf: "5.0.10" },
    };
    const root = tree(t, { "package.json": own, ...sources });
    install(root, "rimraf-5.0.10");
    const made = await planIn(root, ["rimraf"]);
    assert.deepEqual(made.files, []);
    assert.deepEqual(made.removals, []);
    assert.match(made.packages[0]!.reasons.join("\n"), reason);
  });
}

test("a package goes with its uses in sources and scripts together", async (t) => {
  const root = tree(t, {
    "package.json": {
      name: "x",
      scripts: { clean: "rimraf dist && echo rimraf" },
      devDependencies: { rimraf: "5.0.10" },
    },
    "clean.mjs": 'import { rimrafSync } from "rimraf";\n\nrimrafSync("dist");\n',
  });
  install(root, "rimraf-5.0.10");
  const made = await planIn(root, ["rimraf"]);
  assert.deepEqual(
    made.files.map(({ path }) => path),
    ["clean.mjs", "package.json"],
  );
  assert.match(made.files[1]!.after, /maxRetries: 3 \}\)\\" && echo rimraf"/);
});

test("packages whose commands stand in one script go together, and one where the other stays", async (t) => {
  const own = {
    name: "x",
    os: ["!win32"],
    scripts: { it: "cross-env A=b rimraf dist && cross-env C=d E=f node x.js" },
    devDependencies: { "cross-env": "10.1.0", rimraf: "5.0.10" },
  };
  const removed = "node -e \"fs.rmSync('dist', { recursive: true, force: true, maxRetries: 3 })\"";
  const cases: readonly (readonly [string[], string])[] = [
    [["rimraf", "cross-env"], `A=b ${removed} && C=d E=f node x.js`],
    [["rimraf"], `cross-env A=b ${removed} && cross-env C=d E=f node x.js`],
    [["cross-env"], "A=b rimraf dist && C=d E=f node x.js"],
  ];
  for (const [names, script] of cases) {
    const root = tree(t, { "package.json": own });
    install(root, "rimraf-5.0.10", "cross-env-10.1.0");
    await apply(readProject(root), await planIn(root, names));
    const after: typeof own = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    assert.equal(after.scripts.it, script);
    assert.deepEqual(
      Object.keys(after.devDependencies ?? {}),
      ["cross-env", "rimraf"].filter((name) => !names.includes(name)),
    );
  }
});

test("a script of 200,000 characters is read in little time", async (t) => {
  const long = `${"echo x && ".repeat(20_000)}rimraf dist`;
  const root = tree(t, { "package.json": { name: "x", scripts: { long }, devDependencies: { rimraf: "5.0.10" } } });
  install(root, "rimraf-5.0.10");
  const started = performance.now();
  const made = await planIn(root, ["rimraf"]);
  assert.ok(performance.now() - started < 5000);
  assert.equal(made.packages[0]!.outcome, "remove");
});
