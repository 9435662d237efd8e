/**
 * What becomes of small programs that use each package of the catalogue: fixtures/recipes/<package>/<fact>/ holds
 * `before/` with `after/`, or with `refused.txt`, a piece of a reason on each line. `version.txt` names a range other
 * than the newest the recipe speaks for.
 */
import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { compare, minVersion } from "semver";
import { readCatalog } from "../../src/catalog/read.ts";
import { readProject } from "../../src/project/read.ts";
import { plan } from "../../src/rewrite/make-plan.ts";

let root = dirname(fileURLToPath(import.meta.url));
while (!existsSync(join(root, "package.json"))) root = dirname(root);
const fixtures = join(root, "fixtures", "recipes");

const packages = readdirSync(fixtures).flatMap((name) =>
  name.startsWith("@") ? readdirSync(join(fixtures, name)).map((inner) => `${name}/${inner}`) : [name],
);

function filesOf(directory: string): Map<string, string> {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(directory.length + 1), readFileSync(path, "utf8")];
    }),
  );
}

/** The range with the highest versions. */
function newest(ranges: readonly string[]): string {
  const sorted = [...ranges].sort((a, b) => compare(minVersion(a) ?? "0.0.0", minVersion(b) ?? "0.0.0"));
  return sorted[sorted.length - 1] ?? "*";
}

for (const name of packages)
  describe(name, () => {
    for (const fact of readdirSync(join(fixtures, name)))
      it(fact, async () => {
        const fixture = join(fixtures, name, fact);
        const directory = mkdtempSync(join(tmpdir(), "shrinkdeps-recipe-"));
        try {
          cpSync(join(fixture, "before"), directory, { recursive: true });
          const catalog = await readCatalog([name]);
          const eras = catalog.get(name)?.eras ?? [];
          const given = join(fixture, "version.txt");
          const range = existsSync(given)
            ? readFileSync(given, "utf8").trim()
            : newest(eras.map((era) => era.versions));
          const manifest = join(directory, "package.json");
          if (!existsSync(manifest))
            writeFileSync(
              manifest,
              JSON.stringify({ name: "program", engines: { node: ">=20.18" }, dependencies: { [name]: range } }),
            );
          const made = await plan(readProject(directory), catalog, { packages: [name], allowDeviations: true });
          const reasons = made.packages.flatMap((one) => one.reasons);
          if (existsSync(join(fixture, "refused.txt"))) {
            const expected = readFileSync(join(fixture, "refused.txt"), "utf8")
              .split("\n")
              .filter((line) => line !== "");
            assert.ok(expected.length > 0, "refused.txt names a reason");
            for (const line of expected)
              assert.ok(reasons.join("\n").includes(line), `${line}\nis none of\n${reasons.join("\n")}`);
            assert.deepEqual(made.files, []);
            return;
          }
          assert.deepEqual(reasons, []);
          const after = filesOf(join(fixture, "before"));
          for (const file of made.files) after.set(file.path, file.after);
          for (const file of made.newFiles) after.set(file.path, file.text);
          const expected = filesOf(join(fixture, "after"));
          assert.deepEqual(Object.fromEntries([...after].sort()), Object.fromEntries([...expected].sort()));
        } finally {
          rmSync(directory, { recursive: true, force: true });
        }
      });
  });
