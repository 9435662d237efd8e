/** A small project that has packages installed as npm would, and what taking over their code makes of it. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { vendor } from "../../src/analyze/vendor/catalog.ts";
import { catalogOf } from "../../src/catalog/read.ts";
import type { Project } from "../../src/project/project.ts";
import { readProject } from "../../src/project/read.ts";
import { plan } from "../../src/rewrite/make-plan.ts";
import type { Plan } from "../../src/rewrite/plan.ts";

const originals = fileURLToPath(new URL("../../../test/originals/", import.meta.url));

export type Files = Readonly<Record<string, string>>;

export interface InstalledPackage {
  readonly version: string;
  /** Its files, or the folder of test/originals that it is a copy of. */
  readonly from: Files | string;
  /** What its entry of the lockfile has besides, or instead. */
  readonly entry?: object;
}

export interface Setting {
  readonly files: Files;
  readonly packages: Readonly<Record<string, InstalledPackage>>;
  readonly manifest?: object;
  /** Installed, and listed by no manifest: by its place in node_modules. */
  readonly deeper?: Readonly<Record<string, InstalledPackage>>;
}

/** Makes the project in a folder that goes when `work` is done. */
export async function inProject<T>(setting: Setting, work: (directory: string) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), "shrinkdeps-vendor-"));
  try {
    const dependencies = Object.fromEntries(Object.entries(setting.packages).map(([name, one]) => [name, one.version]));
    const manifest = {
      name: "program",
      version: "1.0.0",
      engines: { node: ">=20.12" },
      dependencies,
      ...setting.manifest,
    };
    const packages: Record<string, object> = { "": manifest };
    for (const [place, one] of Object.entries({ ...setting.packages, ...setting.deeper })) {
      const path = `node_modules/${place}`;
      const fallback = { version: one.version, resolved: resolvedOf(place, one.version), integrity: "sha512-toy" };
      packages[path] = { ...fallback, ...locked(one), ...one.entry };
      if (typeof one.from === "string")
        cpSync(join(originals, "node_modules", one.from), join(directory, path), { recursive: true });
      else for (const [file, text] of Object.entries(one.from)) write(join(directory, path, file), text);
    }
    write(join(directory, "package.json"), JSON.stringify(manifest));
    const lock = { name: "program", version: "1.0.0", lockfileVersion: 3, requires: true, packages };
    write(join(directory, "package-lock.json"), JSON.stringify(lock));
    for (const [path, text] of Object.entries(setting.files)) write(join(directory, path), text);
    return await work(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The plan that takes over the code of those packages. */
export async function planVendored(project: Project, names: readonly string[]): Promise<Plan> {
  const { catalog, refused } = vendor(project, catalogOf({}), names);
  return plan(project, catalog, { packages: names, unfit: refused });
}

/** Why each package stays, in one text; "" when all go. */
export async function refusalOf(setting: Setting): Promise<string> {
  return inProject(setting, async (directory) => {
    const made = await planVendored(readProject(directory), Object.keys(setting.packages));
    return made.packages.flatMap(({ reasons }) => reasons).join("\n");
  });
}

/** The version of what a folder of test/originals holds. */
export function versionIn(folder: string): string {
  const text = readFileSync(join(originals, "node_modules", folder, "package.json"), "utf8");
  const json: { version: string } = JSON.parse(text);
  return json.version;
}

export function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function resolvedOf(place: string, version: string): string {
  const name = place.split("node_modules/").at(-1) ?? "";
  return `https://registry.example/${name}/-/${name}-${version}.tgz`;
}

function locked({ from }: InstalledPackage): object {
  if (typeof from !== "string") return {};
  const lock: { packages: Record<string, { resolved: string; integrity: string }> } = JSON.parse(
    readFileSync(join(originals, "package-lock.json"), "utf8"),
  );
  const entry = lock.packages[`node_modules/${from}`];
  return entry === undefined ? {} : { resolved: entry.resolved, integrity: entry.integrity };
}
