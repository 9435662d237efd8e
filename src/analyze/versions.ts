/** Which version of a dependency a workspace has. */
import { satisfies, subset, valid, validRange } from "semver";
import type { Catalog, Era } from "../catalog/catalog.ts";
import type { Project } from "../project/project.ts";
import { isRecord } from "./installed/manifest.ts";

/** The version a package resolves to from a workspace: by the graph, else as installed; undefined when unknown. */
export function versionOf(project: Project, name: string, workspace: string): string | undefined {
  if (project.graph.known) {
    const { graph } = project.graph;
    for (const importer of [graph.importers.get(workspace), graph.importers.get("")]) {
      const edge = graph.edges.get(importer ?? "")?.find((candidate) => candidate.name === name);
      const version = edge?.to === undefined ? undefined : graph.nodes.get(edge.to)?.version;
      if (version !== undefined) return version;
    }
  }
  for (const directory of workspace === "" ? [""] : [workspace, ""]) {
    const path = `${directory === "" ? "" : `${directory}/`}node_modules/${name}/package.json`;
    const file = project.disk.read(path);
    const version = "text" in file ? /"version"\s*:\s*"([^"]+)"/.exec(file.text)?.[1] : undefined;
    if (version !== undefined && valid(version) !== null) return version;
  }
  return undefined;
}

/** The range by which a workspace asks for something else under that name: an alias, a fork, a directory. */
function foreignRange(project: Project, name: string, workspace: string): string | undefined {
  const asked = project.manifests
    .filter((manifest) => manifest.directory === workspace || manifest.directory === "")
    .flatMap((manifest) => manifest.dependencies)
    .filter((dependency) => dependency.name === name);
  const ranges = [...asked.map(({ range }) => range), ...overridesOf(project, name)];
  return ranges.find((range) => /[:/]/.test(range) && !range.startsWith("catalog:"));
}

/** What the root's manifest puts in the place of whatever was asked for. */
function overridesOf(project: Project, name: string): string[] {
  const json = project.manifests[0]?.json ?? {};
  const pnpm = json["pnpm"];
  const tables = [json["overrides"], json["resolutions"], isRecord(pnpm) ? pnpm["overrides"] : undefined];
  return tables.flatMap((table) =>
    Object.entries(isRecord(table) ? table : {}).flatMap(([key, value]) =>
      (key === name || key === `**/${name}` || key.startsWith(`${name}@`)) && typeof value === "string" ? [value] : [],
    ),
  );
}

/** The era of the recipe that speaks for what a workspace has, with the deviations that show there, or why there is none. */
export function eraFor(project: Project, catalog: Catalog, name: string, workspace: string): Era | string {
  const era = speakingFor(project, catalog, name, workspace);
  return typeof era === "string" ? era : (whyOther(project, era, workspace) ?? shownIn(project, era));
}

/** Why what the package does in a workspace is not what the era says: it loads another version of what does it. */
function whyOther(project: Project, era: Era, workspace: string): string | undefined {
  for (const [name, range] of era.loads) {
    const version = versionBelow(project, era.package, name, workspace);
    const does = `its replacement does what ${name} ${range} does`;
    if (version === undefined) return `no lockfile tells which ${name} it loads, and ${does}`;
    if (!satisfies(version, range)) return `it loads ${name} ${version}, and ${does}: update that first`;
  }
  return undefined;
}

/** The version of what a package loads, by the graph; undefined where that does not tell. */
function versionBelow(project: Project, name: string, loaded: string, workspace: string): string | undefined {
  if (!project.graph.known) return undefined;
  const { importers, edges, nodes } = project.graph.graph;
  const ends = (from: string | undefined, asked: string): string | undefined =>
    edges.get(from ?? "")?.find((edge) => edge.name === asked)?.to;
  const own = ends(importers.get(workspace), name) ?? ends(importers.get(""), name);
  const node = nodes.get(ends(own, loaded) ?? "");
  const isOther = node === undefined || node.name !== loaded || !["registry", "url", "unknown"].includes(node.source);
  return isOther ? undefined : node.version;
}

function speakingFor(project: Project, catalog: Catalog, name: string, workspace: string): Era | string {
  const eras = catalog.get(name)?.eras ?? [];
  if (eras.length === 0) return "the catalogue has no replacement for it";
  const foreign = foreignRange(project, name, workspace);
  if (foreign !== undefined) return `${foreign} is not the registry's package of that name`;
  const version = versionOf(project, name, workspace);
  if (version !== undefined) {
    const era = eras.find((candidate) => satisfies(version, candidate.versions, { includePrerelease: true }));
    return (
      era ?? `the catalogue speaks for ${eras.map((candidate) => candidate.versions).join(" and ")}, not for ${version}`
    );
  }
  const ranges = project.manifests
    .filter((manifest) => manifest.directory === workspace || manifest.directory === "")
    .flatMap((manifest) => manifest.dependencies)
    .filter((dependency) => dependency.name === name && validRange(dependency.range) !== null);
  const era = eras.find(
    (candidate) => ranges.length > 0 && ranges.every((dependency) => subset(dependency.range, candidate.versions)),
  );
  return era ?? "its installed version is unknown";
}

const shown = new WeakMap<Project, Map<Era, Era>>();

/** The era without the deviations that show only beside a package the project does not have: the same one each time. */
function shownIn(project: Project, era: Era): Era {
  if (era.deviations.every(({ beside }) => beside === undefined)) return era;
  const known = shown.get(project) ?? new Map<Era, Era>();
  shown.set(project, known);
  const deviations = era.deviations.filter(
    ({ beside }) => beside === undefined || mayHave(project, beside, era.package),
  );
  const answer = known.get(era) ?? { ...era, deviations };
  known.set(era, answer);
  return answer;
}

/** Whether anything asks for a package besides another one and what that needs; true where the graph is unknown. */
function mayHave(project: Project, wanted: string, besides: string): boolean {
  if (!project.graph.known) return true;
  const { nodes, edges } = project.graph.graph;
  const own = new Set([...nodes.values()].filter(({ name }) => name === besides).map(({ id }) => id));
  for (const id of own) for (const { to } of edges.get(id) ?? []) if (to !== undefined) own.add(to);
  return [...edges].some(
    ([from, asked]) => !own.has(from) && asked.some(({ name, to }) => name === wanted && to !== undefined),
  );
}
