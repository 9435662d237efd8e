/** What else a project is rid of with a removal: code that starts programs, and a publisher who has nothing else there. */
import { ts } from "../typescript.ts";
import type { PackageNode } from "../project/graph.ts";
import type { Disk, Project } from "../project/project.ts";
import { publisherOf } from "../project/publishers.ts";
import type { DependencyReport, Relief } from "./analysis.ts";
import { capabilitiesOf } from "./installed/capabilities.ts";
import { filesOfPackage, findInstalled } from "./installed/files.ts";
import { labelOf } from "./footprint.ts";
import { isEqualInSize } from "./rank.ts";

/**
 * The reports with their relief where it decides: on removals of the same size. It takes reading the installed code, so
 * it is not looked for elsewhere. Without a graph nothing is known, and nothing is said.
 */
export function addRelief(project: Project, reports: readonly DependencyReport[]): readonly DependencyReport[] {
  if (!project.graph.known) return reports;
  const removable = reports.filter(({ removal }) => removal !== "no");
  const tied = removable.filter((one) => removable.some((other) => other !== one && isEqualInSize(one, other)));
  if (tied.length === 0) return reports;
  const packages = [...project.graph.graph.nodes.values()].filter(({ importer }) => !importer);
  const byLabel = new Map(packages.map((node) => [labelOf(node), node]));
  const owners = ownersOf(project.disk, packages);
  const programs = new Map<string, boolean | undefined>();
  const startsPrograms = (label: string, node: PackageNode): boolean | undefined => {
    if (!programs.has(label)) programs.set(label, findPrograms(project.disk, node));
    return programs.get(label);
  };
  return reports.map((report) => {
    if (!tied.includes(report) || !report.footprint.known) return report;
    const nodes = report.footprint.packages.flatMap((label) => byLabel.get(label) ?? []);
    const started = nodes.map((node) => [labelOf(node), startsPrograms(labelOf(node), node)] as const);
    const found = started.filter(([, starts]) => starts === true).map(([label]) => label);
    const isKnown = started.every(([, starts]) => starts !== undefined);
    const relief: Relief = {
      childProcess: found.length > 0 || isKnown ? found : "unknown",
      publishers: owners === undefined ? "unknown" : leavingPublishers(owners, report.footprint.packages),
    };
    return { ...report, relief };
  });
}

/** The packages of each publisher; undefined when a publisher is unknown, who may be any of them. */
function ownersOf(disk: Disk, packages: readonly PackageNode[]): ReadonlyMap<string, ReadonlySet<string>> | undefined {
  const owners = new Map<string, Set<string>>();
  for (const node of packages) {
    const owner = publisherOf(node, disk);
    if (owner === undefined) return undefined;
    owners.set(owner, (owners.get(owner) ?? new Set()).add(labelOf(node)));
  }
  return owners;
}

/** Those all of whose packages leave. */
function leavingPublishers(owners: ReadonlyMap<string, ReadonlySet<string>>, leaving: readonly string[]): string[] {
  const going = new Set(leaving);
  return [...owners]
    .filter(([, theirs]) => [...theirs].every((label) => going.has(label)))
    .map(([owner]) => owner)
    .sort();
}

/** Whether code of a package starts other programs; undefined when it is not installed. */
function findPrograms(disk: Disk, node: PackageNode): boolean | undefined {
  const directory = findInstalled(disk, node);
  if (directory === undefined) return node.optional ? false : undefined;
  return filesOfPackage(disk, directory).some((path) => {
    if (!/\.[cm]?js$/.test(path)) return false;
    const file = disk.read(path);
    if (!("text" in file) || !/child_process|cluster|worker_threads/.test(file.text)) return false;
    return capabilitiesOf(ts.createSourceFile(path, file.text, ts.ScriptTarget.Latest, true)).has("child process");
  });
}
