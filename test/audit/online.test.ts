import assert from "node:assert/strict";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { audit } from "../../src/audit/audit.ts";
import { auditOnline, type OnlineOptions } from "../../src/audit/online/audit.ts";
import { findingsOf, type AuditResult, type CheckName } from "../../src/audit/finding.ts";
import { readProject } from "../../src/project/read.ts";
import { reportAudit } from "../../src/report/audit/report.ts";
import { makeProject, readTree, shrinkdeps } from "../cli/command.ts";

const now = Date.parse("2026-06-01T00:00:00Z");

/** A machine that configures nothing. */
const alone = { npm_config_globalconfig: "/nowhere/npmrc" };

interface Registry {
  /** With "/" at its end. */
  readonly address: string;
  /** Paths that were asked for, and the headers they came with. */
  readonly asked: { readonly path: string; readonly headers: NodeJS.Dict<string | string[]> }[];
}

type Answer = object | string | number | ((response: ServerResponse) => void);

/** A registry on this machine that goes with the test: an answer, a text, a status, or what to do, by path. */
async function serve(context: TestContext, answers: Readonly<Record<string, Answer>>): Promise<Registry> {
  const asked: Registry["asked"] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push({ path, headers: request.headers });
    const answer = answers[path] ?? 404;
    if (typeof answer === "function") return answer(response);
    response.statusCode = typeof answer === "number" ? answer : 200;
    response.end(typeof answer === "object" ? JSON.stringify(answer) : String(answer));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, asked };
}

const attested = { dist: { attestations: { provenance: { predicateType: "x" } } } };

function packument(name: string, facts: object = {}): object {
  return {
    name,
    versions: { "1.0.0": { dist: { signatures: [] } } },
    time: { "1.0.0": "2020-01-01T00:00:00Z" },
    maintainers: [{ name: "ann" }, { name: "ben" }],
    ...facts,
  };
}

function projectOf(names: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const dependencies = Object.fromEntries(names.map((name) => [name, "1.0.0"]));
  const packages: Record<string, object> = Object.fromEntries(
    names.map((name) => [`node_modules/${name}`, { version: "1.0.0", integrity: `sha512-${"a".repeat(86)}==` }]),
  );
  return {
    "package.json": { name: "ferry", private: true, dependencies },
    "package-lock.json": {
      name: "ferry",
      lockfileVersion: 3,
      packages: { "": { name: "ferry", dependencies }, ...packages } as Record<string, object>,
    },
    ...files,
  };
}

async function online(
  context: TestContext,
  files: Readonly<Record<string, string | object>>,
  options: Partial<OnlineOptions> = {},
) {
  const root = makeProject(context, files);
  const project = readProject(root);
  const made = await auditOnline(project, audit(project), { env: alone, now, ...options });
  return { ...made, root };
}

function told(result: AuditResult, check: CheckName): string[] {
  return findingsOf(result)
    .filter((finding) => finding.check === check)
    .map(({ severity, subject, message }) => `${severity} ${subject}: ${message}`);
}

const unknownOf = (result: AuditResult, check: CheckName): readonly string[] =>
  result.checks.find((one) => one.check === check)?.unknown ?? [];

test("age, deprecation, maintainers and provenance come from the registry that .npmrc names", async (context) => {
  const registry = await serve(context, {
    "/npm/old": packument("old", { versions: { "1.0.0": { deprecated: "use\nnew", dist: { signatures: [] } } } }),
    "/npm/new": packument("new", { time: { "1.0.0": "2026-05-30T10:00:00Z" }, maintainers: [{ name: "ann" }] }),
    "/npm/@tide%2fkit": packument("@tide/kit", { versions: { "1.0.0": attested } }),
    "/npm/lost": packument("lost", {
      versions: { "0.9.0": attested, "1.0.0": { dist: { signatures: [] } }, "2.0.0": attested },
      time: { "0.9.0": "2019-01-01T00:00:00Z", "1.0.0": "2020-01-01T00:00:00Z", "2.0.0": "2021-01-01T00:00:00Z" },
    }),
  });
  const npmrc = `registry=${registry.address}npm\n//127.0.0.1/:_authToken=secret\n`;
  const { result } = await online(context, projectOf(["old", "new", "@tide/kit", "lost"], { ".npmrc": npmrc }));
  assert.deepEqual(told(result, "deprecations"), ["low old@1.0.0: it is deprecated: use new"]);
  assert.deepEqual(told(result, "ages"), ["low new@1.0.0: it was published less than 14 days ago, on 2026-05-30"]);
  assert.deepEqual(told(result, "provenance"), [
    "medium lost@1.0.0: it has no provenance, and 0.9.0, which was published before it, has",
    "info 4 packages: 1 of them published with provenance",
  ]);
  assert.deepEqual(told(result, "maintainers"), ["info 4 packages: 2 accounts can publish them; 1 have a single one"]);
  assert.deepEqual(unknownOf(result, "ages"), []);
  assert.ok(registry.asked.every(({ headers }) => headers.authorization === undefined && headers.cookie === undefined));
  assert.match(reportAudit(result, "terminal"), /No advisories were looked up/);
});

test("a scope's own registry is asked for the scope, and the user's file where the project has none", async (context) => {
  const [own, other] = [
    await serve(context, { "/@tide%2fkit": packument("kit") }),
    await serve(context, { "/a": packument("a") }),
  ];
  const home = makeProject(context, { ".npmrc": `registry=${other.address}\n@tide:registry=\${WHERE}\n` });
  const files = projectOf(["@tide/kit", "a"]);
  const { result } = await online(context, files, { env: { ...alone, HOME: home, WHERE: own.address } });
  assert.deepEqual(unknownOf(result, "ages"), []);
  assert.deepEqual(
    [own.asked.map(({ path }) => path), other.asked.map(({ path }) => path)],
    [["/@tide%2fkit"], ["/a"]],
  );
});

test("a project's .npmrc gets no variable of the environment into an address", async (context) => {
  const registry = await serve(context, {});
  const files = projectOf(["a"], { ".npmrc": `registry=${registry.address}\${SECRET}/\n` });
  const { result } = await online(context, files, { env: { ...alone, SECRET: "secret" } });
  assert.deepEqual(registry.asked, []);
  assert.match(unknownOf(result, "ages").join("\n"), /neither an npmrc file nor the lockfile names a registry/);
});

test("where no configuration names a registry, the lockfile's is asked, and without that none", async (context) => {
  const registry = await serve(context, { "/a": packument("a") });
  const files = projectOf(["a", "b"]);
  Object.assign(files["package-lock.json"].packages["node_modules/a"] ?? {}, {
    resolved: `${registry.address}a/-/a-1.0.0.tgz`,
  });
  const { result } = await online(context, files);
  assert.deepEqual(
    registry.asked.map(({ path }) => path),
    ["/a"],
  );
  assert.deepEqual(unknownOf(result, "ages"), [
    "age, deprecation, maintainers and provenance of 1 of 2 packages: neither an npmrc file nor the lockfile names a registry: set registry in .npmrc (b@1.0.0)",
  ]);
});

test("what fails, is late or is no answer is said to be unknown, each with its reason, and the rest is told", async (context) => {
  const registry = await serve(context, {
    "/fine": packument("fine", { versions: { "1.0.0": { deprecated: "gone" } } }),
    "/none": 404,
    "/login": 401,
    "/broken": "<html>",
    "/other": packument("other", { versions: { "2.0.0": {} } }),
    "/away": (response) => response.writeHead(302, { location: "/fine" }).end(),
    "/cut": (response) => {
      response.writeHead(200, { "content-length": "100" }).write("{");
      response.destroy();
    },
    "/slow": () => {},
  });
  const names = ["fine", "none", "login", "broken", "other", "away", "cut", "slow"];
  const { result } = await online(context, projectOf(names, { ".npmrc": `registry=${registry.address}\n` }), {
    patience: { one: 300, all: 20_000 },
  });
  assert.deepEqual(told(result, "deprecations"), ["low fine@1.0.0: it is deprecated: gone"]);
  assert.deepEqual([...unknownOf(result, "deprecations")].sort(), [
    "age, deprecation, maintainers and provenance of 1 of 8 packages: the answer is no JSON (broken@1.0.0)",
    "age, deprecation, maintainers and provenance of 1 of 8 packages: the registry answered with 404 (none@1.0.0)",
    "age, deprecation, maintainers and provenance of 1 of 8 packages: the registry did not answer in time (slow@1.0.0)",
    "age, deprecation, maintainers and provenance of 1 of 8 packages: the registry does not know the version (other@1.0.0)",
    "age, deprecation, maintainers and provenance of 1 of 8 packages: the registry wants a login, and none is sent (login@1.0.0)",
    "age, deprecation, maintainers and provenance of 2 of 8 packages: the registry could not be reached (away@1.0.0, cut@1.0.0)",
  ]);
});

test("what a registry leaves out is unknown, and no zero", async (context) => {
  const bare = { versions: { "1.0.0": { dist: {} } } };
  const registry = await serve(context, { "/a": bare, "/b": packument("b") });
  const { result } = await online(context, projectOf(["a", "b"], { ".npmrc": `registry=${registry.address}\n` }));
  assert.deepEqual(told(result, "maintainers"), ["info 1 package: 2 accounts can publish them; 0 have a single one"]);
  assert.deepEqual(told(result, "provenance"), ["info 1 package: 0 of them published with provenance"]);
  assert.deepEqual(
    result.checks.slice(-4).flatMap(({ unknown }) => unknown),
    ["age", "provenance", "maintainers"].map(
      (what) => `the ${what} of 1 of 2 packages: the registry does not say (a@1.0.0)`,
    ),
  );
});

test("once the time for all is over nobody is asked any more", async (context) => {
  const registry = await serve(
    context,
    Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`/p${index}`, () => {}])),
  );
  const names = Array.from({ length: 30 }, (_, index) => `p${index}`);
  const { result } = await online(context, projectOf(names, { ".npmrc": `registry=${registry.address}\n` }), {
    patience: { one: 60_000, all: 200 },
  });
  assert.equal(registry.asked.length, 8);
  assert.match(unknownOf(result, "ages").join("\n"), /of 22 of 30 packages: there was no time left to ask/);
});

test("answers are kept for a day in node_modules, and only there", async (context) => {
  const registry = await serve(context, { "/a": packument("a") });
  const root = makeProject(context, projectOf(["a"], { ".npmrc": `registry=${registry.address}\n` }));
  const before = readTree(root);
  await shrinkdeps(root, ["audit", "--online"]);
  assert.deepEqual(readTree(root), before);
  mkdirSync(join(root, "node_modules"));
  const first = await shrinkdeps(root, ["audit", "--online", "--format", "json"]);
  const second = await shrinkdeps(root, ["audit", "--online", "--format", "json"]);
  assert.equal(registry.asked.length, 2);
  assert.equal(second.stdout, first.stdout);
  assert.equal(JSON.parse(first.stdout).online, true);
  assert.deepEqual(
    Object.keys(readTree(root)).filter((path) => before[path] === undefined),
    ["node_modules/.cache/shrinkdeps/registry.json"],
  );
  const project = readProject(root);
  await auditOnline(project, audit(project), { env: alone, now: Date.now() + 25 * 60 * 60 * 1000 });
  assert.equal(registry.asked.length, 3);
});

test("a cache that is not as it was written is not read", async (context) => {
  const registry = await serve(context, { "/a": packument("a") });
  const path = "node_modules/.cache/shrinkdeps/registry.json";
  const key = `${registry.address} a@1.0.0`;
  for (const text of ["{", "[]", JSON.stringify({ [key]: { at: now, facts: { maintainers: "ann" } } })]) {
    await online(context, projectOf(["a"], { ".npmrc": `registry=${registry.address}\n`, [path]: text }));
  }
  assert.equal(registry.asked.length, 3);
});

test("without --online nobody is asked", async (context) => {
  const registry = await serve(context, { "/a": packument("a") });
  const root = makeProject(context, projectOf(["a"], { ".npmrc": `registry=${registry.address}\n` }));
  const { stdout } = await shrinkdeps(root, ["audit", "--capabilities", "--format", "json"]);
  assert.equal(registry.asked.length, 0);
  assert.equal(JSON.parse(stdout).online, undefined);
});

test("analyze --online shows what the registry says in html and markdown, and that it is a part", async (context) => {
  const registry = await serve(context, {
    "/fine": packument("fine", { versions: { "1.0.0": { deprecated: "use <other>", dist: { signatures: [] } } } }),
  });
  const files = projectOf(["fine", "none"], { ".npmrc": `registry=${registry.address}\n` });
  const root = makeProject(context, files);
  for (const format of ["html", "markdown"]) {
    const plain = await shrinkdeps(root, ["analyze", "--format", format]);
    assert.equal(registry.asked.length, 0, format);
    assert.match(plain.stdout, /Nothing offline tells provenance/);
  }
  const html = (await shrinkdeps(root, ["analyze", "--online", "--format", "html"])).stdout;
  assert.equal(registry.asked.length, 2);
  const markdown = (await shrinkdeps(root, ["analyze", "--online", "--format", "markdown"])).stdout;
  assert.match(html, /<td>it is deprecated: use &lt;other&gt;<\/td>/);
  assert.match(
    markdown,
    /\| low \| Deprecated packages \| `fine&#64;1\.0\.0`|\| low \| Deprecated packages \| `fine@1\.0\.0`/,
  );
  for (const text of [html, markdown]) {
    assert.match(text, /2 accounts can publish them/);
    assert.match(text, /maintainers and provenance of 1 of 2 packages: the registry answered with 404/);
    assert.match(text, /What registries say is known in part alone\./);
  }
});

test("--online is refused where a report has no place for it", async (context) => {
  const root = makeProject(context, projectOf(["a"]));
  for (const argv of [["--format", "sarif"], [], ["--json"], ["--format", "markdown", "--compare", "old.json"]]) {
    const { code, stderr } = await shrinkdeps(root, ["analyze", "--online", ...argv]);
    assert.equal(code, 2);
    assert.match(stderr, /--online goes with --format html or markdown/);
  }
});
