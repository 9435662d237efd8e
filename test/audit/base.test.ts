import assert from "node:assert/strict";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { audit } from "../../src/audit/audit.ts";
import { findingsOf, type AuditResult, type CheckName } from "../../src/audit/finding.ts";
import { readTreeOfCommit } from "../../src/project/git/base.ts";
import { readProject } from "../../src/project/read.ts";
import { shrinkdeps } from "../cli/command.ts";
import { commit, folder, git, write } from "../project/git/repositories.ts";
import { lockfile } from "../project/tree.ts";

type Files = Readonly<Record<string, string | object | undefined>>;

/** An entry of a lockfile; the hash is of the version unless it is said to be another. */
function entry(name: string, version: string, more: object = {}): object {
  const resolved = `https://packages.example/${name}/-/${name}-${version}.tgz`;
  const integrity = `sha512-${Buffer.from(`${name} ${version}`.padEnd(64, "=")).toString("base64")}`;
  return { version, resolved, integrity, ...more };
}

/** Manifest and lockfile for entries by their place below node_modules. */
function projectOf(entries: Readonly<Record<string, object>>, manifest: object = {}): Files {
  const direct = Object.keys(entries).filter((place) => !place.includes("/node_modules/"));
  const root = {
    name: "ferry",
    private: true,
    dependencies: Object.fromEntries(direct.map((name) => [name, "*"])),
    ...manifest,
  };
  const packages = Object.entries(entries).map(([place, one]) => [`node_modules/${place}`, one]);
  return { "package.json": root, "package-lock.json": lockfile({ "": root, ...Object.fromEntries(packages) }) };
}

/** An installed package: its manifest and one file of code. */
function installed(place: string, version: string, code: string): Files {
  const name = place.replace(/^.*node_modules\//, "");
  return {
    [`node_modules/${place}/package.json`]: { name, version },
    [`node_modules/${place}/index.js`]: code,
  };
}

/** A repository with the files of before on main, and those of after in the work tree. */
function repository(context: TestContext, before: Files, after: Files): string {
  const root = folder(context);
  git(root, "init", "-q", "-b", "main");
  const put = (files: Files): void => {
    for (const [path, content] of Object.entries(files))
      write(root, path, typeof content === "string" ? content : `${JSON.stringify(content, null, 2)}\n`);
  };
  put({ ".gitignore": "node_modules\n", ...before });
  commit(root, "before");
  put(after);
  return root;
}

function auditSince(root: string): AuditResult {
  return audit(readProject(root), { base: { ref: "main", ...readTreeOfCommit(root, "main") } });
}

function told(result: AuditResult, check: CheckName): string[] {
  return findingsOf(result)
    .filter((finding) => finding.check === check)
    .map(({ severity, subject, message }) => `${severity} ${subject}: ${message}`);
}

function unknownOf(result: AuditResult, check: CheckName): readonly string[] {
  return result.checks.find((one) => one.check === check)?.unknown ?? [];
}

const hidden = Array.from({ length: 12 }, (_, at) => `var _0x${(at + 4096).toString(16)} = 1;`).join(" ");

test("a new package is told with what its code refers to, and with what nothing there referred to", (context) => {
  const old = installed("a", "1.0.0", 'require("fs")');
  const after = {
    ...projectOf({ a: entry("a", "1.0.0"), b: entry("b", "1.0.0"), c: entry("c", "1.0.0"), d: entry("d", "1.0.0") }),
    ...installed("b", "1.0.0", 'require("fs"); fetch("x")'),
    ...installed("c", "1.0.0", 'require("fs").readFileSync("x")'),
    ...installed("d", "1.0.0", "module.exports = 1"),
  };
  const root = repository(context, projectOf({ a: entry("a", "1.0.0") }), { ...old, ...after });
  assert.deepEqual(told(auditSince(root), "gains"), [
    "low b@1.0.0: it is new; its code refers to: file system, network; nothing that was there and is installed refers to network",
    "info c@1.0.0: it is new; its code refers to: file system",
  ]);
});

test("an update is held against the version before where a copy of that is installed", (context) => {
  const before = projectOf({
    host: entry("host", "1.0.0", { dependencies: { a: "*", b: "*", c: "*" } }),
    "host/node_modules/a": entry("a", "1.0.0"),
    "host/node_modules/b": entry("b", "1.0.0"),
    "host/node_modules/c": entry("c", "1.0.0"),
  });
  const after = projectOf({
    a: entry("a", "1.0.1"),
    b: entry("b", "1.0.1"),
    c: entry("c", "1.0.1"),
    host: entry("host", "1.0.0", { dependencies: { a: "*", b: "*", c: "*" } }),
    "host/node_modules/a": entry("a", "1.0.0"),
    "host/node_modules/b": entry("b", "1.0.0"),
    "host/node_modules/c": entry("c", "1.0.0"),
  });
  const root = repository(context, before, {
    ...after,
    ...installed("host", "1.0.0", 'require("http"); require("child_process")'),
    ...installed("host/node_modules/a", "1.0.0", 'require("fs")'),
    ...installed("a", "1.0.1", 'require("fs"); require("http"); require("child_process")'),
    ...installed("host/node_modules/b", "1.0.0", 'require("fs")'),
    ...installed("b", "1.0.1", 'require("fs"); process.env.HOME'),
    ...installed("host/node_modules/c", "1.0.0", 'require("http")'),
    ...installed("c", "1.0.1", 'require("https")'),
  });
  assert.deepEqual(told(auditSince(root), "gains"), [
    "medium a@1.0.1: its code refers to what it did not in 1.0.0: child process, network",
    "low b@1.0.1: its code refers to what it did not in 1.0.0: environment",
  ]);
});

test("names that are hidden are gained, too", (context) => {
  const before = projectOf({ host: entry("host", "1.0.0"), "host/node_modules/a": entry("a", "1.0.0") });
  const after = projectOf({
    a: entry("a", "1.0.1"),
    b: entry("b", "1.0.0"),
    host: entry("host", "1.0.0"),
    "host/node_modules/a": entry("a", "1.0.0"),
  });
  const root = repository(context, before, {
    ...after,
    ...installed("host/node_modules/a", "1.0.0", "module.exports = 1"),
    ...installed("a", "1.0.1", hidden),
    ...installed("b", "1.0.0", hidden),
  });
  assert.deepEqual(told(auditSince(root), "gains").slice(0, 2), [
    "medium a@1.0.1: its code refers to what it did not in 1.0.0: hidden names",
    "medium b@1.0.0: its code hides what it does behind generated names",
  ]);
});

test("what is not installed, or is installed in another version, cannot be told", (context) => {
  const root = repository(context, projectOf({ a: entry("a", "1.0.0"), b: entry("b", "1.0.0") }), {
    ...projectOf({ a: entry("a", "1.1.0"), b: entry("b", "1.1.0"), c: entry("c", "1.0.0") }),
    ...installed("a", "1.0.0", 'require("http")'),
    ...installed("b", "1.1.0", 'require("http")'),
  });
  const result = auditSince(root);
  assert.deepEqual(told(result, "gains"), [
    "info b@1.1.0: its code refers to: network; what it did in 1.0.0 cannot be told, as that is not installed",
  ]);
  assert.deepEqual(unknownOf(result, "gains"), [
    "what the code of a@1.1.0 newly gains: not installed: cannot tell",
    "what the code of c@1.0.0 newly gains: not installed: cannot tell",
  ]);
});

test("other content under the same version is told, another kind of hash is not", (context) => {
  const root = repository(
    context,
    projectOf({
      a: entry("a", "1.0.0"),
      b: entry("b", "1.0.0", { integrity: `sha1-${"a".repeat(27)}=` }),
      c: entry("c", "1.0.0"),
    }),
    projectOf({
      a: entry("a", "1.0.0", { integrity: `sha512-${"b".repeat(86)}==` }),
      b: entry("b", "1.0.0"),
      c: entry("c", "1.0.0"),
    }),
  );
  const result = auditSince(root);
  assert.deepEqual(told(result, "gains"), [
    "high a@1.0.0: its content is another than at main, under the same version",
  ]);
  assert.deepEqual(unknownOf(result, "gains"), []);
});

test("what was found at the commit is counted and not repeated, and one more of it is new", (context) => {
  const workflow = (...commands: string[]): string =>
    `jobs:\n  a:\n    steps:\n${commands.map((command) => `      - run: ${command}\n`).join("")}`;
  const script = { hasInstallScript: true };
  const root = repository(
    context,
    {
      ...projectOf({ a: entry("a", "1.0.0", script), b: entry("b", "1.0.0") }, { scripts: { go: "npx cowsay" } }),
      ".github/workflows/ci.yml": workflow("npm install"),
    },
    {
      ...projectOf(
        {
          a: entry("a", "1.1.0", script),
          b: entry("b", "1.1.0", script),
          c: entry("c", "1.0.0", { integrity: undefined }),
        },
        { scripts: { hi: "true", go: "npx cowsay" } },
      ),
      ".github/workflows/ci.yml": workflow("true", "npm install", "npm install"),
    },
  );
  const result = auditSince(root);
  assert.deepEqual(
    findingsOf(result)
      .filter(({ severity }) => severity === "high" || severity === "medium")
      .map(({ check, subject }) => `${check} ${subject}`),
    ["install-scripts b@1.1.0", "lockfile-entries c@1.0.0", "install-commands npm install", "ranges c@*"],
  );
  assert.equal(result.since?.ref, "main");
  const before = audit(readProject(root));
  assert.equal(findingsOf(before).length - findingsOf(result).length, result.since?.before);
});

test("a policy that changed is new although the package is not", (context) => {
  const files = projectOf({ a: entry("a", "1.0.0", { hasInstallScript: true }) });
  const root = repository(
    context,
    { ...files, ".npmrc": "ignore-scripts=true\n" },
    { ".npmrc": "ignore-scripts=false\n" },
  );
  assert.match(told(auditSince(root), "install-scripts").join(), /^medium a@1\.0\.0/);
});

test("a lockfile that says nothing of scripts is asked of what is installed, for both sides", (context) => {
  const lock = (version: string): string =>
    `# yarn lockfile v1\n\n\na@*:\n  version "${version}"\n  resolved "https://packages.example/a/-/a-${version}.tgz#aa"\n`;
  const manifest = { name: "ferry", dependencies: { a: "*" } };
  const a = {
    "node_modules/a/package.json": { name: "a", version: "1.0.0", scripts: { postinstall: "node x" } },
  };
  const root = repository(context, { "package.json": manifest, "yarn.lock": lock("1.0.0") }, a);
  assert.deepEqual(told(auditSince(root), "install-scripts"), []);
  assert.match(told(audit(readProject(root)), "install-scripts").join(), /^medium a@1\.0\.0/);
});

test("without a tree at the commit, what is gained is unknown", (context) => {
  const files = projectOf({ a: entry("a", "1.0.0") });
  const root = repository(context, { "package.json": { name: "ferry" } }, files);
  assert.match(unknownOf(auditSince(root), "gains").join(), /^what was there before: the tree of main is unknown: /);
});

test("--base names the commit, ends with 1 for what is new alone, and says what it left out", async (context) => {
  const scripts = { go: "npx cowsay" };
  const root = repository(
    context,
    projectOf({}, { scripts }),
    projectOf({}, { scripts: { ...scripts, more: "true" } }),
  );
  const calm = await shrinkdeps(root, ["audit", "--base", "main"]);
  assert.equal(calm.code, 0);
  assert.match(
    calm.stdout.replace(/\s+/g, " "),
    /^Since main \([0-9a-f]{12}\) this change brings nothing to act on; \d+ findings? there before\. /,
  );
  assert.equal((await shrinkdeps(root, ["audit"])).code, 1);
  write(root, "package.json", JSON.stringify({ name: "ferry", scripts: { ...scripts, more: "npx serve" } }));
  const grown = await shrinkdeps(root, ["audit", "--base", "main"]);
  assert.equal(grown.code, 1);
  assert.match(grown.stdout, /this change brings 1 high/);
  assert.doesNotMatch(grown.stdout, /cowsay/);
  const lost = await shrinkdeps(join(root), ["audit", "--base", "nowhere"]);
  assert.equal(lost.code, 2);
});

test("fewer ranges and fewer publishers than before are nothing new, more of them are", (context) => {
  const of = (names: readonly string[]): Files =>
    projectOf(Object.fromEntries(names.map((name) => [name, entry(name, "1.0.0")])), {
      dependencies: Object.fromEntries(names.map((name) => [name, "^1.0.0"])),
    });
  const packages = (names: readonly string[]): Files =>
    Object.assign({}, ...names.map((name) => installed(name, "1.0.0", "")));
  const [some, more] = [["@pier/one"], ["@pier/one", "@quay/two"]];
  const sums = (before: readonly string[], after: readonly string[]): string[] => {
    const result = auditSince(repository(context, of(before), { ...of(after), ...packages(more) }));
    return [...told(result, "ranges"), ...told(result, "publishers")];
  };
  assert.deepEqual(sums(more, some), []);
  const grown = sums(some, more);
  assert.equal(grown.length, 2, grown.join("\n"));
  assert.match(grown.join("\n"), /2 ranges: .*\n.*they come from 2 scopes/);
});
