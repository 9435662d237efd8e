import assert from "node:assert/strict";
import { describe, it, test, type TestContext } from "node:test";
import { audit } from "../../src/audit/audit.ts";
import { findingsOf, reaches, type AuditResult, type CheckName } from "../../src/audit/finding.ts";
import { readProject } from "../../src/project/read.ts";
import { reportAudit } from "../../src/report/audit/report.ts";
import { getExitCode } from "../../src/report/exit.ts";
import { lockfile, tree } from "../project/tree.ts";

type Files = Readonly<Record<string, string | object>>;

const hash = `sha512-${"a".repeat(86)}==`;

/** An entry of a lockfile as a registry gives it. */
function entry(name: string, more: object = {}): object {
  return {
    version: "1.0.0",
    resolved: `https://packages.example/${name}/-/${name}-1.0.0.tgz`,
    integrity: hash,
    ...more,
  };
}

/** A project with these dependencies, each locked as the entry says, and other files. */
function projectOf(entries: Readonly<Record<string, object>>, files: Files = {}, manifest: object = {}): Files {
  const dependencies = Object.fromEntries(Object.keys(entries).map((name) => [name, "1.0.0"]));
  const root = { name: "ferry", dependencies, ...manifest };
  const packages = Object.fromEntries(Object.entries(entries).map(([name, one]) => [`node_modules/${name}`, one]));
  return { "package.json": root, "package-lock.json": lockfile({ "": root, ...packages }), ...files };
}

function auditOf(context: TestContext, files: Files, options = {}): AuditResult {
  return audit(readProject(tree(context, files)), options);
}

/** "high a@1.0.0: message (path:line)" for each finding of a check. */
function told(result: AuditResult, check: CheckName): string[] {
  return findingsOf(result)
    .filter((finding) => finding.check === check)
    .map(
      ({ severity, subject, message, path, line }) =>
        `${severity} ${subject}: ${message} (${path}${line ? `:${line}` : ""})`,
    );
}

function unknownOf(result: AuditResult, check: CheckName): readonly string[] {
  return result.checks.find((one) => one.check === check)?.unknown ?? [];
}

describe("run-time downloads", () => {
  const run = (context: TestContext, script: string, manifest: object = {}) =>
    told(
      auditOf(context, projectOf({ serve: entry("serve") }, {}, { scripts: { go: script }, ...manifest })),
      "run-time-downloads",
    );

  const cases: readonly (readonly [script: string, expected: RegExp | undefined])[] = [
    ["npx cowsay hi", /^high npx cowsay: it fetches and runs the newest cowsay/],
    ["CI=1 npx --yes cowsay@latest", /^high npx cowsay@latest/],
    ["npx -p typescript tsc", /^high npx typescript/],
    ["npx --package=@scope/tool@^2 tool", /^high npx @scope\/tool@\^2/],
    ["npx @scope/tool@1.2.3", /^low npx @scope\/tool@1.2.3: it fetches an exact version/],
    ["npx serve dist", /^low npx serve: it runs what is installed, and where that is missing/],
    ["npx --no serve dist", undefined],
    ["npm exec --no -- serve dist", undefined],
    ["npx --offline cowsay", undefined],
    ["npx ./tools/run.js", undefined],
    ["npm exec -- cowsay", /^high npm exec cowsay/],
    ["pnpm dlx serve", /^high pnpm dlx serve/],
    ["yarn dlx -q cowsay@1.0.0", /^low yarn dlx cowsay@1.0.0/],
    ["bunx cowsay", /^high bunx cowsay/],
    ["deno run -A npm:cowsay@1/bin hi", /^high deno run cowsay@1: it fetches and runs the newest cowsay@1/],
    ["deno run --allow-read npm:@scope/tool@1.2.3", /^low deno run @scope\/tool@1.2.3/],
    ["deno x npm:cowsay", /^high deno x cowsay/],
    ["deno run tools/go.ts npm:cowsay", undefined],
    ["deno run jsr:@std/http/file-server", undefined],
    ["npm init vite", /^high npm init vite/],
    ["npm init -y", undefined],
    ["sudo npx $TOOL", /^medium npx \$TOOL: what it fetches and runs is decided when it runs/],
    ["concurrently 'npx cowsay' 'serve'", /^high npx cowsay/],
    ["echo npx", undefined],
    ["serve --message 'npx'", undefined],
  ];
  for (const [script, expected] of cases)
    it(`${script}: ${expected === undefined ? "nothing" : "told"}`, (context) => {
      const found = run(context, script);
      if (expected === undefined) assert.deepEqual(found, []);
      else assert.match(found.join("\n"), expected);
      assert.ok(found.length <= 1);
    });

  it("deno.lock holds what deno fetches", (context) => {
    const files = { "deno.lock": "{}", "go.sh": "deno run npm:cowsay\nnpx cowsay\n" };
    const found = told(auditOf(context, projectOf({}, files)), "run-time-downloads");
    assert.match(found.join("\n"), /^high npx cowsay: [^\n]*$/);
  });

  it("are found in workflows, Dockerfiles and hooks, at their lines", (context) => {
    const files = {
      ".github/workflows/ci.yml":
        "jobs:\n  a:\n    steps:\n      - name: npx is fine in a name\n        run: |\n          npm ci\n          npx cowsay\n",
      Dockerfile:
        'FROM node\nRUN npm ci && \\\n    npx cowsay\nCMD ["npx", "cowsay", "a b"]\n' +
        "RUN --mount=type=cache,target=/c bash <<-'END'\nnpx cowsay\nEND\nRUN cat <<END > x\nnpx cowsay\nEND\n",
      ".husky/pre-commit": "npx lint-staged\n",
    };
    assert.deepEqual(
      findingsOf(auditOf(context, projectOf({}, files)))
        .filter(({ check }) => check === "run-time-downloads")
        .map(({ path, line }) => `${path}:${line}`)
        .sort(),
      [".github/workflows/ci.yml:7", ".husky/pre-commit:1", "Dockerfile:3", "Dockerfile:4", "Dockerfile:6"],
    );
  });
});

describe("install commands", () => {
  const inWorkflow = (context: TestContext, command: string, files: Files = {}) =>
    told(
      auditOf(
        context,
        projectOf({}, { ".github/workflows/ci.yml": `jobs:\n  a:\n    steps:\n      - run: ${command}\n`, ...files }),
      ),
      "install-commands",
    );

  it("npm install belongs to people, npm ci to machines", (context) => {
    assert.match(
      inWorkflow(context, "npm install").join(),
      /^medium npm install: .* \(\.github\/workflows\/ci\.yml:4\)$/,
    );
    assert.match(inWorkflow(context, "npm i --prefix web").join(), /^medium npm i --prefix web/);
    assert.deepEqual(inWorkflow(context, "npm ci"), []);
    assert.deepEqual(inWorkflow(context, "npm run install"), []);
  });

  it("a package that is named is resolved when the command runs", (context) => {
    assert.match(inWorkflow(context, "npm install -g npm@latest").join(), /^medium .*newest npm@latest/);
    assert.match(
      inWorkflow(context, "npm install -g cowsay@$VERSION").join(),
      /^medium .*: what it installs is decided when it runs/,
    );
    assert.match(inWorkflow(context, "npm install --no-save cowsay@1.2.3").join(), /^low .*past the lockfile/);
    assert.deepEqual(inWorkflow(context, "npm install ./ferry.tgz"), []);
  });

  it("pnpm, yarn and bun hold to the lockfile only where they are told, or do it by themselves", (context) => {
    assert.deepEqual(inWorkflow(context, "pnpm install"), []);
    assert.match(inWorkflow(context, "pnpm install --no-frozen-lockfile").join(), /^medium/);
    assert.match(inWorkflow(context, "bun install").join(), /^medium/);
    assert.deepEqual(inWorkflow(context, "bun install --frozen-lockfile"), []);
    assert.deepEqual(inWorkflow(context, "yarn install", { ".yarnrc.yml": "nodeLinker: node-modules\n" }), []);
    assert.match(
      inWorkflow(context, "yarn install --no-immutable", { ".yarnrc.yml": "nodeLinker: node-modules\n" }).join(),
      /^medium/,
    );
  });

  it("a script for people may install", (context) => {
    assert.deepEqual(
      told(auditOf(context, projectOf({}, {}, { scripts: { setup: "npm install" } })), "install-commands"),
      [],
    );
  });
});

describe("entries of the lockfile", () => {
  const entries = (context: TestContext, all: Readonly<Record<string, object>>, files: Files = {}) =>
    told(auditOf(context, projectOf(all, files)), "lockfile-entries");
  const plain = { a: entry("a"), b: entry("b"), c: entry("c") };

  it("says nothing of what a registry gives", (context) => {
    assert.deepEqual(entries(context, plain), []);
  });

  it("tells a host that is not the one of the others, or not a configured one", (context) => {
    const stray = entry("d", { resolved: "https://evil.example/d/-/d-1.0.0.tgz" });
    assert.match(
      entries(context, { ...plain, d: stray }).join(),
      /^high d@1\.0\.0: it is fetched from evil\.example, .* the host of most packages/,
    );
    const configured = { ".npmrc": "registry=https://packages.example/\n@own:registry=https://evil.example\n" };
    assert.deepEqual(entries(context, { ...plain, d: stray }, configured), []);
    const other = { ".npmrc": "registry=https://mirror.example/\n" };
    assert.equal(entries(context, plain, other).length, 3);
  });

  it("tells an address without encryption, and one that names another package", (context) => {
    const open = entry("d", { resolved: "http://packages.example/d/-/d-1.0.0.tgz" });
    assert.match(entries(context, { ...plain, d: open }).join(), /^high d@1\.0\.0: it is fetched without encryption/);
    const other = entry("d", { resolved: "https://packages.example/e/-/e-1.0.0.tgz" });
    assert.match(entries(context, { ...plain, d: other }).join(), /^high d@1\.0\.0: its address does not name it/);
    const alias = entry("e", { name: "e" });
    assert.deepEqual(entries(context, { ...plain, d: alias }), []);
  });

  it("tells a missing and a weak hash", (context) => {
    assert.match(
      entries(context, { ...plain, d: entry("d", { integrity: undefined }) }).join(),
      /^medium d@1\.0\.0: its content/,
    );
    assert.match(
      entries(context, { ...plain, d: entry("d", { integrity: `sha1-${"a".repeat(27)}=` }) }).join(),
      /^low d@1\.0\.0: it has a weak/,
    );
  });

  const manifest = { name: "ferry", dependencies: { a: "^1.0.0", b: "^1.0.0" } };
  const evil = "https://evil.example/x.tgz";
  const injected: Readonly<Record<string, Files>> = {
    npm: projectOf({ a: entry("a"), b: entry("b"), c: entry("c", { resolved: evil }) }),
    "pnpm 9": {
      "package.json": manifest,
      "pnpm-lock.yaml": [
        "lockfileVersion: '9.0'",
        "importers:",
        "  .:",
        "    dependencies:",
        ...["a", "b"].flatMap((name) => [`      ${name}:`, "        specifier: ^1.0.0", "        version: 1.0.0"]),
        "packages:",
        "  a@1.0.0:",
        `    resolution: {integrity: ${hash}}`,
        "  b@1.0.0:",
        `    resolution: {integrity: ${hash}, tarball: ${evil}}`,
        "snapshots:",
        "  a@1.0.0: {}",
        "  b@1.0.0: {}",
        "",
      ].join("\n"),
      ".npmrc": "registry=https://packages.example/\n",
    },
    "yarn 1": {
      "package.json": manifest,
      "yarn.lock": [
        "# yarn lockfile v1",
        ...["https://packages.example/a/-/a-1.0.0.tgz", evil].flatMap((resolved, index) => [
          "",
          `${["a", "b"][index]}@^1.0.0:`,
          '  version "1.0.0"',
          `  resolved "${resolved}"`,
          `  integrity ${hash}`,
        ]),
        "",
      ].join("\n"),
      ".npmrc": "registry=https://packages.example/\n",
    },
    bun: {
      "package.json": manifest,
      "bun.lock": JSON.stringify({
        lockfileVersion: 1,
        workspaces: { "": manifest },
        packages: { a: ["a@1.0.0", "", {}, hash], b: ["b@1.0.0", evil, {}, hash] },
      }),
      ".npmrc": "registry=https://packages.example/\n",
    },
  };
  for (const [manager, files] of Object.entries(injected))
    it(`tells an address that was put into a lockfile of ${manager}`, (context) => {
      const found = told(auditOf(context, files), "lockfile-entries").join("\n");
      assert.match(found, /^high [bc]@1\.0\.0: it is fetched from evil\.example/m);
      assert.match(found, /^high [bc]@1\.0\.0: its address does not name it: https:\/\/evil\.example\/x\.tgz/m);
      assert.doesNotMatch(found, /a@1\.0\.0/);
    });

  it("tells git where a release is asked for, unless an override says so", (context) => {
    const git = entry("b", { resolved: `git+ssh://git@evil.example/b.git#${"a".repeat(40)}` });
    assert.match(
      entries(context, { a: entry("a"), b: git }).join(),
      /^high b@1\.0\.0: it comes from git, though a release is asked for: git\+ssh:/,
    );
    const overrides = { overrides: { b: "github:owner/b" } };
    assert.deepEqual(
      told(auditOf(context, projectOf({ a: entry("a"), b: git }, {}, overrides)), "lockfile-entries"),
      [],
    );
  });

  const overriding: readonly (readonly [
    fact: string,
    manifest: { readonly dependencies?: object; readonly [section: string]: object | undefined },
    said: boolean,
  ])[] = [
    ["one of another package that holds its name", { overrides: { "b-tools": "github:owner/b" } }, false],
    ["one whose value holds its name", { overrides: { c: "github:owner/b" } }, false],
    ["one to a release", { overrides: { b: "1.0.0-rc.git" } }, false],
    ["one to another package", { overrides: { b: "npm:c@^1.0.0" } }, false],
    ["one to a path", { overrides: { b: "file:../b" } }, false],
    ["one to a workspace", { resolutions: { b: "workspace:*" } }, false],
    ["one of a range", { overrides: { "b@^1": "git+https://host.example/b.git" } }, true],
    ["one below a package", { overrides: { a: { b: "owner/b" } } }, true],
    ["one of a package and what it brings", { overrides: { b: { ".": "owner/b", c: "1.0.0" } } }, true],
    ["one of what a package brings alone", { overrides: { b: { c: "owner/c" } } }, false],
    ["one that repeats a direct dependency", { overrides: { b: "$c" }, dependencies: { c: "owner/c" } }, true],
    ["one that repeats a release", { overrides: { b: "$c" }, dependencies: { c: "1.0.0" } }, false],
    ["a resolution of any way", { resolutions: { "**/b": "https://host.example/b.tgz" } }, true],
    ["a resolution of one way", { resolutions: { "@s/a/b": "https://host.example/b.git" } }, true],
    ["a resolution of what it brings", { resolutions: { "b/c": "https://host.example/c.git" } }, false],
    ["pnpm's of one way", { pnpm: { overrides: { "a@1>b@^1": "github:owner/b" } } }, true],
    ["pnpm's of what it brings", { pnpm: { overrides: { "b>c": "github:owner/c" } } }, false],
    ["one from a catalog, which may say so", { pnpm: { overrides: { b: "catalog:" } } }, true],
  ];
  for (const [fact, manifest, said] of overriding)
    it(`an override ${said ? "accounts" : "does not account"} for git: ${fact}`, (context) => {
      const git = entry("b", { resolved: `git+ssh://git@host.example/b.git#${"a".repeat(40)}` });
      const dependencies = { a: "1.0.0", b: "1.0.0", ...manifest.dependencies };
      const files = projectOf({ a: entry("a"), b: git }, {}, { ...manifest, dependencies });
      assert.equal(told(auditOf(context, files), "lockfile-entries").length, said ? 0 : 1);
    });

  it("an override of pnpm-workspace.yaml accounts for git, too", (context) => {
    const git = entry("b", { resolved: `git+ssh://git@host.example/b.git#${"a".repeat(40)}` });
    const audited = (yaml: string) =>
      told(auditOf(context, projectOf({ b: git }, { "pnpm-workspace.yaml": yaml })), "lockfile-entries").length;
    assert.equal(audited("overrides:\n  b: github:owner/b\n"), 0);
    assert.equal(audited("overrides:\n  b: ^1.0.0\n"), 1);
  });

  it("says where it cannot know", (context) => {
    const result = auditOf(context, projectOf({ a: { version: "1.0.0", integrity: hash } }));
    assert.match(unknownOf(result, "lockfile-entries").join(), /^where 1 of 1 packages come from/);
  });
});

describe("install scripts", () => {
  const scripted = { a: entry("a", { hasInstallScript: true }) };
  const policy = (context: TestContext, files: Files, manifest: object = {}) =>
    told(auditOf(context, projectOf(scripted, files, manifest)), "install-scripts").join();

  it("run unless the manager is told otherwise", (context) => {
    assert.match(policy(context, {}), /^medium a@1\.0\.0: it runs a script when it is installed/);
    assert.match(
      policy(context, { ".npmrc": "ignore-scripts=true\n" }),
      /^info a@1\.0\.0: .*ignore-scripts in \.npmrc:1/,
    );
    assert.match(policy(context, { ".npmrc": "# ignore-scripts=true\nignore-scripts=false\n" }), /^medium/);
    assert.match(policy(context, {}, { allowScripts: { "a@1.0.0": true } }), /^low a@1\.0\.0: .*as allowScripts/);
    assert.match(policy(context, {}, { allowScripts: { a: false } }), /^info a@1\.0\.0/);
  });

  it("run with pnpm and bun where they are listed, and with yarn where nothing stops them", (context) => {
    const manifest = { name: "ferry", dependencies: { a: "1.0.0" } };
    const installed = { name: "a", version: "1.0.0", scripts: { postinstall: "node x" } };
    const pnpm = {
      "pnpm-lock.yaml": [
        "lockfileVersion: '9.0'",
        ...[
          "importers:",
          "  .:",
          "    dependencies:",
          "      a:",
          "        specifier: 1.0.0",
          "        version: 1.0.0",
        ],
        ...["packages:", "  a@1.0.0:", `    resolution: {integrity: ${hash}}`, "snapshots:", "  a@1.0.0: {}", ""],
      ].join("\n"),
      "node_modules/a/package.json": installed,
    };
    const bun = {
      "bun.lock": JSON.stringify({
        ...{ lockfileVersion: 1, workspaces: { "": manifest } },
        packages: { a: ["a@1.0.0", "", {}, hash] },
      }),
      "node_modules/a/package.json": installed,
    };
    const yarn = {
      "yarn.lock": `# yarn lockfile v1\n\n\na@1.0.0:\n  version "1.0.0"\n  integrity ${hash}\n`,
      "node_modules/a/package.json": installed,
    };
    const ask = (files: Files, more: object = {}): string =>
      told(auditOf(context, { "package.json": { ...manifest, ...more }, ...files }), "install-scripts").join();
    assert.match(ask(pnpm), /^medium a@1\.0\.0: it runs a script/);
    assert.match(ask(pnpm, { packageManager: "pnpm@10.1.0" }), /^info .*by pnpm 10 and later/);
    assert.match(
      ask(pnpm, { pnpm: { onlyBuiltDependencies: ["a"] } }),
      /^low .*as onlyBuiltDependencies in package\.json/,
    );
    assert.match(ask({ ...pnpm, "pnpm-workspace.yaml": "onlyBuiltDependencies:\n  - b\n" }), /^info .*which lacks it/);
    assert.match(ask(bun), /^info .*by bun, which runs what is trusted/);
    assert.match(ask(bun, { trustedDependencies: ["a"] }), /^low .*as trustedDependencies/);
    assert.match(ask(yarn), /^medium a@1\.0\.0: it runs a script/);
    assert.match(ask({ ...yarn, ".yarnrc": "ignore-scripts true\n" }), /^info .*ignore-scripts in \.yarnrc:1/);
    assert.match(ask({ ...yarn, ".yarnrc.yml": "enableScripts: false\n" }), /^info .*enableScripts in \.yarnrc\.yml:1/);
    const unseen = auditOf(context, { "package.json": manifest, "yarn.lock": yarn["yarn.lock"] });
    assert.match(
      unknownOf(unseen, "install-scripts").join(),
      /^whether 1 of 1 packages have one: yarn\.lock does not say/,
    );
  });

  it("of a deeper package leave with what holds it", (context) => {
    const root = { name: "ferry", dependencies: { b: "1.0.0" } };
    const packages = {
      "": root,
      "node_modules/a": entry("a", { hasInstallScript: true }),
      "node_modules/b": entry("b", { dependencies: { a: "1.0.0" } }),
    };
    const files = { "package.json": root, "package-lock.json": lockfile(packages) };
    assert.match(told(auditOf(context, files), "install-scripts").join(), /, and leaves with b \(/);
  });
});

describe("sources", () => {
  const from = (context: TestContext, range: string) =>
    told(auditOf(context, { "package.json": { name: "ferry", dependencies: { a: range } } }), "sources").join();
  const commit = "0123456789abcdef0123456789abcdef01234567";

  it("a branch or a tag of git may move; a full commit is only a fact", (context) => {
    assert.match(from(context, "github:owner/a"), /^medium a@github:owner\/a: it comes from git and names no commit/);
    assert.match(from(context, "owner/a#main"), /^medium .*names "main", which may move/);
    assert.match(from(context, `git+https://host.example/a.git#${commit.slice(0, 7)}`), /^medium/);
    assert.match(from(context, `git+ssh://git@host.example/a.git#${commit}`), /^info/);
  });

  it("overrides are told where they stand, those inside of others, too", (context) => {
    const files = {
      "package.json": {
        name: "ferry",
        overrides: { b: { c: "https://host.example/c.tgz" } },
        pnpm: { overrides: { d: "owner/d" } },
      },
      "pnpm-workspace.yaml": "overrides:\n  e: github:owner/e\n  f: ^1.0.0\n",
    };
    assert.deepEqual(
      findingsOf(auditOf(context, files))
        .filter(({ check }) => check === "sources")
        .map(({ subject, path, line }) => `${subject} ${path}:${line}`),
      [
        "c@https://host.example/c.tgz package.json:5",
        "d@owner/d package.json:10",
        "e@github:owner/e pnpm-workspace.yaml:2",
      ],
    );
  });

  it("URLs and paths are told, ranges are not", (context) => {
    assert.match(from(context, "http://host.example/a.tgz"), /^high/);
    assert.match(from(context, "https://host.example/a.tgz"), /^medium/);
    assert.match(from(context, "file:../a"), /^info/);
    for (const range of ["^1.0.0", "npm:b@^1.0.0", "workspace:*", "catalog:", ">=1 <2"])
      assert.equal(from(context, range), "");
  });
});

describe("publishers", () => {
  const installed = {
    "node_modules/a/package.json": { version: "1.0.0", repository: "owner/a" },
    "node_modules/b/package.json": { version: "1.0.0", repository: "github:owner/b" },
    "node_modules/c/package.json": { version: "1.0.0", repository: "other/c" },
  };
  const entries = { a: entry("a"), b: entry("b"), c: entry("c"), "@s/d": entry("@s/d") };

  it("are counted over every package, as a fact of the lockfile; the project itself is none", (context) => {
    const manifest = { workspaces: ["packages/*"] };
    const root = { name: "ferry", dependencies: { a: "1.0.0", b: "1.0.0", c: "1.0.0", "@s/d": "1.0.0" }, ...manifest };
    const files = {
      ...installed,
      "package.json": root,
      "packages/own/package.json": { name: "own", version: "1.0.0", repository: "third/own" },
      "package-lock.json": lockfile({
        "": root,
        ...Object.fromEntries(Object.entries(entries).map(([name, one]) => [`node_modules/${name}`, one])),
        "node_modules/own": { resolved: "packages/own", link: true },
        "packages/own": { name: "own", version: "1.0.0" },
      }),
    };
    const result = auditOf(context, files);
    assert.deepEqual(told(result, "publishers"), [
      "info 4 packages: they come from 3 scopes and repository owners (package-lock.json)",
    ]);
    assert.deepEqual(unknownOf(result, "publishers"), []);
  });

  it("are unknown, and not counted, where one package is not installed", (context) => {
    const { "node_modules/c/package.json": _, ...rest } = installed;
    const result = auditOf(context, projectOf(entries, rest));
    assert.deepEqual(told(result, "publishers"), []);
    assert.deepEqual(unknownOf(result, "publishers"), [
      "how many publishers there are: c 1.0.0 is not installed, so its publisher is unknown: install first",
    ]);
  });

  it("are unknown without a tree", (context) => {
    const result = auditOf(context, { ...installed, "package.json": { name: "ferry", dependencies: { a: "1.0.0" } } });
    assert.deepEqual(told(result, "publishers"), []);
    assert.match(unknownOf(result, "publishers").join(), /^the tree of packages is unknown: /);
  });
});

describe("ranges and release age", () => {
  it("a range without an end is told at its line", (context) => {
    const files = {
      "package.json": { name: "ferry", dependencies: { a: "*", b: "latest", c: ">=1", d: ">=1 <2", e: "1.0.0" } },
    };
    const found = told(auditOf(context, files), "ranges");
    assert.deepEqual(
      found.map((line) => line.split(":")[0]),
      ["medium a@*", "medium b@latest", "medium c@>=1"],
    );
    assert.match(found[0] ?? "", /package\.json:4\)$/);
  });

  it("a gate that is missing, idle, unknown to the version, or set", (context) => {
    const gate = (files: Files, manifest: object = {}) =>
      told(auditOf(context, projectOf({}, files, manifest)), "release-age").join();
    assert.match(gate({}), /^low min-release-age: npm takes a release the minute/);
    assert.match(gate({ ".npmrc": "min-release-age=0\n" }), /^low .*set to nothing/);
    assert.match(gate({ ".npmrc": "min-release-age=7\n" }), /^info .*waits that many days/);
    assert.match(
      gate({ ".npmrc": "min-release-age=7\n" }, { packageManager: "npm@10.2.0" }),
      /^medium .*does not know it/,
    );
  });

  const gates: readonly (readonly [file: string, lock: string, set: string, manager: string, unit: string])[] = [
    ["pnpm-workspace.yaml", "pnpm-lock.yaml", "minimumReleaseAge: 1440", "pnpm@10.16.0", "minutes"],
    [".yarnrc.yml", "yarn.lock", "npmMinimalAgeGate: 1440", "yarn@4.10.0", "minutes"],
    ["bunfig.toml", "bun.lock", "[install]\nminimumReleaseAge = 86400", "bun@1.3.0", "seconds"],
  ];
  const empty: Readonly<Record<string, string>> = {
    "pnpm-lock.yaml": "lockfileVersion: '9.0'\nimporters:\n  .: {}\n",
    "yarn.lock":
      '__metadata:\n  version: 8\n\n"ferry@workspace:.":\n  version: 0.0.0-use.local\n  resolution: "ferry@workspace:."\n  languageName: unknown\n  linkType: soft\n',
    "bun.lock": '{ "lockfileVersion": 1, "workspaces": { "": { "name": "ferry" } }, "packages": {} }',
  };
  for (const [file, lock, set, manager, unit] of gates)
    it(`the gate of ${manager} stands in ${file}, in ${unit}, and an older one does not know it`, (context) => {
      const gate = (text: string | undefined, packageManager: string) =>
        told(
          auditOf(context, {
            "package.json": { name: "ferry", packageManager },
            [lock]: empty[lock] ?? "",
            ...(text !== undefined && { [file]: `${text}\n` }),
          }),
          "release-age",
        ).join();
      assert.match(gate(undefined, manager), /^low \w+[.\w]*: \w+ takes a release the minute it is published/);
      assert.match(gate(set, manager), new RegExp(`^info .* waits that many ${unit} before it takes a release \\(`));
      const older = manager.replace(/\d+\.\d+/, (version) =>
        version === "1.3" ? "1.2" : version.replace(/\.\d+/, ".1"),
      );
      assert.match(gate(set, older), /^medium .*the version of \w+ that packageManager names does not know it/);
    });
});

describe("the lockfile itself", () => {
  it("missing, out of step, and ignored by git are told", (context) => {
    assert.match(
      told(auditOf(context, { "package.json": { name: "ferry" } }), "lockfile").join(),
      /^medium package-lock\.json/,
    );
    const ignored = projectOf({ a: entry("a") }, { ".gitignore": "package-lock.json\n" });
    assert.match(
      told(auditOf(context, ignored), "lockfile").join(),
      /^medium package-lock\.json: git ignores the lockfile/,
    );
    const { "package-lock.json": locked, ...unlocked } = projectOf({ a: entry("a") });
    const installed = { ...unlocked, "node_modules/.package-lock.json": locked ?? "" };
    assert.match(
      told(auditOf(context, installed), "lockfile").join(),
      /^medium package-lock\.json: there is no lockfile: the tree was read from what is installed here/,
    );
    const two = {
      ...projectOf({ a: entry("a") }),
      "yarn.lock": '# yarn lockfile v1\n\n\na@1.0.0:\n  version "1.0.0"\n',
    };
    assert.match(told(auditOf(context, two), "lockfile").join(), /^(?:high|medium) .*yarn\.lock/);
    const other = { ...projectOf({ a: entry("a") }), "package.json": { name: "ferry", dependencies: { b: "1.0.0" } } };
    assert.match(told(auditOf(context, other), "lockfile").join(), /out of step/);
  });
});

describe("capabilities", () => {
  const code = `const { exec } = require("child_process"); fetch("x"); ${Array.from({ length: 12 }, (_, at) => `var _0x${(at + 4096).toString(16)} = 1;`).join(" ")}`;
  const files = projectOf(
    { a: entry("a"), b: entry("b") },
    { "node_modules/a/package.json": { name: "a", version: "1.0.0" }, "node_modules/a/lib/run.js": code },
  );

  it("are looked for only when asked", (context) => {
    const result = auditOf(context, files);
    assert.deepEqual(told(result, "capabilities"), []);
    assert.match(unknownOf(result, "capabilities").join(), /not looked at without --capabilities/);
  });

  it("are told with what hides them, and what was not seen", (context) => {
    const result = auditOf(context, files, { capabilities: true });
    assert.deepEqual(told(result, "capabilities"), [
      "medium a@1.0.0: its code hides what it does behind generated names (node_modules/a/lib/run.js)",
      "info a@1.0.0: its code refers to: child process, network (package-lock.json:13)",
    ]);
    assert.match(unknownOf(result, "capabilities").join(), /^what b@1\.0\.0 can do/);
  });
});

describe("the report of an audit", () => {
  it("shows what matters most first, and ends with 1 from the severity asked for", (context) => {
    const result = auditOf(context, projectOf({}, {}, { scripts: { go: "npx cowsay" } }));
    const text = reportAudit(result, "terminal");
    assert.match(text, /^Found 1 high and 1 low\./);
    assert.match(text, /high: it fetches and runs the newest cowsay whenever it runs\n +npx cowsay {2}package\.json:5/);
    assert.ok(text.split("\n").every((line) => line.length <= 80));
    assert.match(text, /^ {2}shrinkdeps apply --audit-fixes --dry-run {2}what can be mended from the files$/m);
    assert.doesNotMatch(reportAudit(auditOf(context, projectOf({})), "terminal"), /audit-fixes/);
    assert.match(reportAudit(result, "markdown"), /\| high \| `npx cowsay` \|/);
    const codes = (["high", "medium", "low", "never"] as const).map((failOn) =>
      getExitCode({ kind: "audit", reached: reaches(result, failOn) }),
    );
    assert.deepEqual(codes, [1, 1, 1, 0]);
    const calm = auditOf(context, projectOf({}));
    assert.deepEqual([reaches(calm, "high"), reaches(calm, "low")], [false, true]);
  });
});

test("yarn's entries for other platforms have no hash by its own rule, others without one are told", (context) => {
  const entry = (name: string, more: string): string =>
    `"${name}@npm:1.0.0":\n  version: 1.0.0\n  resolution: "${name}@npm:1.0.0"\n${more}  languageName: node\n  linkType: hard\n`;
  const dependencies = { "@tide/arm": "1.0.0", "@tide/x64": "1.0.0", quay: "1.0.0" };
  const lock = [
    "__metadata:\n  version: 8\n  cacheKey: 10c0\n",
    entry("@tide/arm", "  conditions: os=linux & cpu=arm64\n"),
    entry("@tide/x64", "  conditions: os=linux & cpu=x64\n"),
    entry("quay", ""),
    `"ferry@workspace:.":\n  version: 0.0.0-use.local\n  resolution: "ferry@workspace:."\n  dependencies:\n${Object.keys(
      dependencies,
    )
      .map((name) => `    ${name.startsWith("@") ? `"${name}"` : name}: "npm:1.0.0"\n`)
      .join("")}  languageName: unknown\n  linkType: soft\n`,
  ].join("\n");
  const files = { "package.json": { name: "ferry", private: true, dependencies }, "yarn.lock": lock };
  assert.deepEqual(told(auditOf(context, files), "lockfile-entries"), [
    "medium quay@1.0.0: its content is not held to a hash (yarn.lock:19)",
    "info 2 packages for certain platforms: yarn records no hash of what the machine that wrote the lockfile did not fetch (yarn.lock)",
  ]);
});

test("deno runs the install scripts it is told to run, and no others", (context) => {
  const lock = {
    version: "5",
    specifiers: { "npm:tide@1": "1.0.0" },
    npm: { "tide@1.0.0": { integrity: hash, scripts: true } },
    workspace: { dependencies: ["npm:tide@1"] },
  };
  const of = (more: object) =>
    told(
      auditOf(context, { "deno.json": { imports: { tide: "npm:tide@1" }, ...more }, "deno.lock": lock }),
      "install-scripts",
    ).join();
  assert.match(of({}), /^info tide@1\.0\.0: its install script does not run, by deno/);
  assert.match(of({ allowScripts: { deny: ["npm:tide"] } }), /^info /);
  for (const allowScripts of [true, ["npm:tide@1.0.0"], { allow: ["npm:tide"] }])
    assert.match(of({ allowScripts }), /^low tide@1\.0\.0: .* as allowScripts in deno\.json allows/);
});

test("npm install-test is told like npm install, and corepack hides nothing", (context) => {
  const files = { ".github/workflows/ci.yml": "jobs:\n  a:\n    steps:\n      - run: npm it && corepack npx cowsay\n" };
  const result = auditOf(context, projectOf({}, files));
  assert.match(told(result, "install-commands").join(), /^medium npm it: /);
  assert.match(told(result, "run-time-downloads").join(), /^high npx cowsay: /);
});
