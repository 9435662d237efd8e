import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { createLineOf } from "../../src/project/lock/entry-lines.ts";
import { readTree } from "../../src/project/read.ts";
import { lockfile, tree } from "./tree.ts";

const manifest = { name: "ferry", dependencies: { a: "1.0.0", "@s/b": "^2.0.0" } };

const locks: Readonly<Record<string, readonly [file: string, text: string, extra?: Readonly<Record<string, string>>]>> =
  {
    npm: [
      "package-lock.json",
      JSON.stringify(
        lockfile({
          "": manifest,
          "node_modules/a": { version: "1.0.0", dependencies: { "@s/b": "^1.0.0" } },
          "node_modules/a/node_modules/@s/b": { version: "1.0.0" },
          "node_modules/@s/b": { version: "2.0.0" },
        }),
        null,
        2,
      ),
    ],
    "pnpm 9": [
      "pnpm-lock.yaml",
      `lockfileVersion: '9.0'

importers:

  .:
    dependencies:
      '@s/b':
        specifier: ^2.0.0
        version: 2.0.0
      a:
        specifier: 1.0.0
        version: 1.0.0

packages:

  '@s/b@1.0.0':
    resolution: {integrity: sha512-aa==}

  '@s/b@2.0.0':
    resolution: {integrity: sha512-bb==}

  a@1.0.0:
    resolution: {integrity: sha512-cc==}

snapshots:

  '@s/b@1.0.0': {}

  '@s/b@2.0.0': {}

  a@1.0.0:
    dependencies:
      '@s/b': 1.0.0
`,
    ],
    "yarn 1": [
      "yarn.lock",
      `# yarn lockfile v1


"@s/b@^1.0.0":
  version "1.0.0"

"@s/b@^2.0.0":
  version "2.0.0"

a@1.0.0:
  version "1.0.0"
  dependencies:
    "@s/b" "^1.0.0"
`,
    ],
    "yarn 4": [
      "yarn.lock",
      `__metadata:
  version: 8

"@s/b@npm:^1.0.0":
  version: 1.0.0
  resolution: "@s/b@npm:1.0.0"
  languageName: node
  linkType: hard

"@s/b@npm:^2.0.0":
  version: 2.0.0
  resolution: "@s/b@npm:2.0.0"
  languageName: node
  linkType: hard

"a@npm:1.0.0":
  version: 1.0.0
  resolution: "a@npm:1.0.0"
  dependencies:
    "@s/b": "npm:^1.0.0"
  languageName: node
  linkType: hard

"ferry@workspace:.":
  version: 0.0.0-use.local
  resolution: "ferry@workspace:."
  dependencies:
    "@s/b": "npm:^2.0.0"
    a: "npm:1.0.0"
  languageName: unknown
  linkType: soft
`,
      { ".yarnrc.yml": "nodeLinker: node-modules\n" },
    ],
    bun: [
      "bun.lock",
      `{
  "lockfileVersion": 1,
  "workspaces": {
    "": {
      "name": "ferry",
      "dependencies": { "a": "1.0.0", "@s/b": "^2.0.0" },
    },
  },
  "packages": {
    "@s/b": ["@s/b@2.0.0", "", {}, "sha512-bb=="],

    "a": ["a@1.0.0", "", { "dependencies": { "@s/b": "^1.0.0" } }, "sha512-cc=="],

    "a/@s/b": ["@s/b@1.0.0", "", {}, "sha512-aa=="],
  }
}
`,
    ],
  };

for (const [manager, [file, text, extra = {}]] of Object.entries(locks))
  test(`an entry is found at its line in a lockfile of ${manager}`, (context: TestContext) => {
    const project = readTree(tree(context, { "package.json": manifest, [file]: text, ...extra }));
    assert.ok(project.graph.known, JSON.stringify(project.graph));
    const { graph } = project.graph;
    const lineOf = createLineOf(project.disk, graph);
    const lines = text.split("\n");
    const packages = [...graph.nodes.values()].filter(({ importer }) => !importer);
    assert.equal(packages.length, 3);
    for (const node of packages) {
      const line = lineOf(node) ?? assert.fail(`${node.id} has no line`);
      const entry = lines.slice(line - 1, line + 2).join("\n");
      assert.ok(entry.includes(node.name) && (manager === "pnpm 9" || entry.includes(node.version ?? "?")), entry);
      if (manager === "pnpm 9") assert.ok(lines[line - 1]?.includes(`${node.name}@${node.version}`), entry);
    }
    assert.equal(new Set(packages.map(lineOf)).size, 3);
  });
