/** Where programs are planned: projects that exist only in memory, with the packages as they are installed. */
import { join } from "node:path";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { catalogOf, readCatalog } from "../../src/catalog/read.ts";
import { createDisk, type ProjectDisk } from "../../src/project/disk.ts";
import type { Project } from "../../src/project/project.ts";
import { readProject } from "../../src/project/read.ts";
import { root as repository } from "../recipes/proof/originals.ts";
import { toyPackages, toyRecipes } from "../rewrite/toys.ts";
import { type Package, packages } from "./packages.ts";

export const originals = join(repository, "test", "originals", "node_modules");

/** The recipes of the catalogue and of the toys. `changed` replaces some of the toys' by file name. */
export async function createCatalog(changed: Readonly<Record<string, string>> = {}): Promise<Catalog> {
  const real = await readCatalog(packages.filter(({ original }) => original !== undefined).map(({ name }) => name));
  const toys = catalogOf({ ...toyRecipes, ...changed });
  return {
    names: new Set([...real.names, ...toys.names]),
    get: (name) => (toys.names.has(name) ? toys.get(name) : real.get(name)),
  };
}

const root = "/program";
const real = createDisk(originals);

/** The project those files make, with those packages installed. */
export function projectOf(files: Readonly<Record<string, string>>, installed: readonly Package[]): Project {
  return readProject(root, { disk: diskOf(files, installed) });
}

function diskOf(files: Readonly<Record<string, string>>, installed: readonly Package[]): ProjectDisk {
  const all: Record<string, string> = { ...files };
  for (const { name, original } of installed)
    if (original === undefined)
      for (const [path, text] of Object.entries(toyPackages))
        if (path.startsWith(`${name}/`)) all[`node_modules/${path}`] = text;
  const paths = Object.keys(all);
  const directories = new Set([""]);
  for (const path of paths)
    for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) directories.add(path.slice(0, at));

  if (installed.length > 0) directories.add("node_modules");

  const within = (path: string): string =>
    path === root || path === "." ? "" : path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
  /** A path among the originals, for one inside an installed package. */
  const behind = (path: string): string | undefined => {
    const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
    const found = installed.find((one) => one.name === name && one.original !== undefined);
    return found?.original === undefined || name === undefined
      ? undefined
      : join(found.original, path.slice(`node_modules/${name}`.length));
  };
  const entriesOf = (path: string): { name: string; kind: "file" | "directory" }[] => {
    const prefix = path === "" ? "" : `${path}/`;
    const names = new Set(
      paths.filter((file) => file.startsWith(prefix)).map((file) => file.slice(prefix.length).replace(/\/.*$/, "")),
    );
    return [...names].sort().map((name) => ({ name, kind: directories.has(prefix + name) ? "directory" : "file" }));
  };
  const isDirectory = (path: string): boolean => {
    const inner = within(path);
    const other = behind(inner);
    return directories.has(inner) || (other !== undefined && real.isDirectory(other));
  };
  return {
    read: (path) => {
      const inner = within(path);
      const text = all[inner];
      if (text !== undefined) return { text };
      const other = behind(inner);
      return other === undefined ? { unreadable: "there is no such file" } : real.read(other);
    },
    exists: (path) => {
      const inner = within(path);
      const other = behind(inner);
      return all[inner] !== undefined || isDirectory(path) || (other !== undefined && real.exists(other));
    },
    isDirectory,
    list: (path) => entriesOf(within(path)).map(({ name }) => name),
    realpath: (path) => (path === "" ? root : path),
    listing: (path) => ({ entries: entriesOf(within(path)) }),
    head: (path, bytes) => (all[within(path)] ?? "").slice(0, bytes),
    link: () => ({ kind: "broken" }),
    size: (path) => all[within(path)]?.length,
  };
}
