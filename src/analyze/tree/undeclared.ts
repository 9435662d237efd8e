/** Imports of packages that the importing workspace's manifest does not list: they resolve by what others brought. */
import { isBuiltin } from "node:module";
import { ts } from "../../typescript.ts";
import type { Project, SourceFile } from "../../project/project.ts";
import type { UndeclaredUse } from "../analysis.ts";
import { findMappings } from "../mapped.ts";
import { typedPackage } from "../tools/specifier.ts";
import { splitSpecifier } from "../usages/syntax.ts";
import { bringersOf } from "./bringers.ts";

const quick = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*["'`]([^"'`./\\\s:][^"'`\s:]*)["'`]/g;

/**
 * Every import of a package of the tree that its workspace does not list, with those it comes through; undefined while
 * the tree is unknown. A name that a configuration maps to something else, or that is no package of the tree, is left out.
 */
export function findUndeclared(project: Project): readonly UndeclaredUse[] | undefined {
  if (!project.graph.known) return undefined;
  const { graph } = project.graph;
  const inTree = new Set([...graph.nodes.values()].flatMap(({ name, importer }) => (importer ? [] : [name])));
  for (const edges of graph.edges.values()) for (const { name, to } of edges) if (to !== undefined) inTree.add(name);
  const declared = new Map(
    project.manifests.map(({ directory, dependencies, name }) => [directory, namesOf(dependencies, name)]),
  );
  const found = new Map<string, { package: string; workspace: string; places: { file: string; line: number }[] }>();
  for (const source of project.sources) {
    const file = project.disk.read(source.path);
    if (!("text" in file)) continue;
    const own = declared.get(source.workspace) ?? new Set();
    const isAsked = (name: string | undefined): name is string =>
      name !== undefined && inTree.has(name) && !own.has(name) && !isBuiltin(name);
    if (![...file.text.matchAll(quick)].some(([, specifier = ""]) => isAsked(splitSpecifier(specifier)?.package)))
      continue;
    for (const [name, line] of importsOf(source, file.text)) {
      if (!isAsked(name)) continue;
      const key = `${source.workspace}\0${name}`;
      const use = found.get(key) ?? { package: name, workspace: source.workspace, places: [] };
      use.places.push({ file: source.path, line });
      found.set(key, use);
    }
  }
  if (found.size === 0) return [];
  const mapped = findMappings(project, new Set([...found.values()].map((use) => use.package)));
  const root = declared.get("");
  const uses = [...found.values()].filter((use) => (mapped.get(use.package) ?? []).length === 0);
  const ids = new Map(uses.map((use) => [use, [...graph.nodes.values()].filter(({ name }) => name === use.package)]));
  const bringers = bringersOf(graph, new Set([...ids.values()].flat().map(({ id }) => id)));
  return uses
    .map((use): UndeclaredUse => ({
      ...use,
      listedByRoot: use.workspace !== "" && root?.has(use.package) === true,
      broughtBy: [
        ...new Map(
          (ids.get(use) ?? [])
            .flatMap(({ id }) => bringers.get(id) ?? [])
            .map((entry) => [`${entry.workspace}\0${entry.name}`, entry] as const),
        ).values(),
      ],
    }))
    .sort((a, b) => (a.workspace + a.package < b.workspace + b.package ? -1 : 1));
}

/** What a manifest lets its sources import: what it lists, what those are the types of, and itself. */
function namesOf(dependencies: readonly { readonly name: string }[], own: string | undefined): ReadonlySet<string> {
  const names = new Set<string>(own === undefined ? [] : [own]);
  for (const { name } of dependencies) names.add(name).add(typedPackage(name) ?? name);
  return names;
}

function importsOf(source: SourceFile, text: string): readonly (readonly [name: string | undefined, line: number])[] {
  const { importedFiles } = ts.preProcessFile(text, true, source.language === "js" || source.language === "jsx");
  return importedFiles.map(({ fileName, pos }) => [
    splitSpecifier(fileName)?.package,
    text.slice(0, pos).split("\n").length,
  ]);
}
