import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { apply } from "../../src/apply/apply.ts";
import { readProject } from "../../src/project/read.ts";
import { makeProject, registryOfNpm, type Files } from "./pnpm/run.ts";

const require = createRequire(new URL("../../../test/managers/bun/package.json", import.meta.url));
const registry = registryOfNpm();

/** The program of a bun for this platform, which no install script put in its place. */
function programOf(bun: "bun" | "bun12"): string {
  const own = createRequire(require.resolve(`${bun}/package.json`));
  const platform = `@oven/bun-${process.platform === "win32" ? "windows" : process.platform}-${process.arch === "arm64" ? "aarch64" : process.arch}`;
  return join(
    dirname(own.resolve(`${platform}/package.json`)),
    "bin",
    process.platform === "win32" ? "bun.exe" : "bun",
  );
}

function run(bun: "bun" | "bun12", directory: string, ...args: readonly string[]): void {
  const env = { ...process.env, npm_config_registry: registry, BUN_CONFIG_REGISTRY: registry };
  const all = ["install", "--ignore-scripts", ...args];
  const { status, stderr } = spawnSync(programOf(bun), all, { cwd: directory, env, encoding: "utf8" });
  assert.equal(status, 0, stderr);
}

const harbour: Files = {
  "package.json": {
    name: "harbour",
    private: true,
    workspaces: {
      packages: ["packages/*"],
      catalog: { chalk: "^4.1.2", rimraf: "^3.0.2" },
      catalogs: { old: { react: "18.2.0" } },
    },
    devDependencies: { rimraf: "catalog:", "left-pad": "1.3.0", "strip-ansi": "6.0.1" },
    optionalDependencies: { fsevents: "2.3.3" },
    overrides: { minimist: "1.2.8", glob: "7.2.3" },
    trustedDependencies: ["fsevents"],
  },
  "packages/crane/package.json": {
    name: "@harbour/crane",
    version: "1.0.0",
    dependencies: {
      "@harbour/pier": "workspace:*",
      chalk: "catalog:",
      pad: "npm:left-pad@1.3.0",
      react: "catalog:old",
      mkdirp: "0.5.5",
    },
  },
  "packages/pier/package.json": {
    name: "@harbour/pier",
    version: "1.0.0",
    dependencies: { chalk: "^2.4.0", isarray: "2.0.5", "string-width": "5.1.2" },
  },
};

for (const bun of ["bun12", "bun"] as const) {
  test(`${bun}: read as it is installed, taken frozen after each removal, and byte for byte where nothing moves`, async () => {
    const root = makeProject(harbour);
    run(bun, root);
    const project = readProject(root, { sources: false });
    assert.deepEqual(project.problems, []);
    assert.ok(project.graph.known);
    const nodes = [...project.graph.graph.nodes.values()].filter(({ importer }) => !importer);
    const absent = nodes.filter(({ bytes }) => bytes === undefined);
    assert.deepEqual(
      absent.map(({ name }) => name),
      process.platform === "darwin" ? [] : ["fsevents"],
    );
    const removals = project.manifests.flatMap(({ path, dependencies }) =>
      dependencies.map(({ name }) => ({ manifest: path, name, package: name })),
    );
    let same = 0;
    for (const removal of removals) {
      const copy = copyOf(root);
      const before = readFileSync(join(copy, "bun.lock"), "utf8");
      const receipt = await apply(readProject(copy, { sources: false }), {
        packages: [],
        files: [],
        newFiles: [],
        removals: [removal],
      });
      const ours = readFileSync(join(copy, "bun.lock"), "utf8");
      const what = `${removal.name} of ${removal.manifest}`;
      assert.notEqual(ours, before, what);
      assert.deepEqual(readProject(copy, { sources: false }).problems, [], what);
      run(bun, copy, "--frozen-lockfile");
      assert.equal(readFileSync(join(copy, "bun.lock"), "utf8"), ours, what);
      if (!receipt.notProved.some((note) => note.includes("hoisted"))) {
        run(bun, copy, "--lockfile-only");
        assert.equal(readFileSync(join(copy, "bun.lock"), "utf8"), ours, what);
        same++;
      }
      rmSync(copy, { recursive: true, force: true });
    }
    assert.ok(same > removals.length / 2, `${same} of ${removals.length}`);
    rmSync(root, { recursive: true, force: true });
  });
}

function copyOf(from: string): string {
  const root = makeProject({});
  cpSync(from, root, { recursive: true, filter: (path) => !path.includes("node_modules") });
  return root;
}
