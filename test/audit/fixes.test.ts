import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { changesOfFixes } from "../../src/apply/fixes/changes.ts";
import { planFixes } from "../../src/audit/fixes/plan.ts";
import { readProject } from "../../src/project/read.ts";
import { makeProject, readTree, shrinkdeps } from "../cli/command.ts";

const hash = `sha512-${"a".repeat(86)}==`;

function entry(name: string, version = "1.0.0", more: object = {}): object {
  const resolved = `https://packages.example/${name}/-/${name}-${version}.tgz`;
  return { version, resolved, integrity: hash, ...more };
}

interface Shape {
  readonly manifest?: Readonly<Record<string, unknown>>;
  /** By where they are installed: "node_modules/serve". */
  readonly entries?: Readonly<Record<string, object>>;
  readonly files?: Readonly<Record<string, string | object>>;
  /** The lockfile as it is, instead of one made of the entries. */
  readonly lockfileVersion?: number;
}

function shapeOf({ manifest = {}, entries = {}, files = {}, lockfileVersion = 3 }: Shape) {
  const root = { name: "ferry", version: "1.0.0", ...manifest };
  const { scripts: _, private: __, ...listed }: Record<string, unknown> = root;
  return {
    "package.json": root,
    "package-lock.json": {
      name: "ferry",
      version: "1.0.0",
      lockfileVersion,
      requires: true,
      packages: { "": listed, ...entries },
    },
    ...files,
  };
}

/** The files that the fixes change, as they are then, and what was left with its reason. */
function fixed(context: TestContext, shape: Shape) {
  const project = readProject(makeProject(context, shapeOf(shape)));
  const plan = planFixes(project);
  const changes = changesOfFixes(project, plan);
  return {
    files: Object.fromEntries(changes.map(({ path, after }) => [path, after ?? ""])),
    left: plan.left.map(({ path, line, subject, reason }) => `${path}:${line} ${subject}: ${reason}`),
    fixes: plan.fixes,
  };
}

const workflow = (...steps: readonly string[]): string =>
  [
    "on: push",
    "jobs:",
    "  test:",
    "    runs-on: ubuntu-latest",
    "    steps:",
    ...steps.map((step) => `      - run: ${step}`),
    "",
  ].join("\n");
const at = ".github/workflows/ci.yml";

for (const [before, after] of [
  ["npm install", "npm ci"],
  ["npm i --ignore-scripts --no-audit && npm test", "npm ci --ignore-scripts --no-audit && npm test"],
  ["CI=1 npm install --omit=dev", "CI=1 npm ci --omit=dev"],
]) {
  test(`a workflow's "${before}" becomes "${after}", and nothing else of it changes`, (context) => {
    const text = workflow("echo '# npm install'", before ?? "", "npm test # npm install");
    const { files, left } = fixed(context, { files: { [at]: text } });
    assert.deepEqual(files, { [at]: text.replace(`run: ${before}`, `run: ${after}`) });
    assert.deepEqual(left, []);
  });
}

test("a working-directory of another step says nothing of the root's", (context) => {
  const text = workflow("npm install\n        working-directory: docs", "npm install", "npm test").replace(
    "on: push",
    "on: push # working-directory",
  );
  const { files, left } = fixed(context, { files: { [at]: text } });
  assert.deepEqual(files, {
    [at]: text.replace("- run: npm install\n      - run: npm test", "- run: npm ci\n      - run: npm test"),
  });
  assert.deepEqual(left.length, 1);
  assert.match(left[0]!, /ci\.yml:6 npm install: the step sets a working-directory/);
});

const refusals: Readonly<Record<string, readonly [shape: Shape, reason: RegExp]>> = {
  "a flag that npm ci does not take": [
    { files: { [at]: workflow("npm install --no-save") } },
    /npm ci may not take --no-save/,
  ],
  "another directory": [{ files: { [at]: workflow("cd docs && npm install") } }, /the step changes its directory/],
  "a working-directory": [
    { files: { [at]: `${workflow("npm install")}        working-directory: docs\n` } },
    /the step sets a working-directory/,
  ],
  "a working-directory of the whole job": [
    {
      files: {
        [at]: workflow("npm install").replace(
          "    steps:",
          "    defaults:\n      run:\n        working-directory: docs\n    steps:",
        ),
      },
    },
    /its job sets a working-directory/,
  ],
  "a manifest that an earlier step changes": [
    { files: { [at]: workflow("npm pkg set type=module", "npm install") } },
    /line 6 may change what is to be installed/,
  ],
  "a lockfile that an earlier step removes": [
    { files: { [at]: workflow("rm package-lock.json", "npm install") } },
    /line 6 may change/,
  ],
  "a lockfile that git ignores": [
    { files: { [at]: workflow("npm install"), ".gitignore": "package-lock.json\n" } },
    /git ignores package-lock\.json/,
  ],
  "a lockfile out of step": [
    {
      files: { [at]: workflow("npm install"), "package-lock.json": { lockfileVersion: 3, packages: { "": {} } } },
      manifest: { dependencies: { a: "^1.0.0" } },
    },
    /package-lock\.json/,
  ],
  "a lockfile that .npmrc turns off": [
    { files: { [at]: workflow("npm install"), ".npmrc": "package-lock=false\n" } },
    /package-lock is off in \.npmrc:1/,
  ],
  "an npm that is too old": [
    { files: { [at]: workflow("npm install") }, manifest: { engines: { node: ">=8" } } },
    /Node 8\.0\.0 .* has no npm ci/,
  ],
  "a Node in the workflow that cannot read the lockfile": [
    {
      files: {
        [at]: workflow("npm install").replace(
          "    steps:",
          "    strategy:\n      matrix:\n        node: [14, 22]\n    steps:",
        ),
      },
    },
    /names Node 14, whose npm cannot install by a lockfile of version 3/,
  ],
  "quotes in the word": [{ files: { [at]: workflow('npm "inst"all') } }, /quoted or escaped/],
  "a service whose steps are not followed": [
    { files: { ".gitlab-ci.yml": "test:\n  script:\n    - npm install\n" } },
    /only the steps of GitHub's workflows are followed/,
  ],
};

for (const [name, [shape, reason]] of Object.entries(refusals)) {
  test(`npm install is left, with the reason: ${name}`, (context) => {
    const { files, left } = fixed(context, shape);
    assert.deepEqual(files, {});
    assert.equal(left.filter((text) => reason.test(text)).length >= 1, true, left.join("\n"));
  });
}

test("npm install stays where a person types it, where it names a package, and in an image", (context) => {
  const files = { [at]: workflow("npm install -g npm@11.0.0"), Dockerfile: "FROM node:22\nRUN npm install\n" };
  const { files: changed } = fixed(context, { files, manifest: { scripts: { setup: "npm install" } } });
  assert.deepEqual(changed, {});
});

test("a tool that only another package brings is listed at its version, and npx may fetch nothing", (context) => {
  const manifest = {
    scripts: { start: "npx serve dist", "start:all": "CI=1 npx -y serve@1.x dist && npx serve" },
    dependencies: { host: "1.0.0" },
  };
  const entries = {
    "node_modules/host": entry("host", "1.0.0", { dependencies: { serve: "^1.0.0" } }),
    "node_modules/serve": entry("serve", "1.2.3", { bin: { serve: "cli.js" } }),
  };
  const { files, left } = fixed(context, { manifest, entries });
  const { "package.json": after, "package-lock.json": lock } = files;
  const json = JSON.parse(after ?? "");
  assert.deepEqual(json.scripts, {
    start: "npx --no serve dist",
    "start:all": "CI=1 npx --no serve dist && npx --no serve",
  });
  assert.deepEqual(json.devDependencies, { serve: "1.2.3" });
  assert.deepEqual(Object.keys(json), ["name", "version", "scripts", "dependencies", "devDependencies"]);
  assert.deepEqual(JSON.parse(lock ?? "").packages[""].devDependencies, { serve: "1.2.3" });
  assert.deepEqual(left, []);
  assert.match(after ?? "", /\n {2}"devDependencies": \{\n {4}"serve": "1\.2\.3"\n {2}\}\n\}\n$/);
});

test("a tool that is listed needs no more than --no", (context) => {
  const manifest = { scripts: { start: "npx serve" }, devDependencies: { serve: "1.0.0" } };
  const { files } = fixed(context, {
    manifest,
    entries: { "node_modules/serve": entry("serve", "1.0.0", { dev: true }) },
  });
  assert.deepEqual(Object.keys(files), ["package.json"]);
  assert.equal(files["package.json"]?.includes('"start": "npx --no serve"'), true);
});

const tools: Readonly<Record<string, readonly [line: string, more: object, reason: RegExp]>> = {
  "one that no lockfile holds": [
    "npx cowsay hi",
    {},
    /does not hold cowsay: run `npm install --save-dev --save-exact cowsay`/,
  ],
  "another version than the lockfile's": [
    "npx serve@2",
    { bin: { serve: "a" } },
    /asks for serve@2, and the lockfile holds 1\.0\.0/,
  ],
  "the newest": ["npx serve@latest", { bin: { serve: "a" } }, /asks for serve@latest/],
  "a package that is named apart": ["npx -p serve other", { bin: { serve: "a" } }, /with -p/],
  "a variable": ["npx $TOOL", {}, /decided when it runs/],
  "an optional package": ["npx serve", { bin: { serve: "a" }, optional: true }, /is an optional or peer package/],
  "a package without a command": ["npx serve", {}, /has no command of that name/],
  "a package from nowhere": [
    "npx serve",
    { bin: { serve: "a" }, integrity: undefined },
    /does not say where serve is from/,
  ],
};

for (const [name, [line, more, reason]] of Object.entries(tools)) {
  test(`npx is left, with the reason: ${name}`, (context) => {
    const manifest = { scripts: { go: line }, dependencies: { host: "1.0.0" } };
    const entries = {
      "node_modules/host": entry("host", "1.0.0", { dependencies: { serve: "^1.0.0" } }),
      "node_modules/serve": entry("serve", "1.0.0", more),
    };
    const { files, left } = fixed(context, { manifest, entries });
    assert.deepEqual(files, {});
    assert.equal(left.length, 1);
    assert.match(left[0] ?? "", reason);
  });
}

test("in a workflow npx may fetch nothing where the job has installed, and is left where it has not", (context) => {
  const manifest = { devDependencies: { serve: "1.0.0" } };
  const entries = { "node_modules/serve": entry("serve", "1.0.0", { dev: true }) };
  const installed = fixed(context, { manifest, entries, files: { [at]: workflow("npm ci", "npx serve") } });
  assert.equal(installed.files[at], workflow("npm ci", "npx --no serve"));
  const bare = fixed(context, { manifest, entries, files: { [at]: workflow("npx serve", "npm ci") } });
  assert.deepEqual(bare.files, {});
  assert.match(bare.left.join(), /installs nothing before it/);
});

test("an application's ranges become the lockfile's versions, in both files", (context) => {
  const manifest = {
    private: true,
    dependencies: { a: "^1.0.0", b: "2.0.0", c: "latest", g: "github:o/g" },
    devDependencies: { d: "~1.0.0" },
    peerDependencies: { p: ">=1" },
  };
  const entries = {
    "node_modules/a": entry("a", "1.4.0"),
    "node_modules/b": entry("b", "2.0.0"),
    "node_modules/c": entry("c", "3.0.0"),
    "node_modules/d": entry("d", "1.0.9", { dev: true }),
    "node_modules/g": {
      version: "1.0.0",
      resolved: "git+ssh://git@github.com/o/g.git#0123456789012345678901234567890123456789",
    },
    "node_modules/p": entry("p", "1.0.0", { peer: true }),
  };
  const { files, left } = fixed(context, { manifest, entries });
  const { dependencies, devDependencies, peerDependencies } = JSON.parse(files["package.json"] ?? "");
  assert.deepEqual(dependencies, { a: "1.4.0", b: "2.0.0", c: "3.0.0", g: "github:o/g" });
  assert.deepEqual(devDependencies, { d: "1.0.9" });
  assert.deepEqual(peerDependencies, { p: ">=1" });
  const root = JSON.parse(files["package-lock.json"] ?? "").packages[""];
  assert.deepEqual([root.dependencies, root.devDependencies], [dependencies, devDependencies]);
  assert.deepEqual(left, []);
});

test("a library keeps its ranges", (context) => {
  const { files, left } = fixed(context, {
    manifest: { dependencies: { a: "^1.0.0" } },
    entries: { "node_modules/a": entry("a") },
  });
  assert.deepEqual([files, left], [{}, []]);
});

test("a range that an override repeats is left, and so is one of another manager's lockfile", (context) => {
  const manifest = { private: true, dependencies: { a: "^1.0.0" }, overrides: { a: "$a" } };
  const { files, left } = fixed(context, { manifest, entries: { "node_modules/a": entry("a") } });
  assert.deepEqual(files, {});
  assert.match(left.join(), /package\.json:6 a@\^1\.0\.0: overrides name a/);
  const yarn = {
    "package.json": { private: true, dependencies: { a: "^1.0.0" } },
    "yarn.lock": '# yarn lockfile v1\n\n\na@^1.0.0:\n  version "1.0.0"\n',
  };
  const other = planFixes(readProject(makeProject(context, yarn)));
  assert.match(other.left.map(({ reason }) => reason).join(), /the lockfile is yarn's/);
});

const app: Shape = {
  manifest: { private: true, scripts: { start: "npx serve" }, dependencies: { serve: "^1.0.0" } },
  entries: { "node_modules/serve": entry("serve", "1.2.0") },
  files: { [at]: workflow("npm install") },
};

test("a dry run shows the diff and writes nothing; what is written is undone, and a second run finds nothing", async (context) => {
  const root = makeProject(context, shapeOf(app));
  const before = readTree(root);
  const dry = await shrinkdeps(root, ["apply", "--audit-fixes", "--dry-run"]);
  assert.equal(dry.code, 0);
  assert.match(dry.stdout, /^-      - run: npm install\n\+      - run: npm ci$/m);
  assert.match(dry.stdout, /\n {2}package\.json:\d+: npx serve → npx --no serve\n/);
  assert.match(dry.stdout, /serve \^1\.0\.0 → 1\.2\.0/);
  assert.deepEqual(readTree(root), before);
  assert.equal((await shrinkdeps(root, ["apply", "--audit-fixes"])).code, 2);
  assert.deepEqual(readTree(root), before);
  const done = await shrinkdeps(root, ["apply", "--audit-fixes", "--yes"]);
  assert.equal(done.code, 0);
  assert.match(done.stdout, /Done: 3 files written\.\n\nNot proved\n {2}what a workflow does/);
  const again = await shrinkdeps(root, ["apply", "--audit-fixes", "--yes"]);
  assert.match(again.stdout, /^Nothing here is mended mechanically\.\n$/);
  assert.equal((await shrinkdeps(root, ["undo"])).code, 0);
  const { ...after } = readTree(root);
  for (const [path, text] of Object.entries(before)) assert.equal(after[path], text, path);
});

test("with --verify fixes stay that the command passes with, and others are taken back", async (context) => {
  const root = makeProject(context, shapeOf(app));
  const before = readTree(root);
  const refused = await shrinkdeps(root, [
    "apply",
    "--audit-fixes",
    "--yes",
    "--verify",
    "grep -q 'npm install' .github/workflows/ci.yml",
  ]);
  assert.equal(refused.code, 2);
  assert.match(refused.stderr, /fails with the fixes: .*nothing was changed/);
  for (const [path, text] of Object.entries(before)) assert.equal(readTree(root)[path], text, path);
  const red = await shrinkdeps(root, ["apply", "--audit-fixes", "--yes", "--verify", "false"]);
  assert.match(red.stderr, /fails on the project as it is, so it can prove nothing/);
  const passed = await shrinkdeps(root, ["apply", "--audit-fixes", "--yes", "--verify", "true"]);
  assert.equal(passed.code, 0);
  assert.match(passed.stdout, /`true` passes before and after\./);
  assert.match(readTree(root)[at] ?? "", /npm ci/);
});

test("removals are asked for in a run of their own", async (context) => {
  const root = makeProject(context, shapeOf(app));
  for (const argv of [
    ["serve"],
    ["--partial"],
    ["--unused"],
    ["--allow-deviations"],
    ["--format", "markdown"],
    ["--filter", "."],
    ["--vendor", "serve"],
  ]) {
    const { code, stderr } = await shrinkdeps(root, ["apply", "--audit-fixes", ...argv]);
    assert.equal(code, 2, argv.join(" "));
    assert.match(stderr, /^shrinkdeps: --audit-fixes goes without /);
  }
});
