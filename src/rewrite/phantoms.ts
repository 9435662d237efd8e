/** Imports that no manifest declares and that resolve only through what is about to leave. */
import { ts } from "../typescript.ts";
import { componentsOf, isComponent, readComponent } from "../analyze/usages/component.ts";
import { splitSpecifier } from "../analyze/usages/syntax.ts";
import { freedTogether } from "../project/dominators.ts";
import type { PackageGraph } from "../project/graph.ts";
import type { Dependency, Project } from "../project/project.ts";
import type { PackagePlan } from "./plan.ts";

interface Phantom {
  readonly package: string;
  readonly file: string;
  readonly line: number;
  /** The going packages that hold it. */
  readonly holders: readonly string[];
}

/** Every such import, were those packages to go together. None can be named while the graph is unknown. */
function findPhantoms(project: Project, going: readonly string[], direct: readonly Dependency[]): Phantom[] {
  if (!project.graph.known || going.length === 0) return [];
  const { graph } = project.graph;
  const declared = new Set(direct.map((dependency) => dependency.name));
  const remaining = remainingNames(graph, going);
  const freed = new Set([...freedNames(graph, going)].filter((name) => !declared.has(name) && !remaining.has(name)));
  if (freed.size === 0) return [];
  const phantoms: Phantom[] = [];
  for (const source of [...project.sources, ...componentsOf(project)]) {
    const file = project.disk.read(source.path);
    if (!("text" in file) || ![...freed].some((name) => file.text.includes(name))) continue;
    const code = isComponent(source.path) ? programOf(source.path, file.text) : file.text;
    for (const { fileName, pos } of ts.preProcessFile(code, true, true).importedFiles) {
      const name = splitSpecifier(fileName)?.package;
      if (name === undefined || !freed.has(name)) continue;
      const line = file.text.slice(0, pos).split("\n").length;
      phantoms.push({ package: name, file: source.path, line, holders: holdersOf(graph, name, going) });
    }
  }
  return phantoms;
}

function programOf(path: string, text: string): string {
  return readComponent({ path, workspace: "", kind: "other" }, text)?.code ?? text;
}

function freedNames(graph: PackageGraph, going: readonly string[]): Set<string> {
  const gone = new Set(going);
  return new Set(freedTogether(graph, (name) => gone.has(name)).map((id) => graph.nodes.get(id)?.name ?? ""));
}

/** Names that another copy still answers to. */
function remainingNames(graph: PackageGraph, going: readonly string[]): Set<string> {
  const gone = new Set(going);
  const freed = new Set(freedTogether(graph, (name) => gone.has(name)));
  return new Set(
    [...graph.nodes].filter(([id, node]) => !freed.has(id) && !node.importer).map(([, node]) => node.name),
  );
}

function holdersOf(graph: PackageGraph, name: string, going: readonly string[]): readonly string[] {
  const alone = going.filter(
    (one) =>
      !freedNames(
        graph,
        going.filter((other) => other !== one),
      ).has(name),
  );
  return alone.length > 0 ? alone : going;
}

/** A file may import what no manifest declares, and what only came along with a package that goes: that one stays. */
export function keepPhantoms(
  project: Project,
  outcomes: Map<string, PackagePlan>,
  direct: readonly Dependency[],
): void {
  for (;;) {
    const going = [...outcomes.values()].filter((one) => one.outcome === "remove").map((one) => one.package);
    const phantom = findPhantoms(project, going, direct)[0];
    if (phantom === undefined) return;
    for (const name of phantom.holders) {
      const held = outcomes.get(name);
      if (held === undefined) return;
      const reason = `${phantom.file}:${phantom.line}: imports ${phantom.package}, which no manifest lists and which would leave with it`;
      outcomes.set(name, { ...held, outcome: "stay", reasons: [...held.reasons, reason] });
    }
  }
}
