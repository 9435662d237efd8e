/** A catalogue in which the own code of some packages stands in for them. */
import type { Catalog, CatalogEntry, Era } from "../../catalog/catalog.ts";
import type { VendoredModule } from "../../catalog/vendored.ts";
import type { Project } from "../../project/project.ts";
import { qualify } from "./qualify.ts";
import { floorOfSyntax } from "./syntax-floor.ts";

export interface Vendoring {
  readonly catalog: Catalog;
  /** Packages whose code cannot be taken over, each with the reason. */
  readonly refused: ReadonlyMap<string, string>;
}

/** The catalogue with an entry for the code of each of those packages that qualifies in every workspace that lists it. */
export function vendor(project: Project, catalog: Catalog, names: Iterable<string>): Vendoring {
  const entries = new Map<string, CatalogEntry>();
  const refused = new Map<string, string>();
  for (const name of new Set(names)) {
    const entry = entryFor(project, name);
    if (typeof entry === "string") refused.set(name, entry);
    else entries.set(name, entry);
  }
  return {
    catalog: {
      names: new Set([...catalog.names, ...entries.keys()]),
      get: (name) => entries.get(name) ?? (refused.has(name) ? undefined : catalog.get(name)),
    },
    refused,
  };
}

function entryFor(project: Project, name: string): CatalogEntry | string {
  const workspaces = project.manifests
    .filter(({ dependencies }) => dependencies.some((dependency) => dependency.name === name))
    .map(({ directory }) => directory);
  const eras = new Map<string, Era>();
  for (const workspace of workspaces) {
    const code = qualify(project, name, workspace);
    if (typeof code === "string") return code;
    if (code.state !== undefined && workspaces.length > 1)
      return `${code.state}, and several workspaces would each have a copy`;
    eras.set(code.version, eraOf(code));
  }
  return { package: name, eras: [...eras.values()] };
}

function eraOf(code: VendoredModule): Era {
  const replacement = { kind: "vendored", code } as const;
  return {
    package: code.package,
    versions: code.version,
    replacement: `its own code (${code.licence}), in the project`,
    floor: floorOfSyntax(code.source),
    deviations: [],
    entries: new Map([[".", new Map([...code.exports.keys()].map((name) => [name, replacement]))]]),
    require: code.format === "cjs" && code.exports.has("default") ? "default" : "namespace",
    dropSideEffect: false,
    identical: false,
    members: new Map(),
    chains: undefined,
    loads: new Map(),
    fulfils: new Map(),
    gives: new Map(),
    forms: new Map(),
    rewrite: undefined,
    commands: new Map(),
    module: {
      path: `${code.package}@${code.version}`,
      source: code.source,
      builtins: new Map(),
      declarations: new Map(),
      imports: new Map(),
    },
  };
}
