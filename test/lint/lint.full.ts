import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const linters = join(root, "test", "lint");
const bin = join(root, "bin", "shrinkdeps.js");

/** The lighthouse: most recipes, in most forms, as ES modules, CommonJS and TypeScript. */
function open(context: TestContext): string {
  const directory = mkdtempSync(join(tmpdir(), "shrinkdeps-lint-"));
  context.after(() => rmSync(directory, { recursive: true, force: true }));
  cpSync(join(root, "fixtures", "lint"), directory, { recursive: true });
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync(join(directory, "package.json"), "utf8"),
  );
  for (const [name, version] of Object.entries(dependencies)) {
    mkdirSync(join(directory, "node_modules", name), { recursive: true });
    writeFileSync(join(directory, "node_modules", name, "package.json"), JSON.stringify({ name, version }));
  }
  return directory;
}

function run(directory: string, script: string, ...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: directory,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  return { status, output: stdout + stderr };
}

function apply(directory: string): void {
  const { status, output } = run(directory, bin, "apply", "--yes", "--allow-deviations");
  assert.equal(status, 0, output);
  assert.match(output, /\nGoes: (?:2\d|3\d) packages|^Goes: (?:2\d|3\d) packages/);
}

for (const file of readdirSync(join(linters, "configs")).filter((name) => name !== "rules.js")) {
  test(`ESLint with ${file} has nothing more to say after an apply`, (context) => {
    const directory = open(context);
    const eslint = join(linters, "node_modules", "eslint", "bin", "eslint.js");
    const args = ["--config", join(linters, "configs", file), "."];
    const before = run(directory, eslint, "--fix", ...args);
    assert.deepEqual(before, { status: 0, output: "" });
    apply(directory);
    assert.deepEqual(run(directory, eslint, ...args), { status: 0, output: "" });
  });
}

const biomes: Readonly<Record<string, object>> = {
  "as it comes": {},
  "with single quotes, spaces and few semicolons": {
    formatter: { indentStyle: "space", lineWidth: 120 },
    javascript: { formatter: { quoteStyle: "single", semicolons: "asNeeded", arrowParentheses: "asNeeded" } },
  },
};

for (const [name, config] of Object.entries(biomes)) {
  test(`Biome's linter ${name} has nothing more to say after an apply`, (context) => {
    const directory = open(context);
    const biome = join(linters, "node_modules", "@biomejs", "biome", "bin", "biome");
    writeFileSync(
      join(directory, "biome.json"),
      JSON.stringify({ ...config, files: { includes: ["src/**", "lib/**", "typed/**"] } }),
    );
    run(directory, biome, "check", "--write", "--unsafe", ".");
    const before = run(directory, biome, "lint", "--reporter=github", ".");
    assert.equal(before.status, 0, before.output);
    apply(directory);
    const after = run(directory, biome, "lint", "--reporter=github", ".");
    assert.deepEqual(messages(after.output), messages(before.output));
  });
}

/**
 * Warnings and errors. Biome also notes that a template is preferred to `value + ""`, which is not the same for an object:
 * the one asks its toString, the other its valueOf.
 */
function messages(output: string): string[] {
  return output.split("\n").filter((line) => /^::(?:warning|error) /.test(line));
}
