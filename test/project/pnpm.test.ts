import assert from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { test, type TestContext } from "node:test";
import { dominators } from "../../src/project/dominators.ts";
import { readProject } from "../../src/project/read.ts";
import { harbour, pnpmLocks } from "./pnpm-locks.ts";
import { tree } from "./tree.ts";

type Files = Readonly<Record<string, string | object>>;

function graphIn(root: string) {
  const { graph, problems } = readProject(root, { sources: false });
  assert.ok(graph.known, graph.known ? "" : graph.reason);
  assert.deepEqual(problems, []);
  return graph.graph;
}

function linesOf(context: TestContext, files: Files) {
  const { graph, problems } = readProject(tree(context, files), { sources: false });
  return {
    known: graph.known,
    lines: problems.map(({ kind, path, line, message }) => `${kind} ${path}:${line} ${message}`),
  };
}

test("every version of pnpm's lockfile gives the same packages, edges and importers", (context) => {
  for (const text of Object.values(pnpmLocks)) {
    const graph = graphIn(tree(context, { ...harbour, "pnpm-lock.yaml": text }));
    const packages = [...graph.nodes.values()].filter(({ importer }) => !importer);
    const told = packages.map(({ name, version, source, integrity, dev, optional }) =>
      [name, version, source, integrity, dev && "dev", optional && "optional"].filter(Boolean).join(" "),
    );
    assert.deepEqual(told.sort(), [
      "@dock/rope 1.0.0 registry sha512-rope",
      "anchor 1.0.0 registry sha512-anchor",
      "fibre 0.3.0 git",
      "moor 1.2.0 registry sha512-moor",
      "tide 2.0.0 registry sha512-tide optional",
    ]);
    assert.equal(graph.manager, "pnpm");
    const crane = graph.edges.get("packages/crane") ?? [];
    const target = (name: string) => graph.nodes.get(crane.find((edge) => edge.name === name)?.to ?? "none");
    assert.equal(target("knot")?.name, "moor");
    assert.equal(target("pier")?.id, "packages/pier");
    assert.match(target("@dock/rope")?.peers ?? "", /^\(?anchor@1\.0\.0\)?$/);
    const rope = graph.edges.get(target("@dock/rope")?.id ?? "") ?? [];
    assert.deepEqual(
      rope.map(({ name, kind, range }) => `${name} ${kind} ${kind === "peer" ? range : ""}`),
      ["anchor peer *", "fibre prod "],
    );
    assert.equal(dominators(graph).get("@dock/rope")?.length, 2);
  }
});

test("whether an install script runs is told by old lockfiles, and otherwise unknown until it is installed", (context) => {
  const scripts = (version: "6.0" | "9.0", files: Files = {}) => {
    const graph = graphIn(tree(context, { ...harbour, ...files, "pnpm-lock.yaml": pnpmLocks[version] }));
    const nodes = [...graph.nodes.values()].filter(({ importer }) => !importer);
    return Object.fromEntries(nodes.map((node) => [node.name, node.installScript]));
  };
  assert.deepEqual(scripts("6.0"), {
    "@dock/rope": true,
    anchor: "unknown",
    fibre: "unknown",
    moor: "unknown",
    tide: true,
  });
  const installed = {
    "node_modules/tide/package.json": { version: "2.0.0", scripts: { install: "x" } },
    "node_modules/moor/package.json": { version: "1.2.0" },
    "packages/crane/node_modules/anchor/package.json": { version: "3.0.0" },
  };
  assert.deepEqual(scripts("9.0", installed), {
    "@dock/rope": "unknown",
    anchor: "unknown",
    fibre: "unknown",
    moor: false,
    tide: true,
  });
});

test("packages are found and measured in pnpm's store of links, each copy once", (context) => {
  const store = (folder: string, name: string, version: string) => ({
    [`node_modules/.pnpm/${folder}/node_modules/${name}/package.json`]: `{"version":"${version}"}`,
  });
  const root = tree(context, {
    ...harbour,
    "pnpm-lock.yaml": pnpmLocks["9.0"],
    ...store("rope_of_some_name", "@dock/rope", "1.0.0"),
    ...store("anchor@1.0.0", "anchor", "1.0.0"),
    ...store("fibre@abc", "fibre", "0.3.0"),
    ...store("moor@1.2.0", "moor", "1.2.0"),
  });
  const link = (from: string, folder: string, name: string) => {
    mkdirSync(dirname(join(root, from)), { recursive: true });
    symlinkSync(join(root, `node_modules/.pnpm/${folder}/node_modules/${name}`), join(root, from), "junction");
  };
  link("node_modules/moor", "moor@1.2.0", "moor");
  link("packages/crane/node_modules/knot", "moor@1.2.0", "moor");
  link("packages/crane/node_modules/@dock/rope", "rope_of_some_name", "@dock/rope");
  link("node_modules/.pnpm/rope_of_some_name/node_modules/anchor", "anchor@1.0.0", "anchor");
  link("node_modules/.pnpm/rope_of_some_name/node_modules/fibre", "fibre@abc", "fibre");
  const nodes = [...graphIn(root).nodes.values()].filter(({ importer }) => !importer);
  assert.deepEqual(Object.fromEntries(nodes.map(({ name, locations, bytes }) => [name, [...locations, bytes]])), {
    "@dock/rope": ["node_modules/.pnpm/rope_of_some_name/node_modules/@dock/rope", 19],
    anchor: ["node_modules/.pnpm/anchor@1.0.0/node_modules/anchor", 19],
    fibre: ["node_modules/.pnpm/fibre@abc/node_modules/fibre", 19],
    moor: ["node_modules/.pnpm/moor@1.2.0/node_modules/moor", 19],
    tide: [undefined],
  });
});

test("lockfiles that pnpm keeps for each workspace are refused, since the root's says nothing of the others", (context) => {
  const settings = (path: string, text: string) =>
    linesOf(context, { ...harbour, "pnpm-lock.yaml": pnpmLocks["9.0"], [path]: text });
  const { known, lines } = settings(".npmrc", "a=b\r\nshared-workspace-lockfile = false\r\n");
  assert.equal(known, false);
  assert.match(
    lines[0] ?? "",
    /^lockfile-unsupported pnpm-lock.yaml:undefined \.npmrc gives each workspace a lockfile of its own/,
  );
  assert.equal(settings(".npmrc", "shared-workspace-lockfile=true\n").known, true);
  const written = `${harbour["pnpm-workspace.yaml"]}sharedWorkspaceLockfile: false\n`;
  assert.equal(settings("pnpm-workspace.yaml", written).known, false);
});

test("a lockfile of pnpm that is broken, of an unknown version or in conflict is refused with its line", (context) => {
  const refusal = (text: string) => {
    const { known, lines } = linesOf(context, { ...harbour, "pnpm-lock.yaml": text });
    assert.equal(known, false);
    return lines.join("\n");
  };
  const nine = pnpmLocks["9.0"];
  const begin = (kind: string, line: number, message: string) => `lockfile-${kind} pnpm-lock.yaml:${line} ${message}`;
  const known = "and 5.4, 6.0, 6.1, 9.0 are known: run pnpm install";
  assert.equal(
    refusal(`\n${nine.replace("9.0", "12.0")}`),
    begin("unsupported", 2, `it has lockfileVersion 12.0, ${known}`),
  );
  assert.equal(refusal("packages: {}\n"), begin("unsupported", 1, `it has no lockfileVersion, ${known}`));
  assert.match(refusal(nine.replace("importers:", "<<<<<<< HEAD\nimporters:")), /:7 it has merge conflict markers/);
  assert.match(
    refusal(nine.replace("  anchor@1.0.0: {}", "\tanchor@1.0.0: {}")),
    /:\d+ it cannot be read, a tab indents/,
  );
  assert.match(refusal(nine.replace("  anchor@1.0.0: {}\n", "")), /it refers to anchor@1\.0\.0, which it lacks/);
  assert.match(
    refusal(nine.replace("\n  moor@1.2.0:\n    res", "\n  boom@1.2.0:\n    res")),
    /"moor@1\.2\.0" is not among its packages/,
  );
  assert.match(refusal(nine.replace("        version: 2.0.0\n", "")), /:11 "tide" has no version/);
});

test("a lockfile of pnpm out of step says in which entries", (context) => {
  const differences = (files: Files, edit = (text: string) => text) => {
    const { known, lines } = linesOf(context, { ...harbour, "pnpm-lock.yaml": edit(pnpmLocks["9.0"]), ...files });
    assert.equal(known, true);
    return lines.join("\n");
  };
  assert.equal(differences({}), "");
  assert.equal(
    differences({
      "package.json": { devDependencies: { moor: "^2.0.0", sail: "1.0.0" } },
      "packages/new/package.json": { name: "new" },
    }),
    "lockfile-out-of-step pnpm-lock.yaml:undefined it is out of step: " +
      'it has "moor" as ^1.0.0 where package.json has ^2.0.0; it lacks "sail" of devDependencies in package.json; ' +
      'it has "tide", which optionalDependencies in package.json lacks, and 1 more; run pnpm install',
  );
  const single = (settings: string) => ({ "pnpm-workspace.yaml": `${harbour["pnpm-workspace.yaml"]}${settings}` });
  assert.match(differences(single("overrides:\n  fibre: 1.0.0\n")), /it lacks the override "fibre"/);
  const catalogs = (text: string) =>
    text.replace(
      "importers:",
      "catalogs:\n  default:\n    moor:\n      specifier: ^1.0.0\n      version: 1.2.0\n\nimporters:",
    );
  assert.equal(differences(single("catalog:\n  moor: ^1.0.0\n"), catalogs), "");
  assert.match(
    differences(single("catalog:\n  moor: ^2.0.0\n"), catalogs),
    /"moor" of the catalog default as \^1\.0\.0 where pnpm-workspace.yaml has \^2\.0\.0/,
  );
});
