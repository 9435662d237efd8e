/** What every check stands on, read of a project or of a commit of it. */
import { createDisk } from "../project/disk.ts";
import { createLineOf } from "../project/lock/entry-lines.ts";
import { askInstalled } from "../project/lock/installed.ts";
import type { PackageGraph, PackageNode } from "../project/graph.ts";
import type { Project } from "../project/project.ts";
import { ignoringOf } from "../project/source/ignored.ts";
import type { BaseTree } from "../project/tree.ts";
import type { AuditContext, AuditedProject } from "./check.ts";
import { createReadCode, type ReadCode } from "./code.ts";
import { readCommandLines } from "./command-lines.ts";
import { labelOf } from "./finding.ts";
import { readManagerSettings } from "./settings.ts";

export function contextOf(project: Project, capabilities: boolean, base: BaseTree | undefined): AuditContext {
  const readCode = createReadCode(project.disk);
  const isIgnored = (path: string): boolean => ignoringOf(createDisk(project.root)).ignores(path, false);
  const before = base && {
    ref: base.ref,
    commit: base.commit,
    context: contextOfBase(project, base, readCode),
  };
  return { ...readContext(project, readCode), capabilities, isIgnored, base: before };
}

/** The commit as it would have been judged, with what is installed today where that is of its versions. */
function contextOfBase(project: Project, { tree }: BaseTree, readCode: ReadCode): AuditContext {
  const { graph } = tree;
  const texts = project.texts.filter(({ path }) => tree.disk.exists(path));
  const side: AuditedProject = {
    ...tree,
    texts,
    graph: graph.known ? { known: true, graph: withInstalled(project, graph.graph) } : graph,
  };
  // What the commit holds is not ignored, whatever its .gitignore says.
  return { ...readContext(side, readCode), capabilities: false, isIgnored: () => false, base: undefined };
}

function readContext(project: AuditedProject, readCode: ReadCode) {
  const graph = project.graph.known ? project.graph.graph : undefined;
  const lineOf = graph === undefined ? () => undefined : createLineOf(project.disk, graph);
  return {
    project,
    graph,
    commands: readCommandLines(project),
    settings: readManagerSettings(project.disk),
    readCode,
    placeOf: (node: Parameters<typeof lineOf>[0]) => {
      const line = lineOf(node);
      return { path: graph?.source ?? "package.json", ...(line !== undefined && { line }) };
    },
  };
}

/** A commit has nothing installed: what its lockfile does not say is asked of the packages that are there today. */
function withInstalled({ disk, graph: today }: Project, graph: PackageGraph): PackageGraph {
  const packages = today.known ? [...today.graph.nodes.values()].filter(({ importer }) => !importer) : [];
  const byLabel = new Map(packages.map((node) => [labelOf(node), node]));
  const nodes = [...graph.nodes].map(([id, node]) => {
    if (node.importer) return [id, node] as const;
    // Without node_modules to look into, yarn's lockfile does not say where a package would be.
    const locations = [...node.locations, ...(byLabel.get(labelOf(node))?.locations ?? [])];
    const said = node.installScript;
    const installScript = said === "unknown" ? askInstalled(disk, locations, node.version) : said;
    // A node tells what it is through getters, which a copy would lose.
    const seen: PackageNode = Object.create(node, {
      locations: { value: locations },
      installScript: { value: installScript },
    });
    return [id, seen] as const;
  });
  return { ...graph, nodes: new Map(nodes) };
}
