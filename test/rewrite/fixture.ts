/** The small programs of fixtures/recipes/<package>/<fact>/, and what becomes of them. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compare, minVersion } from "semver";
import { readCatalog } from "../../src/catalog/read.ts";
import { readProject } from "../../src/project/read.ts";
import { plan } from "../../src/rewrite/make-plan.ts";

export const fixtures = join(findRoot(dirname(fileURLToPath(import.meta.url))), "fixtures", "recipes");

/** What a fixture becomes: its files by path, or why it stays as it is. */
export interface Rewritten {
  readonly reasons: readonly string[];
  /** The files that change, and those that are new. */
  readonly changed: readonly string[];
  readonly files: ReadonlyMap<string, string>;
}

/** Plans the removal of a package from the `before/` of one of its fixtures. `version.txt` names a range of its own. */
export async function rewriteFixture(name: string, fact: string): Promise<Rewritten> {
  const fixture = join(fixtures, name, fact);
  const directory = mkdtempSync(join(tmpdir(), "shrinkdeps-recipe-"));
  try {
    cpSync(join(fixture, "before"), directory, { recursive: true });
    const catalog = await readCatalog([name]);
    const given = join(fixture, "version.txt");
    const range = existsSync(given)
      ? readFileSync(given, "utf8").trim()
      : newest((catalog.get(name)?.eras ?? []).map((era) => era.versions));
    const manifest = join(directory, "package.json");
    if (!existsSync(manifest))
      writeFileSync(
        manifest,
        JSON.stringify({ name: "program", engines: { node: ">=20.18" }, dependencies: { [name]: range } }),
      );
    const loads = (catalog.get(name)?.eras ?? []).flatMap((era) => [...era.loads]);
    if (loads.length > 0 && !existsSync(join(directory, "package-lock.json")))
      writeFileSync(join(directory, "package-lock.json"), JSON.stringify(lockOf(name, range, new Map(loads))));
    const made = await plan(readProject(directory), catalog, { packages: [name], allowDeviations: true });
    const files = filesOf(join(fixture, "before"));
    for (const file of made.files) files.set(file.path, file.after);
    for (const file of made.newFiles) files.set(file.path, file.text);
    return {
      reasons: made.packages.flatMap((one) => one.reasons),
      changed: [...made.files, ...made.newFiles].map(({ path }) => path),
      files,
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** A lockfile with the lowest version of a package in a range, and of each package that it loads. */
export function lockOf(name: string, range: string, loads: ReadonlyMap<string, string>): object {
  const locked = (asked: string): object => ({
    version: minVersion(asked)?.version,
    resolved: "https://packages.example/",
  });
  const dependencies = { [name]: range };
  return {
    lockfileVersion: 3,
    packages: {
      "": { name: "program", dependencies },
      [`node_modules/${name}`]: { ...locked(range), dependencies: Object.fromEntries(loads) },
      ...Object.fromEntries([...loads].map(([each, asked]) => [`node_modules/${each}`, locked(asked)])),
    },
  };
}

/** The files of a folder by path. */
export function filesOf(directory: string): Map<string, string> {
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

function findRoot(start: string): string {
  return existsSync(join(start, "package.json")) ? start : findRoot(dirname(start));
}
