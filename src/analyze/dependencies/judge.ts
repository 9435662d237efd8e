import { placeOfEntry, type Place } from "../../project/place.ts";
import type { Dependency, Project } from "../../project/project.ts";
import type { DependencyReport, DependencyVerdict, Evidence } from "../analysis.ts";
import { footprintOf } from "../footprint.ts";
import { judgeSmallness, type Smallness } from "../installed/trivial.ts";
import type { PackageJudgement } from "../judge.ts";
import type { Catalog, Era } from "../../catalog/catalog.ts";
import type { JudgedUsage } from "../usage.ts";
import { nodeModule } from "../verdicts/node-module.ts";
import { versionOf } from "../versions.ts";
import { type Advice, adviceFor } from "./advice.ts";
import { type Context, eraOf, floorOf, makeContext, unplacedFor, usagesOf } from "./context.ts";
import { misplacementOf } from "./placement.ts";
import { deviationsOf } from "../deviations.ts";
import { changesElsewhere, isOwnOfNode, linesOf, removalOf } from "./removal.ts";
import { typesNeed } from "./types.ts";
import { type Need, needOf } from "./unused.ts";

/**
 * One report for every entry of every manifest. The first verdict that holds is given:
 *
 * 1. `unused`: nothing needs it, and nothing is in doubt.
 * 2. `native`: a recipe of the catalogue speaks for the installed version, Node has a module of that name and takes it
 *    wherever the project loads one, or there is advice that names a feature of the platform that the runtime floor has.
 * 3. `trivial`: the installed code is so small that a helper replaces it.
 * 4. `types-only`, `misplaced`: it stays, in another section.
 * 5. `lighter`: the advice prefers another package, and this one would free more than itself.
 * 6. `keep`.
 *
 * What else was found is in the evidence. A peer is always kept: it is a demand on others, not a package held. A types
 * package shares the verdict of the package it goes with.
 */
export function judgeDependencies(
  project: Project,
  catalog: Catalog,
  judgements: ReadonlyMap<string, PackageJudgement>,
  target?: string,
): readonly DependencyReport[] {
  const context = makeContext(project, catalog, judgements, target);
  const dependencies = project.manifests.flatMap((manifest) => manifest.dependencies);
  const needs = judgeNeeds(context, dependencies);
  const reports = dependencies.map((dependency) => judge(context, dependency, needs.get(dependency)!));
  return reports.map((report, index) => withTyped(context, report, dependencies[index]!, reports));
}

/** Repeated until nothing more is unused: a peer of what leaves is needed by nothing. */
function judgeNeeds(context: Context, dependencies: readonly Dependency[]): ReadonlyMap<Dependency, Need> {
  const needs = new Map<Dependency, Need>();
  const leaving = new Set<string>();
  for (let before = -1; before < leaving.size;) {
    before = leaving.size;
    for (const dependency of dependencies) {
      if (needs.get(dependency)?.kind === "unused") continue;
      const need = needOf(context, dependency, leaving);
      needs.set(dependency, need);
      if (need.kind === "unused") leaving.add(`${dependency.workspace}\0${dependency.name}`);
    }
  }
  return needs;
}

interface Finding {
  readonly verdict: DependencyVerdict;
  readonly removal: DependencyReport["removal"];
  readonly replacement?: string;
}

function judge(context: Context, dependency: Dependency, need: Need): DependencyReport {
  const { name, range, kind, workspace } = dependency;
  const { project } = context;
  const usages = usagesOf(context, name, workspace);
  const era = eraOf(context, dependency);
  const judgement = context.judgements.get(name);
  const unplaced = judgement === undefined ? [] : unplacedFor(context, judgement, workspace);
  const blocked = [...(judgement?.blocked ?? []), ...unplaced, ...changesElsewhere(judgement?.usages ?? [], usages)];
  const footprint = footprintOf(project, dependency);
  const advice = adviceFor(name, floorOf(context, dependency));
  const smallness = need.kind === "used" && kind !== "peer" ? judgeSmallness(project.disk, name, workspace) : undefined;
  const misplacement = need.kind === "used" ? misplacementOf(context, dependency, need.usages) : undefined;
  const isOwn = isOwnOfNode(name, usages);
  const evidence = evidenceOf(need, blocked, era, isOwn ? undefined : advice, smallness);
  if (isOwn)
    evidence.push({ source: "usages", text: "Node has a module of that name, and takes it for each of them." });
  if (misplacement !== undefined) evidence.push(misplacement.evidence);

  const find = (): Finding => {
    if (need.kind === "unused") return { verdict: "unused", removal: usages.length === 0 ? "automatic" : "manual" };
    if (kind === "peer" || need.kind === "doubt") return { verdict: "keep", removal: "no" };
    if (era !== undefined) {
      return { verdict: "native", removal: removalOf(era, blocked, usages), replacement: era.replacement };
    }
    if (isOwn) {
      return { verdict: "native", removal: blocked.length > 0 ? "manual" : "automatic", replacement: nodeModule };
    }
    if (advice?.kind === "native") return { verdict: "native", removal: "manual", replacement: advice.replacement };
    if (smallness?.trivial === true)
      return { verdict: "trivial", removal: "manual", replacement: "a helper of your own" };
    if (misplacement !== undefined) return { verdict: misplacement.verdict, removal: "no" };
    if (advice?.kind === "lighter" && footprint.known && footprint.packages.length > 1) {
      return { verdict: "lighter", removal: "no", replacement: advice.replacement };
    }
    return { verdict: "keep", removal: "no" };
  };
  const { verdict, removal, replacement } = find();
  const isRewritten = removal === "automatic" || removal === "allowed";
  return {
    name,
    range,
    version: versionOf(project, name, workspace),
    kind,
    workspace,
    place: placeOf(project, dependency),
    verdict,
    evidence,
    footprint,
    relief: undefined,
    usages,
    removal,
    replacement,
    deviations: verdict === "native" && era !== undefined ? deviationsOf(era.deviations, usages) : [],
    lines: isRewritten ? linesOf(usages) : undefined,
  };
}

/** The manifest's first line where the entry's own cannot be told. */
function placeOf({ manifests }: Project, { name, kind, workspace }: Dependency): Place {
  const manifest = manifests.find(({ directory }) => directory === workspace);
  const unknown = { path: manifest?.path ?? "package.json", line: 1, column: 1 };
  return manifest === undefined ? unknown : (placeOfEntry(manifest, name, kind) ?? unknown);
}

function evidenceOf(
  need: Need,
  blocked: readonly string[],
  era: Era | undefined,
  advice: Advice | undefined,
  smallness: Smallness | undefined,
): Evidence[] {
  const evidence: Evidence[] = [];
  if (need.kind === "used") evidence.push({ source: "usages", text: countUsages(need.usages) });
  else if (need.kind === "unused") evidence.push({ source: "usages", text: need.text });
  else evidence.push({ source: "usages", text: `No usage was found, but it cannot be called unused: ${need.text}.` });
  for (const reason of blocked) evidence.push({ source: "obstacle", text: reason });
  if (era !== undefined) evidence.push({ source: "catalog", text: `A recipe replaces it with ${era.replacement}.` });
  if (smallness?.trivial === true) {
    const { statements, size } = smallness.measurement;
    const others = smallness.dependencies.length > 0 ? ` with ${smallness.dependencies.join(", ")}` : "";
    const text = `It is ${statements} statements and ${size} characters of code${others}, and loading it only defines things.`;
    evidence.push({ source: "installed source", text });
  }
  if (advice !== undefined) evidence.push(advice.evidence);
  return evidence;
}

function countUsages(usages: readonly JudgedUsage[]): string {
  const files = new Set(usages.map(({ file }) => file)).size;
  return `${usages.length} ${usages.length === 1 ? "usage" : "usages"} in ${files} ${files === 1 ? "file" : "files"}.`;
}

/** `@types/x` goes when `x` goes. */
function withTyped(
  context: Context,
  report: DependencyReport,
  dependency: Dependency,
  reports: readonly DependencyReport[],
): DependencyReport {
  const need = report.verdict === "unused" ? undefined : typesNeed(context, dependency);
  if (need?.kind !== "with") return report;
  const typed = reports.find(({ name, workspace }) => name === need.name && workspace === dependency.workspace);
  const goes = typed !== undefined && typed.removal !== "no";
  const text = `It is read with ${need.name}, and goes when that goes.`;
  return {
    ...report,
    verdict: goes ? typed.verdict : report.verdict,
    evidence: [{ source: "manifest", text }],
    removal: goes ? typed.removal : "no",
    replacement: undefined,
    lines: goes && typed.lines !== undefined ? 0 : undefined,
  };
}
