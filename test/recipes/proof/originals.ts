import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import semver from "semver";

/** The repository: the tests run from dist/. */
export const root = findRoot(path.dirname(fileURLToPath(import.meta.url)));
const folder = path.join(root, "test", "originals");
const stamp = path.join(folder, "node_modules", ".installed");
const patience = 300_000;

/** One published version of a package, installed under an alias of its own. */
export interface Original {
  readonly package: string;
  readonly version: string;
  readonly alias: string;
}

/** The originals a manifest line like `"left-pad-1.1.0": "npm:left-pad@1.1.0"` names, lowest version first. */
export function listOriginals(): readonly Original[] {
  listed ??= readOriginals();
  return listed;
}

let listed: readonly Original[] | undefined;

function readOriginals(): readonly Original[] {
  const manifest = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const originals = Object.entries(manifest.dependencies).map(([alias, specifier]) => {
    const match = /^npm:(?<name>@?[^@]+)@(?<version>\d+\.\d+\.\d+)$/.exec(specifier)?.groups;
    if (match?.["name"] === undefined || match["version"] === undefined) {
      throw new Error(`test/originals/package.json: write "${alias}" as "npm:<package>@<exact version>"`);
    }
    return { package: match["name"], version: match["version"], alias };
  });
  return originals.sort((a, b) => semver.compare(a.version, b.version));
}

/** Installs the originals when they are missing or not those of the lockfile; one process at a time. */
export async function installOriginals(): Promise<void> {
  const wanted = createHash("sha256")
    .update(readFileSync(path.join(folder, "package-lock.json")))
    .digest("hex");
  const isInstalled = () => existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
  if (isInstalled()) return;
  const lock = path.join(folder, ".installing");
  await take(lock);
  try {
    if (isInstalled()) return;
    const npm = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
      cwd: folder,
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    if (npm.status !== 0) throw new Error(`npm ci failed in test/originals: ${npm.stderr}`);
    writeFileSync(stamp, wanted);
  } finally {
    rmdirSync(lock);
  }
}

/** Makes the lock folder, waiting for another process to end its installation; one left by a killed process is old. */
async function take(lock: string): Promise<void> {
  for (;;) {
    try {
      return mkdirSync(lock);
    } catch {
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > patience) rmdirSync(lock);
      await setTimeout(250);
    }
  }
}

/** What `import` and `require` of an original give: all exports by name, with "default" for the default export. */
export async function loadOriginal(
  original: Original,
  subpath: string | undefined,
  shape: "default" | "namespace",
): Promise<Readonly<Record<string, unknown>>> {
  const specifier = original.alias + (subpath ?? "").slice(1);
  const require = createRequire(path.join(folder, "package.json"));
  const target = resolve(specifier, require);
  const imported = (await import(target)) as Readonly<Record<string, unknown>>;
  const loaded = target.startsWith("file:") ? require.cache[fileURLToPath(target)] : undefined;
  if (loaded === undefined) return isOneObject(imported) ? namespaceOf(imported.default) : imported;
  const required = loaded.exports as Readonly<Record<string, unknown>>;
  return shape === "namespace" ? required : namespaceOf(required);
}

/** True for an ES module that has nothing but an object as its default export, whose members are its functions. */
function isOneObject(imported: object): imported is { readonly default: Readonly<Record<string, unknown>> } {
  const { default: only } = imported as { readonly default?: unknown };
  return Object.keys(imported).length === 1 && typeof only === "object" && only !== null;
}

function namespaceOf(required: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const names = Object.getOwnPropertyNames(required).filter((name) => !["length", "prototype"].includes(name));
  return { ...Object.fromEntries(names.map((name) => [name, required[name]])), default: required };
}

/** The file CommonJS would load, or, for packages that are ES modules only, the one `import` would. */
function resolve(specifier: string, require: NodeJS.Require): string {
  try {
    return pathToFileURL(require.resolve(specifier)).href;
  } catch {
    const found = entryOfModule(specifier);
    return pathToFileURL(found).href;
  }
}

function entryOfModule(alias: string): string {
  const manifest = JSON.parse(readFileSync(path.join(folder, "node_modules", alias, "package.json"), "utf8")) as {
    readonly exports?: unknown;
    readonly main?: string;
  };
  return path.join(folder, "node_modules", alias, importTarget(manifest.exports) ?? manifest.main ?? "index.js");
}

function importTarget(exports: unknown): string | undefined {
  if (typeof exports === "string" || exports === undefined) return exports;
  if (typeof exports !== "object" || exports === null) return undefined;
  const conditions = Object.entries(exports);
  const [, chosen] = conditions.find(([name]) => [".", "import", "node", "default"].includes(name)) ?? [];
  return importTarget(chosen);
}

function findRoot(start: string): string {
  return existsSync(path.join(start, "recipes")) && existsSync(path.join(start, "package-lock.json"))
    ? start
    : findRoot(path.dirname(start));
}
