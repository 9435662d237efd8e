import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { checkBudget } from "../../src/budget/check.ts";
import { readTree } from "../../src/project/read.ts";
import { reportBudget } from "../../src/report/budget/report.ts";
import { makeProject, shrinkdeps } from "../cli/command.ts";
import { tree } from "./tree.ts";

const config = `{
  // what the harbour needs
  "workspace": ["./packages/pier"],
  "imports": {
    "pad": "npm:left-pad@^1.3.0",
    "ropes/": "npm:/ropes@^1.0.0/",
    "@std/path": "jsr:@std/path@1",
  },
}
`;

const harbour = {
  "deno.json": config,
  "package.json": { name: "harbour", dependencies: { sail: "1.2.0" }, devDependencies: { mast: "npm:pole@2.0.0" } },
  "packages/pier/deno.jsonc": '{ "name": "@harbour/pier", "imports": { "sail": "npm:sail@^2.0.0", "any": "npm:any" } }',
};

const workspace = {
  dependencies: ["jsr:@std/path@1", "npm:left-pad@^1.3.0", "npm:ropes@^1.0.0"],
  packageJson: { dependencies: ["npm:pole@2.0.0", "npm:sail@1.2.0"] },
  members: { "packages/pier": { dependencies: ["npm:any@*", "npm:sail@^2.0.0"] } },
};

const asked = {
  "jsr:@std/path@1": "1.0.0",
  "npm:any@*": "3.0.0_sail@2.0.0",
  "npm:left-pad@^1.3.0": "1.3.0",
  "npm:ms@2": "2.1.3",
  "npm:pole@2.0.0": "2.0.0",
  "npm:ropes@^1.0.0": "1.0.0",
  "npm:sail@1.2.0": "1.2.0",
  "npm:sail@^2.0.0": "2.0.0",
};

const five = {
  version: "5",
  specifiers: asked,
  jsr: { "@std/path@1.0.0": { integrity: "abc" } },
  npm: {
    "any@3.0.0_sail@2.0.0": { integrity: "sha512-any", dependencies: ["sail@2.0.0"], optionalPeers: ["ms"] },
    "knot@1.0.0": { integrity: "sha512-knot", os: ["darwin"] },
    "left-pad@1.3.0": { integrity: "sha512-pad" },
    "ms@2.1.3": { integrity: "sha512-ms" },
    "pole@2.0.0": { integrity: "sha512-pole", scripts: true, tarball: "https://dock.example.test/pole.tgz" },
    "ropes@1.0.0": { dependencies: ["old-sail@npm:sail@1.2.0"], optionalDependencies: ["knot"] },
    "sail@1.2.0": {},
    "sail@2.0.0": {},
  },
  workspace,
};

const four = {
  ...five,
  version: "4",
  npm: {
    ...five.npm,
    "any@3.0.0_sail@2.0.0": { dependencies: ["sail@2.0.0"] },
    "ropes@1.0.0": { dependencies: ["knot", "old-sail@npm:sail@1.2.0"] },
  },
};

const three = {
  version: "3",
  packages: {
    specifiers: {
      "npm:any": "npm:any@3.0.0_sail@2.0.0",
      ...Object.fromEntries(
        Object.entries(asked)
          .filter(([key]) => /^npm:(?!any)/.test(key))
          .map(([key, version]) => [key, `${key.slice(0, key.lastIndexOf("@"))}@${version}`]),
      ),
    },
    npm: {
      ...Object.fromEntries(Object.keys(five.npm).map((id) => [id, { dependencies: {} }])),
      "any@3.0.0_sail@2.0.0": { dependencies: { sail: "sail@2.0.0" } },
      "ropes@1.0.0": { dependencies: { knot: "knot@1.0.0", "old-sail": "sail@1.2.0" } },
    },
  },
  workspace,
};

function read(context: TestContext, lock: object, files: Readonly<Record<string, string | object>> = harbour) {
  return readTree(tree(context, { ...files, "deno.lock": lock }));
}

test("every version of deno.lock gives one tree of what deno.json, package.json and sources ask npm for", (context) => {
  for (const lock of [three, four, five]) {
    const { graph: reading, problems } = read(context, lock);
    assert.deepEqual(problems, [], lock.version);
    assert.ok(reading.known);
    const { nodes, edges, manager } = reading.graph;
    assert.equal(manager, "deno");
    const targets = (id: string) => edges.get(id)?.map(({ name, to }) => `${name} > ${to}`);
    assert.deepEqual(targets(""), [
      ...["sail > sail@1.2.0", "mast > pole@2.0.0", "pad > left-pad@1.3.0", "ropes > ropes@1.0.0", "ms > ms@2.1.3"],
    ]);
    assert.deepEqual(targets("packages/pier"), ["sail > sail@2.0.0", "any > any@3.0.0_sail@2.0.0"]);
    assert.deepEqual([...(targets("ropes@1.0.0") ?? [])].sort(), ["knot > knot@1.0.0", "old-sail > sail@1.2.0"]);
    assert.equal(targets("any@3.0.0_sail@2.0.0")?.[0], "sail > sail@2.0.0");
    const all = [...nodes.values()].filter(({ importer }) => !importer);
    assert.equal(all.length, 8);
    assert.deepEqual(
      all.filter(({ dev }) => dev).map(({ id }) => id),
      ["pole@2.0.0"],
    );
    assert.equal(nodes.get("any@3.0.0_sail@2.0.0")?.peers, "_sail@2.0.0");
    assert.equal(nodes.get("any@3.0.0_sail@2.0.0")?.version, "3.0.0");
  }
});

test("version 5 tells what is optional, which scripts there are, and what comes from elsewhere", (context) => {
  const { graph: reading } = read(context, five);
  assert.ok(reading.known);
  const { nodes, edges } = reading.graph;
  assert.equal(nodes.get("knot@1.0.0")?.optional, true);
  assert.equal(nodes.get("pole@2.0.0")?.installScript, true);
  assert.equal(nodes.get("left-pad@1.3.0")?.installScript, false);
  assert.equal(nodes.get("pole@2.0.0")?.source, "url");
  assert.equal(nodes.get("left-pad@1.3.0")?.source, "registry");
  assert.deepEqual(
    edges.get("any@3.0.0_sail@2.0.0")?.map(({ optionalPeer }) => optionalPeer),
    [undefined, true],
  );
  const older = read(context, four).graph;
  assert.ok(older.known);
  assert.equal(older.graph.nodes.get("pole@2.0.0")?.installScript, "unknown");
});

test("a deno.lock that is not understood or not in step is told, and never clean", (context) => {
  const told = (lock: object | string, files?: Readonly<Record<string, string | object>>) => {
    const { problems } = readTree(tree(context, { ...harbour, ...files, "deno.lock": lock }));
    assert.equal(problems.length, 1);
    return `${problems[0]?.kind}:${problems[0]?.line ?? ""} ${problems[0]?.message}`;
  };
  assert.equal(
    told({ ...five, version: "9" }),
    'lockfile-unsupported:2 it has version "9", and "3", "4" and "5" are known: run deno install',
  );
  assert.match(told({ remote: {} }), /^lockfile-unsupported: it has no version/);
  assert.match(told("<<<<<<< HEAD\n"), /^lockfile-malformed:1 it has merge conflict markers/);
  assert.match(told("{ x"), /^lockfile-malformed:1 it is not valid JSON/);
  const { "sail@2.0.0": _, ...less } = five.npm;
  assert.match(told({ ...five, npm: less }), /^lockfile-malformed:\d+ it lacks "sail" of any@3\.0\.0_sail@2\.0\.0/);
  assert.match(told({ ...five, npm: { ...five.npm, "ms@2.1.3": 1 } }), /malformed:\d+ the entry "ms@2.1.3" is not/);
  assert.match(
    told({ ...five, specifiers: { ...asked, "npm:ms@2": "2.0.0" } }),
    /it lacks ms@2\.0\.0, which answers "npm:ms@2"/,
  );
  assert.equal(
    told(five, { "packages/pier/deno.jsonc": '{ "imports": { "sail": "npm:sail@^3.0.0", "any": "npm:any" } }' }),
    'lockfile-out-of-step: it is out of step: it lacks "sail" of imports in packages/pier/deno.jsonc; ' +
      'it has "npm:sail@^2.0.0", which packages/pier/deno.jsonc does not ask for; run deno install',
  );
  const { "npm:left-pad@^1.3.0": __, ...fewer } = asked;
  assert.match(told({ ...five, specifiers: fewer }), /out of step: it lacks "pad" of imports in deno\.json; run/);
});

const alone = {
  "deno.json": '{\n  // one\n  "imports": {\n    "left-pad": "npm:left-pad@^1.3.0",\n  },\n}\n',
  "main.ts": 'import leftPad from "left-pad";\nconsole.log(leftPad(String(1), 5));\n',
};
const lockOfAlone = {
  version: "5",
  specifiers: { "npm:left-pad@^1.3.0": "1.3.0" },
  npm: { "left-pad@1.3.0": { integrity: "sha512-pad" } },
  workspace: { dependencies: ["npm:left-pad@^1.3.0"] },
};

test("a project without a package.json is held to its budget, and a finding is annotated on the import", async (context) => {
  const limits = { budget: { packages: 1, deny: [{ package: "left-pad", reason: "padStart does it" }] } };
  const project = read(context, lockOfAlone, { ...alone, "shrinkdeps.json": limits });
  const result = checkBudget(project);
  assert.equal(result.over, true);
  assert.deepEqual(
    result.measurements.filter(({ limit }) => ["packages", "direct"].includes(limit)).map(({ actual }) => actual),
    [1, 1],
  );
  const text = await reportBudget(result, "github", { color: false, columns: 80, prefix: "" });
  assert.match(text, /^::error file=deno\.json,line=4,/);
});

test("without a lockfile deno is named as what makes one", (context) => {
  const { graph, problems } = readTree(tree(context, alone));
  assert.equal(graph.known, false);
  assert.match(`${problems[0]?.path}: ${problems[0]?.message}`, /^deno\.lock: .* run deno install$/);
});

test("analyze advises on the imports of deno.json, and apply leaves them with the reason", async (context) => {
  const root = makeProject(context, { ...alone, "deno.lock": lockOfAlone });
  const { stdout, code } = await shrinkdeps(root, ["analyze"]);
  assert.equal(code, 0);
  assert.match(stdout, /left-pad +native +1/);
  const applied = await shrinkdeps(root, ["apply", "left-pad", "--yes"]);
  assert.equal(applied.code, 1);
  assert.match(applied.stdout.replace(/\s+/g, " "), /deno's files are read for advice and not edited: take it out/);
});

test("an import that nothing was seen to use is not called unused", async (context) => {
  const root = makeProject(context, { ...alone, "main.ts": "console.log(1);\n", "deno.lock": lockOfAlone });
  const { stdout } = await shrinkdeps(root, ["analyze", "--json"]);
  const { dependencies } = JSON.parse(stdout) as { dependencies: { name: string; verdict: string }[] };
  assert.deepEqual(
    dependencies.map(({ name, verdict }) => [name, verdict === "unused"]),
    [["left-pad", false]],
  );
});
