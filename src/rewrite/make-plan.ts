/** Usages × recipes → plan. Pure: it reads through the project, and writes nothing. */
import { ts } from "../typescript.ts";
import { type Judgement, judge, type JudgeOptions } from "../analyze/judge.ts";
import type { JudgedUsage } from "../analyze/usage.ts";
import { changesElsewhere } from "../analyze/dependencies/removal.ts";
import type { FileDecisions, SiteDecision } from "../analyze/verdicts/decision.ts";
import { isNodeModule, nodeModule } from "../analyze/verdicts/node-module.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Dependency, Project } from "../project/project.ts";
import { enter } from "../steps.ts";
import { findDamage } from "./check.ts";
import { rewriteFile } from "./file.ts";
import { putHelpers } from "./helper/own.ts";
import { planHelpers } from "./helper/plan.ts";
import { keepModule } from "./module.ts";
import { keepPhantoms } from "./phantoms.ts";
import type { FilePlan, ManifestRemoval, PackagePlan, Plan } from "./plan.ts";
import { deviationsIn, findReasons, hasRewritable, type ReasonOptions } from "./reasons.ts";
import { applyEdits } from "./removal.ts";
import { rewriteScripts } from "./scripts.ts";
import { selectUsages } from "./selection.ts";
import { readProjectStyle, readStyle } from "./style.ts";

export interface PlanOptions extends JudgeOptions, ReasonOptions {
  /** Directories of the workspaces to remove from; all when absent. */
  readonly workspaces?: ReadonlySet<string>;
  /** The packages to remove; every direct dependency the catalogue replaces when absent. */
  readonly packages?: readonly string[];
  /** What was judged of these packages, and maybe of others, before. */
  readonly judgement?: Judgement;
  /** Packages known to be unused, to remove as well. */
  readonly unused?: readonly string[];
  /** Packages that may not go, whatever their usages allow. */
  readonly without?: readonly string[];
  /** Rewrite the uses that can be, although the package stays for the others. */
  readonly partial?: boolean;
  /** Rewrite them whatever it stays for: to show what they would become, never to apply it. */
  readonly preview?: boolean;
}

/** The plan that removes those packages, as far as every usage of each can be handled. */
export async function plan(project: Project, catalog: Catalog, options: PlanOptions = {}): Promise<Plan> {
  const all = project.manifests.flatMap((manifest) => manifest.dependencies);
  const { workspaces } = options;
  const direct = workspaces === undefined ? all : all.filter(({ workspace }) => workspaces.has(workspace));
  const unused = new Set(options.unused ?? []);
  const wanted = options.packages ?? [
    ...direct.map((dependency) => dependency.name).filter((name) => catalog.names.has(name) || isNodeModule(name)),
    ...unused,
  ];
  const without = new Set(options.without ?? []);
  const names = new Set(wanted.filter((name) => !without.has(name)));
  const judgedAll = options.judgement ?? judge(project, catalog, names, options);
  const judgement = narrow(judgedAll, all, workspaces);

  enter("rewrite");
  const outcomes = new Map<string, PackagePlan>();
  for (const name of names) {
    const judged = judgement.packages.get(name);
    if (judged === undefined) continue;
    const isNamed = options.packages?.includes(name) ?? false;
    const changes = changesElsewhere(judgedAll.packages.get(name)?.usages ?? [], judged.usages);
    const reasons = [
      ...findReasons(project, judged, direct, isNamed || unused.has(name), options),
      ...changes.map((text) => ({ text, isOfOneUse: false })),
    ];
    const mayShrink = options.partial === true && reasons.every(({ isOfOneUse }) => isOfOneUse);
    const isShrunk = (mayShrink || options.preview === true) && hasRewritable(judged);
    outcomes.set(name, {
      package: name,
      outcome: reasons.length === 0 ? "remove" : isShrunk ? "partial" : "stay",
      reasons: reasons.map(({ text }) => text),
      usages: judged.usages,
      deviations: deviationsIn(judged),
      replacement: judged.recipe?.replacement ?? (isNodeModule(name) ? nodeModule : undefined),
    });
  }
  keepPhantoms(project, outcomes, all);
  for (;;) {
    const { plan: made, damaged } = assemble(project, judgement, outcomes, direct);
    if (damaged.size === 0) return made;
    for (const [name, reason] of damaged) {
      const one = outcomes.get(name);
      if (one !== undefined) outcomes.set(name, { ...one, outcome: "stay", reasons: [...one.reasons, reason] });
    }
  }
}

function narrow(
  judgement: Judgement,
  direct: readonly Dependency[],
  workspaces: ReadonlySet<string> | undefined,
): Judgement {
  if (workspaces === undefined) return judgement;
  const packages = [...judgement.packages].map(([name, one]) => [name, selectUsages(one, direct, workspaces)] as const);
  return { ...judgement, packages: new Map(packages) };
}

interface Assembled {
  readonly plan: Plan;
  /** Packages whose rewrite broke a file, with the reason: a mistake of the engine that no user should meet. */
  readonly damaged: ReadonlyMap<string, string>;
}

function assemble(
  project: Project,
  { packages, scope, texts }: Judgement,
  outcomes: ReadonlyMap<string, PackagePlan>,
  direct: readonly Dependency[],
): Assembled {
  const going = [...outcomes.values()].filter((one) => one.outcome === "remove");
  const rewritten = [...outcomes.values()].filter((one) => one.outcome !== "stay").map((one) => one.package);
  const habits = readProjectStyle([...packages.values()].flatMap((one) => one.files.map((file) => file.source)));
  const helpers = planHelpers(
    project,
    going.map((one) => packages.get(one.package)).filter((one) => one !== undefined),
    habits,
    { scope, sources: new Map([...texts].map(([path, read]) => [path, read.file])) },
  );
  const byFile = new Map<string, { source: ts.SourceFile; sites: SiteDecision[]; packages: Set<string> }>();
  for (const name of rewritten) for (const file of packages.get(name)?.files ?? []) addFile(byFile, file, name);

  const files: FilePlan[] = [];
  const damaged = new Map(helpers.unplaced);
  const becomes = new Map<string, string>();
  for (const [path, { source, sites, packages: names }] of byFile) {
    const read = texts.get(path);
    const kind = read?.file;
    const style = readStyle(source, kind?.moduleKind ?? "unknown", habits);
    const output = rewriteFile({
      scope,
      source,
      style,
      isTypeScript: kind?.language === "ts" || kind?.language === "tsx",
      sites: sites.sort((a, b) => a.site.node.getStart(source) - b.site.node.getStart(source)),
      helperOf: (site) => helpers.places.get(site),
      own: helpers.own.get(path) ?? [],
    });
    for (const [node, text] of output.becomes) becomes.set(`${path}:${node.getStart(source)}:${node.end}`, text);
    if (output.edits.length === 0) continue;
    // The edits of a component's script are edits of the component: the offsets are the same.
    const before = read?.text ?? source.text;
    const put = putHelpers(source, keepModule(source, kind, style, output.edits), output.reached, style);
    for (const name of put.failed) damaged.set(name, `a name of its helper means something else in ${path}`);
    const { edits } = put;
    const after = applyEdits(before, edits);
    const damage = read === undefined ? undefined : findDamage(read, after, output.goneNames);
    if (damage !== undefined) for (const name of names) damaged.set(name, `${path} ${damage}; please report it`);
    files.push({ path, before, after, edits, packages: [...names].sort() });
  }
  files.push(
    ...rewriteScripts(
      project,
      rewritten.flatMap((name) => packages.get(name)?.scripts ?? []),
    ),
  );
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  const made: Plan = {
    packages: [...outcomes.values()].map((one) => ({
      ...one,
      usages: one.usages.map((usage) => describe(usage, becomes)),
    })),
    files,
    newFiles: helpers.files,
    removals: removalsOf(going, direct, project),
  };
  return { plan: made, damaged };
}

function addFile(
  byFile: Map<string, { source: ts.SourceFile; sites: SiteDecision[]; packages: Set<string> }>,
  file: FileDecisions,
  name: string,
): void {
  const entry = byFile.get(file.path) ?? { source: file.source, sites: [], packages: new Set<string>() };
  byFile.set(file.path, entry);
  entry.sites.push(...file.sites);
  entry.packages.add(name);
}

function describe(usage: JudgedUsage, becomes: ReadonlyMap<string, string>): JudgedUsage {
  const text = becomes.get(`${usage.file}:${usage.start}:${usage.end}`);
  return text === undefined ? usage : { ...usage, becomes: text };
}

/** Every entry of every manifest for the packages that go, and for their types. */
function removalsOf(going: readonly PackagePlan[], direct: readonly Dependency[], project: Project): ManifestRemoval[] {
  const removals: ManifestRemoval[] = [];
  for (const { package: name } of going) {
    const types = `@types/${name.startsWith("@") ? name.slice(1).replace("/", "__") : name}`;
    for (const manifest of project.manifests)
      for (const entry of [name, types])
        if (direct.some((dependency) => dependency.workspace === manifest.directory && dependency.name === entry))
          removals.push({ manifest: manifest.path, name: entry, package: name });
  }
  return removals;
}
