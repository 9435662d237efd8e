import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { commandsOf } from "../../src/budget/init/manager.ts";
import { githubWorkflow, gitlabJob, plainScript } from "../../src/budget/init/workflow.ts";
import { readTree } from "../../src/project/read.ts";
import { makeProject, readTree as readFiles, shrinkdeps } from "../cli/command.ts";
import { tree } from "../project/tree.ts";
import { filesOf } from "./projects.ts";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
const shop = filesOf({ direct: ["shrinkdeps", "a"], packages: { shrinkdeps: {}, a: {} } });

/** The shop with shrinkdeps pinned, as init wants it. */
function pinned(files: Readonly<Record<string, string>> = {}): Record<string, string> {
  const texts = Object.entries(shop).map(([path, content]) => [path, `${JSON.stringify(content, undefined, 2)}\n`]);
  const pin = ([path, text]: string[]) => [path, text?.replaceAll('"shrinkdeps": "*"', '"shrinkdeps": "1.0.0"')];
  return { ...Object.fromEntries(texts.map(pin)), ...files };
}

/** Runs a POSIX script with these programs found first. */
function runScript(shell: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}) {
  const path = `${join(cwd, "stubs")}${delimiter}${process.env["PATH"]}`;
  return spawnSync(shell, args, { cwd, encoding: "utf8", env: { PATH: path, ...env } });
}

/** Puts the built shrinkdeps where an install would, and an npm that only says how it was called. */
function install(root: string): void {
  for (const folder of ["stubs", "node_modules/.bin"]) mkdirSync(join(root, folder), { recursive: true });
  const bin = join(root, "node_modules/.bin/shrinkdeps");
  writeFileSync(bin, `#!/bin/sh\nexec "${process.execPath}" "${join(repository, "bin/shrinkdeps.js")}" "$@"\n`);
  writeFileSync(join(root, "stubs/npm"), '#!/bin/sh\necho "npm $*"\n');
  chmodSync(bin, 0o755);
  chmodSync(join(root, "stubs/npm"), 0o755);
}

test("init writes limits, a baseline and a workflow, and has nothing to do the second time", async (context) => {
  const root = makeProject(context, pinned());
  const first = await shrinkdeps(root, ["init", "--ci", "github"]);
  assert.equal(first.code, 0, first.stderr);
  assert.match(
    first.stdout,
    /^Wrote:\n  shrinkdeps\.baseline\.json\n  package\.json \(changed\)\n  \.github\/workflows\/budget\.yml\n/,
  );
  const files = readFiles(root);
  assert.deepEqual(JSON.parse(files["package.json"] ?? "").shrinkdeps.budget, {
    packages: 2,
    production: 2,
    direct: 2,
    installScripts: 0,
  });
  assert.equal((await shrinkdeps(root, ["budget"])).code, 0);
  assert.match((await shrinkdeps(root, ["init", "--ci", "github"])).stdout, /^Everything is there already\./);
  assert.deepEqual(readFiles(root), files);
});

test("init overwrites nothing without being asked, and touches no limits that are there", async (context) => {
  const workflow = { ".github/workflows/budget.yml": "name: mine\n" };
  const root = makeProject(context, pinned(workflow));
  const before = readFiles(root);
  const refused = await shrinkdeps(root, ["init"]);
  assert.equal(refused.code, 2);
  assert.match(
    refused.stderr,
    /^shrinkdeps: \.github\/workflows\/budget\.yml: it is there already, [^\n]+\(--force replaces it\)\n$/,
  );
  assert.deepEqual(readFiles(root), before);
  assert.equal((await shrinkdeps(root, ["init", "--force", "--dry-run"])).code, 0);
  assert.deepEqual(readFiles(root), before);
  assert.equal((await shrinkdeps(root, ["init", "--force"])).code, 0);
  const limited = pinned({ "shrinkdeps.json": '{ "budget": { "packages": 9 } }\n' });
  const other = makeProject(context, limited);
  assert.equal((await shrinkdeps(other, ["init", "--ci", "script"])).code, 0);
  assert.equal(readFiles(other)["shrinkdeps.json"], limited["shrinkdeps.json"]);
});

test("init says what is missing in one line", async (context) => {
  const without = makeProject(context, filesOf({ direct: ["a"], packages: { a: {} } }) as Record<string, object>);
  const missing = await shrinkdeps(without, ["init", "--ci", "github"]);
  assert.match(
    missing.stderr,
    /^shrinkdeps: package\.json: shrinkdeps is no dependency [^\n]+\(first run npm install --save-dev --save-exact [^\n]+\)\n$/,
  );
  const root = makeProject(context, pinned());
  assert.match((await shrinkdeps(root, ["init"])).stderr, /it is not clear where changes are checked/);
  assert.match(
    (await shrinkdeps(root, ["init", "--ci", "script"], undefined, { env: { CI: "true" } })).stderr,
    /\(CI is set\)/,
  );
  assert.deepEqual(Object.keys(readFiles(root)).sort(), ["package-lock.json", "package.json"]);
});

test("agreement is not rewritten in CI, and a check runs there as ever", async (context) => {
  const root = makeProject(context, pinned());
  for (const name of ["CI", "GITHUB_ACTIONS", "TF_BUILD"]) {
    const facts = { env: { [name]: "1" } };
    for (const argv of [
      ["budget", "--update"],
      ["budget", "--force"],
      ["budget", "--accept", "a", "--reason", "b"],
    ]) {
      const { code, stderr } = await shrinkdeps(root, argv, undefined, facts);
      assert.equal(code, 2);
      assert.match(
        stderr,
        new RegExp(`^shrinkdeps: what was agreed is not rewritten in CI \\(${name} is set\\) [^\\n]+\\n$`),
      );
    }
    assert.equal((await shrinkdeps(root, ["budget"], undefined, facts)).code, 0);
  }
  assert.equal((await shrinkdeps(root, ["budget", "--update"], undefined, { env: { CI: "false" } })).code, 0);
});

test("a workflow for GitLab is a file of its own where there is one already", async (context) => {
  const root = makeProject(context, pinned({ ".gitlab-ci.yml": "stages: [test]\n" }));
  const { stdout } = await shrinkdeps(root, ["init"]);
  assert.match(stdout, /\.gitlab\/budget\.yml\n/);
  assert.match(stdout, /include: \[\{ local: "\.gitlab\/budget\.yml" \}\]/);
  assert.equal(readFiles(root)[".gitlab-ci.yml"], "stages: [test]\n");
  const fresh = makeProject(context, pinned());
  assert.equal((await shrinkdeps(fresh, ["init", "--ci", "gitlab"])).code, 0);
  assert.match(readFiles(fresh)[".gitlab-ci.yml"] ?? "", /^budget:\n  image: node:22\n/);
});

const lockfiles: readonly (readonly [
  manager: "npm" | "pnpm" | "yarn" | "bun",
  path: string,
  text: string,
  install: string,
])[] = [
  ["npm", "package-lock.json", "{}", "npm ci --ignore-scripts"],
  ["pnpm", "pnpm-lock.yaml", "lockfileVersion: '6.0'\n", "pnpm install --frozen-lockfile --ignore-scripts"],
  ["yarn", "yarn.lock", "# yarn lockfile v1\n", "yarn install --frozen-lockfile --ignore-scripts"],
  ["yarn", "yarn.lock", "__metadata:\n  version: 8\n", "yarn install --immutable --mode=skip-build"],
  ["bun", "bun.lock", "{}", "bun install --frozen-lockfile --ignore-scripts"],
];

test("every workflow pins its actions by commit, installs from the lockfile with scripts off, and fetches no program", (context) => {
  for (const [manager, path, text, wanted] of lockfiles) {
    const project = readTree(
      tree(context, { ...shop, [path]: path === "package-lock.json" ? (shop[path] ?? {}) : text }),
    );
    const commands = commandsOf(project, manager, path);
    const facts = { commands, branch: "main", nodeVersionFile: undefined };
    for (const workflow of [githubWorkflow(facts), gitlabJob(facts), plainScript(facts)]) {
      assert.equal(workflow.split(`${wanted}\n`).length, 2, workflow);
      assert.doesNotMatch(workflow, /\bnpx\b|\bdlx\b|\bbunx\b|npm exec|\$\{\{/);
    }
    const uses = githubWorkflow(facts).match(/uses: .*/g) ?? [];
    assert.ok(uses.length >= 2);
    for (const use of uses) assert.match(use, /^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  }
  const project = readTree(tree(context, { ...shop, "pnpm-lock.yaml": "lockfileVersion: '6.0'\n" }));
  const commands = commandsOf(project, "pnpm", "pnpm-lock.yaml");
  assert.match(
    githubWorkflow({ commands, branch: "main", nodeVersionFile: ".nvmrc" }),
    /version: 8\n[^]*node-version-file: \.nvmrc\n/,
  );
});

test(
  "the plain script installs, checks, and ends as the check does",
  { skip: process.platform === "win32" },
  async (context) => {
    const root = makeProject(context, pinned());
    await shrinkdeps(root, ["init", "--ci", "script"]);
    install(root);
    const fine = runScript("sh", ["shrinkdeps-budget.sh"], root);
    assert.equal(fine.status, 0, fine.stderr);
    assert.match(fine.stdout, /^npm ci --ignore-scripts\nWithin budget/);
    const settings = readFileSync(join(root, "package.json"), "utf8").replace('"packages": 2', '"packages": 1');
    writeFileSync(join(root, "package.json"), settings);
    assert.equal(runScript("sh", ["shrinkdeps-budget.sh"], root).status, 1);
  },
);

test(
  "the action runs what is installed, writes the summary, and ends as the check does",
  { skip: process.platform === "win32" },
  (context) => {
    const action = readFileSync(join(repository, "action.yml"), "utf8");
    const script = /^ +run: \|\n([^]*)$/m.exec(action)?.[1]?.replace(/^ {8}/gm, "") ?? "";
    assert.doesNotMatch(script, /\$\{\{|npx|npm (?:i|install|exec)\b/);
    const root = makeProject(context, pinned({ "shrinkdeps.json": '{ "budget": { "packages": 1 } }\n' }));
    const env = { GITHUB_STEP_SUMMARY: join(root, "summary.md"), SHRINKDEPS_BASE: "" };
    const run = (facts: Readonly<Record<string, string>> = {}) =>
      runScript("bash", ["-e", "-o", "pipefail", "-c", script], root, { ...env, ...facts });
    const missing = run();
    assert.equal(missing.status, 2);
    assert.match(missing.stdout, /^::error title=shrinkdeps budget::shrinkdeps is not installed here/);
    install(root);
    const over = run();
    assert.equal(over.status, 1, over.stderr);
    assert.match(over.stdout, /^::error file=shrinkdeps\.json,line=1,/);
    assert.match(readFileSync(env.GITHUB_STEP_SUMMARY, "utf8"), /^## Over budget\n/);
    assert.match(run({ SHRINKDEPS_BASE: "main" }).stderr, /the project is in no git repository/);
  },
);
