/** The catalogue: the recipes folder the tool is shipped with, and a project's own recipes before it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Project } from "../project/project.ts";
import type { Recipe } from "../recipe.ts";
import type { Catalog, CatalogEntry } from "./catalog.ts";
import { type Family, familyOf } from "./module.ts";
import { parseRecipe } from "./parse.ts";

export interface CatalogOptions {
  /** The project whose own recipes ("recipes" in its settings) come before the catalogue's. */
  readonly project?: Pick<Project, "disk" | "manifests">;
  /** True lets the code of its own recipes run, where they have a `rewrite`; else what that would decide is refused. */
  readonly allowCode?: boolean;
}

/**
 * Reads the recipes of those packages, one file each: `recipes/left-pad.ts`, `recipes/@scope/name.ts`. A recipe's
 * escape hatch and commands are loaded from its compiled module. Throws `ShrinkdepsError` ("recipe", "settings") for what is broken.
 */
export async function readCatalog(packages: Iterable<string>, options: CatalogOptions = {}): Promise<Catalog> {
  const root = packageRoot();
  const names = listRecipes(join(root, "recipes"));
  const family = readFamily();
  const entries = new Map(await readOwn(options));
  for (const name of entries.keys()) names.add(name);
  for (const name of packages) {
    if (!names.has(name) || entries.has(name)) continue;
    const text = readFileSync(join(root, "recipes", `${name}.ts`), "utf8");
    const eras = /\b(?:rewrite|commands)\b/.test(text) ? await loadRecipe(root, name) : [];
    const code = {
      rewrite: (index: number) => eras[index]?.rewrite,
      commands: (index: number) => eras[index]?.commands,
    };
    const read = parseRecipe(`recipes/${name}.ts`, text, code, family);
    entries.set(name, { package: name, eras: read });
  }
  return { names, get: (name) => entries.get(name) };
}

async function readOwn({ project, allowCode }: CatalogOptions): Promise<ReadonlyMap<string, CatalogEntry>> {
  if (project === undefined) return new Map();
  const { readOwnRecipes } = await import("./own/read.ts");
  return await readOwnRecipes(project, allowCode === true);
}

/** The modules of recipes/families, each read when the first recipe imports it. */
export function readFamily(): Family {
  const root = packageRoot();
  return familyOf((path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : undefined));
}

/** A catalogue of recipes given as source, by file name: toy recipes, in tests. */
export function catalogOf(files: Readonly<Record<string, string>>): Catalog {
  const entries = new Map<string, CatalogEntry>();
  const family = familyOf((path) => files[path]);
  for (const [path, text] of Object.entries(files)) {
    if (path.startsWith("recipes/families/")) continue;
    const eras = parseRecipe(path, text, undefined, family);
    const name = eras[0]?.package;
    if (name !== undefined) entries.set(name, { package: name, eras });
  }
  return { names: new Set(entries.keys()), get: (name) => entries.get(name) };
}

async function loadRecipe(root: string, name: string): Promise<readonly Recipe[]> {
  const module: { default: readonly Recipe[] } = await import(
    new URL(`file://${join(root, "dist", "recipes", `${name}.js`)}`).href
  );
  return module.default;
}

function listRecipes(directory: string): Set<string> {
  const names = new Set<string>();
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    if (entry.isFile() && entry.name.endsWith(".ts")) names.add(entry.name.slice(0, -3));
    if (entry.isDirectory() && entry.name.startsWith("@"))
      for (const inner of readdirSync(join(directory, entry.name)))
        if (inner.endsWith(".ts")) names.add(`${entry.name}/${inner.slice(0, -3)}`);
  }
  return names;
}

function packageRoot(): string {
  let at = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(at, "package.json"))) at = dirname(at);
  return at;
}
