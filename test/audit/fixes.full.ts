/** The long run: what the fixes write is what npm itself writes, and npm ci takes it. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { makeProject, shrinkdeps } from "../cli/command.ts";

function npm(cwd: string, ...args: readonly string[]): void {
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status, stderr } = spawnSync("npm", [...args, ...quiet], {
    cwd,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  assert.equal(status, 0, stderr);
}

for (const version of [2, 3]) {
  test(`npm keeps the manifest and the lockfile of version ${version} as the fixes leave them`, async (context) => {
    const root = makeProject(context, {
      "package.json": {
        name: "quay",
        version: "1.0.0",
        private: true,
        scripts: { check: "npx js-yaml tides.yml", clean: "npx rimraf dist" },
        dependencies: { cosmiconfig: "^8.0.0" },
        devDependencies: { rimraf: "~3.0.0" },
      },
      ".github/workflows/ci.yml": "on: push\njobs:\n  test:\n    steps:\n      - run: npm install\n",
    });
    const asAsked = `--lockfile-version=${version}`;
    npm(root, "install", "--package-lock-only", asAsked);
    const { code, stdout } = await shrinkdeps(root, ["apply", "--audit-fixes", "--yes"]);
    assert.equal(code, 0, stdout);
    const read = (): string[] =>
      ["package.json", "package-lock.json"].map((path) => readFileSync(join(root, path), "utf8"));
    const [manifest = "", lock = ""] = read();
    assert.match(manifest, /"check": "npx --no js-yaml tides\.yml"/);
    assert.match(manifest, /"js-yaml": "\d+\.\d+\.\d+"/);
    assert.match(manifest, /"cosmiconfig": "8\.\d+\.\d+"/);
    npm(root, "install", "--package-lock-only", asAsked);
    assert.deepEqual(read(), [manifest, lock]);
    npm(root, "ci");
    npm(root, "exec", "--no", "--", "js-yaml", "--version");
  });
}
