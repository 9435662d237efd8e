import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, test } from "node:test";
import { apply } from "../../src/apply/apply.ts";
import { readProject } from "../../src/project/read.ts";
import type { YamlNode } from "../../src/project/yaml/node.ts";
import { readYaml } from "../../src/project/yaml/read.ts";
import { cache, checkFrozen, lock, makeProject, pnpm, type Pnpm } from "./pnpm/run.ts";
import { scenes } from "./pnpm/scenes.ts";

after(() => rmSync(cache, { recursive: true, force: true }));

const file = "pnpm-lock.yaml";

for (const [label, version, files] of scenes) {
  test(`${label}, pnpm ${version}: read as it is installed, and what is removed pnpm writes byte for byte`, async () => {
    const root = makeProject(files);
    lock(version, root, false);
    const project = readProject(root, { sources: false });
    assert.deepEqual(project.problems, []);
    assert.ok(project.graph.known);
    assertSameYaml(readFileSync(join(root, file), "utf8"));
    assertInstalled(version, root);
    const dependencies = project.manifests.flatMap(({ path, dependencies }) =>
      dependencies.map(({ name }) => [path, name] as const),
    );
    // The other versions write these formats too.
    if (version === "8" || version === "10")
      for (const removal of dependencies) await assertTaken(version, root, [removal]);
    await assertTaken(
      version,
      root,
      dependencies.filter(([, name]) => !name.startsWith("react")),
    );
    rmSync(root, { recursive: true, force: true });
  });
}

/** Every package that is installed is one of the graph, found where it is and measured. */
function assertInstalled(version: Pnpm, from: string): void {
  const root = copyOf(from);
  pnpm(version, root, "install", "--frozen-lockfile", "--ignore-scripts", "--reporter=silent");
  const { graph } = readProject(root, { sources: false });
  assert.ok(graph.known);
  const store = join(root, "node_modules/.pnpm");
  const theirs = readdirSync(store).filter((name) => name !== "node_modules" && name !== "lock.yaml");
  const found = [...graph.graph.nodes.values()].filter((node) => !node.importer && node.bytes !== undefined);
  assert.deepEqual(
    new Set(found.flatMap(({ locations }) => locations.map((path) => path.split("/")[2]))),
    new Set(theirs),
  );
  assert.ok(found.every(({ installScript, locations }) => installScript !== "unknown" && locations.length === 1));
  const absent = [...graph.graph.nodes.values()].filter((node) => !node.importer && node.bytes === undefined);
  assert.ok(
    absent.every(({ optional }) => optional),
    absent.map(({ id }) => id).join(" "),
  );
  rmSync(root, { recursive: true, force: true });
}

/** After an apply pnpm takes the lockfile frozen; and would, from the manifests alone, have written the same. */
async function assertTaken(
  version: Pnpm,
  from: string,
  removals: readonly (readonly [manifest: string, name: string])[],
): Promise<void> {
  const root = copyOf(from);
  const before = readFileSync(join(root, file), "utf8");
  const receipt = await apply(readProject(root, { sources: false }), {
    packages: [],
    files: [],
    newFiles: [],
    removals: removals.map(([manifest, name]) => ({ manifest, name, package: name })),
  });
  const ours = readFileSync(join(root, file), "utf8");
  const what = `pnpm ${version}, ${removals.map((removal) => removal.join(" ")).join(", ")}`;
  assert.notEqual(ours, before, what);
  checkFrozen(version, root);
  assert.deepEqual(readProject(root, { sources: false }).problems, [], what);
  if (!receipt.notProved.some((note) => note.includes("as a peer of"))) {
    writeFileSync(join(root, file), before);
    // What pnpm 7 knows of a package is kept under another name by each of its installs.
    lock(version, root, version !== "7");
    assert.equal(ours, readFileSync(join(root, file), "utf8"), what);
  }
  rmSync(root, { recursive: true, force: true });
}

function copyOf(from: string): string {
  const root = makeProject({});
  cpSync(from, root, { recursive: true, filter: (path) => !path.includes("node_modules") });
  return root;
}

const require = createRequire(new URL("../../../test/managers/pnpm/package.json", import.meta.url));

/** Another reader of YAML finds the same in a text. */
function assertSameYaml(text: string): void {
  const yaml: typeof import("./pnpm/yaml.ts") = require("yaml");
  const reading = readYaml(text);
  assert.ok("documents" in reading);
  assert.deepEqual(
    reading.documents.map(plain),
    yaml.parseAllDocuments(text, { schema: "failsafe" }).map((document) => emptied(document.toJS())),
  );
}

function plain(node: YamlNode): unknown {
  if (node.kind === "scalar") return node.text;
  if (node.kind === "list") return node.items.map(({ value }) => plain(value));
  return Object.fromEntries([...node.members].map(([key, { value }]) => [key, plain(value)]));
}

test("texts put together from pieces of YAML are read as another reader reads them, or refused", () => {
  const yaml: typeof import("./pnpm/yaml.ts") = require("yaml");
  const pieces = [
    ...["a", "b: ", "c:", "- ", "  ", "\n", "\n  ", "\n    ", "'x y'", '"q\\n"', "# hi", " # c", "|", "|-", ">", "> "],
    ...["{a: 1, b: [c]}", "[x, 'y']", "~", "? k", "\n: v", ": ", "x:y", "---\n", "é", "''", "\t", "1.0", "*x", "&y "],
    ...["!t", "%", "{", "}", "[", "]", ",", "\r\n", "https://x.y/z#q", "'it''s'", "@a", "`"],
  ];
  let seed = 1;
  const next = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return (seed >> 8) % below;
  };
  let same = 0;
  for (let round = 0; round < 30_000; round++) {
    const text = Array.from({ length: 2 + next(9) }, () => pieces[next(pieces.length)]).join("");
    const reading = readYaml(text);
    if ("error" in reading) continue;
    const documents = yaml.parseAllDocuments(text, { schema: "failsafe" });
    const theirs = Array.isArray(documents) ? documents : [];
    assert.deepEqual(
      theirs.flatMap(({ errors }) => errors),
      [],
      JSON.stringify(text),
    );
    assert.deepEqual(
      reading.documents.map(plain).filter((value) => value !== ""),
      theirs.map((document) => emptied(document.toJS())).filter((value) => value !== ""),
      JSON.stringify(text),
    );
    same++;
  }
  assert.ok(same > 3000, `${same} were read`);
});

/** No value is an empty text to a reader of texts alone. */
function emptied(value: unknown): unknown {
  if (value === null) return "";
  if (Array.isArray(value)) return value.map(emptied);
  if (typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, emptied(one)]));
}
