import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

/** The tool as a user gets it: packed, and installed from the tarball into an empty folder by the real npm. */

const root = fileURLToPath(new URL("../../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "shrinkdeps-weight-"));
const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];

function npm(args: readonly string[], cwd: string): string {
  const cli = process.env["npm_execpath"];
  return cli?.endsWith(".js")
    ? execFileSync(process.execPath, [cli, ...args], { cwd, encoding: "utf8" })
    : execFileSync("npm", args, { cwd, encoding: "utf8" });
}

before(() => {
  const [packed]: { filename: string }[] = JSON.parse(
    npm(["pack", "--json", ...options, "--pack-destination", folder], root),
  );
  assert.ok(packed !== undefined);
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  npm(["install", ...options, join(folder, packed.filename)], folder);
  rmSync(join(folder, packed.filename));
});

after(() => rmSync(folder, { recursive: true, force: true }));

interface LockedPackage {
  readonly hasInstallScript?: boolean;
}

function readLocked(): [string, LockedPackage][] {
  const lock: { packages: Record<string, LockedPackage> } = JSON.parse(
    readFileSync(join(folder, "package-lock.json"), "utf8"),
  );
  return Object.entries(lock.packages).filter(([path]) => path !== "");
}

test("brings at most 16 packages, itself included", () => {
  const packages = readLocked().map(([path]) => path);
  assert.ok(packages.includes("node_modules/shrinkdeps"));
  assert.ok(packages.length <= 16, packages.join("\n"));
});

test("takes at most 30 MB", () => {
  const bytes = readdirSync(join(folder, "node_modules"), { recursive: true, encoding: "utf8" })
    .map((path) => lstatSync(join(folder, "node_modules", path)))
    .reduce((sum, status) => sum + (status.isFile() ? status.size : 0), 0);
  assert.ok(bytes <= 30_000_000, `${bytes} bytes`);
});

test("brings no install script and nothing native", () => {
  assert.deepEqual(
    readLocked().filter(([, { hasInstallScript }]) => hasInstallScript === true),
    [],
  );
  const files = readdirSync(join(folder, "node_modules"), { recursive: true, encoding: "utf8" });
  assert.deepEqual(
    files.filter((file) => /\.node$|binding\.gyp$/.test(file)),
    [],
  );
});

test("carries no tests, fixtures or sources of its own build", () => {
  const files = readdirSync(join(folder, "node_modules", "shrinkdeps")).sort();
  const allowed = ["LICENSE", "README.md", "bin", "dist", "package.json", "recipes", "src"];
  assert.deepEqual(
    files.filter((file) => !allowed.includes(file)),
    [],
  );
});

test("the installed command analyses a project and says its version", () => {
  const bin = join(folder, "node_modules", "shrinkdeps", "bin", "shrinkdeps.js");
  const run = (...args: string[]): string =>
    execFileSync(process.execPath, [bin, ...args], { cwd: folder, encoding: "utf8" });
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  assert.equal(run("--version"), `${version}\n`);
  writeFileSync(join(folder, "index.mjs"), 'import { analyze } from "shrinkdeps";\n\nconsole.log(analyze);\n');
  const analysis: { schema: number; dependencies: { name: string; verdict: string }[] } = JSON.parse(
    run("analyze", "--json"),
  );
  assert.equal(analysis.schema, 1);
  assert.deepEqual(
    analysis.dependencies.map(({ name, verdict }) => [name, verdict]),
    [["shrinkdeps", "keep"]],
  );
});

test("the installed package can be imported", () => {
  const code = 'const all = await import("shrinkdeps"); console.log(Object.keys(all).sort().join())';
  const exported = execFileSync(process.execPath, ["--input-type=module", "-e", code], {
    cwd: folder,
    encoding: "utf8",
  });
  for (const name of ["analyze", "plan", "apply", "checkBudget", "defineRecipe"])
    assert.ok(exported.trim().split(",").includes(name), name);
});
