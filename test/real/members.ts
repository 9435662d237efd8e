/** Every package installed for the tests whose own manifest asks for a package with a recipe: seeds by the hundred. */
import { cpSync, existsSync, mkdirSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import { repository } from "./command.ts";
import { asObject, readManifest } from "./imports.ts";

export interface Member {
  readonly name: string;
  readonly version: string;
  /** Where it is installed. */
  readonly directory: string;
}

/** Packages that have a recipe. */
export function recipeNames(): Set<string> {
  const files = readdirSync(join(repository, "recipes")).filter((file) => file.endsWith(".ts"));
  return new Set(files.map((file) => basename(file, ".ts")));
}

/** Members of installed trees, each name and version once, by name. */
export function findMembers(trees: readonly string[]): Member[] {
  const recipes = recipeNames();
  const members = new Map<string, Member>();
  for (const directory of trees.flatMap(installedIn)) {
    const manifest = readManifest(directory);
    const [name, version] = [String(manifest["name"]), String(manifest["version"])];
    if (needs(manifest).some((needed) => recipes.has(needed)))
      members.set(`${name}@${version}`, { name, version, directory });
  }
  return [...members.keys()].sort().flatMap((key) => members.get(key) ?? []);
}

function installedIn(directory: string): string[] {
  const modules = join(directory, "node_modules");
  if (!existsSync(modules)) return [];
  const names = readdirSync(modules).filter((name) => !name.startsWith("."));
  const scoped = names.filter((name) => name.startsWith("@"));
  const inScopes = scoped.flatMap((scope) => readdirSync(join(modules, scope)).map((name) => `${scope}/${name}`));
  const packages = [...names.filter((name) => !name.startsWith("@")), ...inScopes].map((name) => join(modules, name));
  return packages
    .filter((path) => existsSync(join(path, "package.json")))
    .flatMap((path) => [path, ...installedIn(path)]);
}

function needs(manifest: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(asObject(manifest["dependencies"] ?? {}, "dependencies"));
}

/** Lays a member out as a project of its own at `to`: its files, and links to the packages it would find. */
export function layOut(member: Member, to: string): void {
  const nested = join(member.directory, "node_modules");
  cpSync(member.directory, to, {
    recursive: true,
    filter: (path) => path !== nested && !path.startsWith(nested + sep),
  });
  const manifest = { ...readManifest(to), devDependencies: undefined };
  writeFileSync(join(to, "package.json"), `${JSON.stringify(manifest, undefined, 2)}\n`);
  const sections = ["dependencies", "optionalDependencies", "peerDependencies"];
  const names = sections.flatMap((section) => Object.keys(asObject(readManifest(to)[section] ?? {}, section)));
  for (const name of new Set(names)) {
    const found = resolve(member.directory, name);
    const link = join(to, "node_modules", name);
    if (found === undefined) continue;
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(found, link);
  }
}

/** Where node finds a package from a directory. */
function resolve(from: string, name: string): string | undefined {
  const found = join(from, "node_modules", name);
  if (existsSync(join(found, "package.json"))) return realpathSync(found);
  return dirname(from) === from ? undefined : resolve(dirname(from), name);
}
