/** Every usage of the candidates, with a verdict each. The middle of the flow: facts in, decisions out. */
import type { Catalog, Era } from "../catalog/catalog.ts";
import type { Manifest, Project, RuntimeFloor, SourceFile } from "../project/project.ts";
import type { Deviation } from "../recipe.ts";
import { eachOf, enter } from "../steps.ts";
import { findBlocks } from "./blocked.ts";
import { importsPlainly } from "./compiled.ts";
import { createTypes } from "./facts/typed.ts";
import { isOwnDefault as isOwnDefaultOf } from "./installed/interop.ts";
import { hasTwin as hasTwinOf } from "./installed/twin.ts";
import { findUnplaced } from "./places/decide.ts";
import type { ScriptDecision } from "./scripts/judge.ts";
import { judgeTools } from "./tools/judge.ts";
import { mention, ownOf, usageAt, usagesOf } from "./judged-usages.ts";
import type { JudgedUsage, Usage } from "./usage.ts";
import { headOf } from "./usages/head.ts";
import { isComponent } from "./usages/component.ts";
import { findMentions, guardTemplate, mentions } from "./usages/read.ts";
import { findMockedBuiltins } from "./usages/mocked.ts";
import { findRewired, guardRewired } from "./usages/rewired.ts";
import { createScope, type Scope, type SourceText } from "./usages/scope.ts";
import type { Site } from "./usages/site.ts";
import { findSites } from "./usages/sites.ts";
import type { FileDecisions, SiteDecision } from "./verdicts/decision.ts";
import { findCommandStrings, findComputedLoads } from "./verdicts/loads.ts";
import { answersItself } from "./verdicts/node-module.ts";
import { judgeSite } from "./verdicts/site.ts";
import { eraFor } from "./versions.ts";

export interface JudgeOptions {
  /** A Node version that stands in for what every workspace promises. */
  readonly target?: string;
}

export interface PackageJudgement {
  readonly package: string;
  readonly usages: readonly JudgedUsage[];
  readonly recipe: { readonly replacement: string; readonly deviations: readonly Deviation[] } | undefined;
  /** Why it cannot go, beyond the usages that are refused. */
  readonly blocked: readonly string[];
  /** Why a helper that its uses need has no place, by the workspace that is kept from losing it. */
  readonly unplaced: ReadonlyMap<string, string>;
  /** What the rewrite works from. */
  readonly files: readonly FileDecisions[];
  readonly scripts: readonly ScriptDecision[];
  /** The sources whose text holds its name, whether they use it or not. */
  readonly mentionedIn: readonly SourceFile[];
}

export interface Judgement {
  readonly packages: ReadonlyMap<string, PackageJudgement>;
  readonly scope: Scope;
  /** The files that were read, by path. */
  readonly texts: ReadonlyMap<string, SourceText>;
}

/** Judges every usage of those packages, in every source and every file that can use one. Runs and writes nothing. */
export function judgePackages(
  project: Project,
  catalog: Catalog,
  names: ReadonlySet<string>,
  options: JudgeOptions = {},
): ReadonlyMap<string, PackageJudgement> {
  return judgeAll(project, catalog, names, options, "none").packages;
}

/** As `judgePackages`, with the syntax it was judged by; of the files that no recipe is for, only if `keepsAll`. */
export function judge(
  project: Project,
  catalog: Catalog,
  names: ReadonlySet<string>,
  options: JudgeOptions = {},
  keepsAll = true,
): Judgement {
  return judgeAll(project, catalog, names, options, keepsAll ? "all" : "replaceable");
}

/** `keeps` says of which files the syntax outlives this. */
function judgeAll(
  project: Project,
  catalog: Catalog,
  names: ReadonlySet<string>,
  options: JudgeOptions,
  keeps: "all" | "replaceable" | "none",
): Judgement {
  const mentioned = findMentions(project, names);
  const { texts } = mentioned;
  const rewired = findRewired(project);
  const replaceable = [...names].filter((name) => catalog.names.has(name));
  const mockedIn = replaceable.length === 0 ? undefined : findMockedBuiltins(project);
  const isAsked = ({ text }: SourceText): boolean => replaceable.some((name) => mentions(text, name));
  const asked = new Set(texts.filter(isAsked).map(({ file }) => file.path));
  const isKept = (path: string): boolean => keeps === "all" || (keeps === "replaceable" && asked.has(path));
  const types = createTypes(project, asked);
  const scope = createScope(texts, types.trusts, (path) => asked.has(path));
  enter("parse");
  for (const path of asked) scope.source(path);
  const usages = new Map<string, JudgedUsage[]>([...names].map((name) => [name, []]));
  const files = new Map<string, FileDecisions[]>([...names].map((name) => [name, []]));
  const helped = new Map<string, FileDecisions[]>([...names].map((name) => [name, []]));
  const spoken = new Map<string, Set<Era | undefined>>([...names].map((name) => [name, new Set()]));

  for (const given of eachOf("usages", texts)) {
    const { file, text, component } = given;
    const isWhole = keeps === "all" || asked.has(file.path);
    const source = (isWhole ? undefined : headOf(scope, given, names)) ?? scope.source(file.path);
    if (source === undefined) {
      const error = scope.syntaxError(file.path);
      const reason = `${file.path} cannot be parsed${error === undefined ? "" : ` (line ${error.line}: ${error.message})`}`;
      for (const name of names) if (mentions(text, name)) usages.get(name)?.push(mention(file, text, name, reason));
      continue;
    }
    const isTypeScript = file.language === "ts" || file.language === "tsx";
    const workspace = { path: file.path, directory: file.workspace, text };
    const found = findSites(scope, source, names, () => importsPlainly(project, file)).map((site) =>
      guardRewired(component === undefined ? site : guardTemplate(site, component), rewired),
    );
    for (const name of new Set(found.map((site) => site.package))) {
      const promised = floorOf(project, file.workspace, options.target);
      const sites: Site[] = [];
      const bundled = new Map<Site, string>();
      for (const site of found.filter((one) => one.package === name)) {
        const answer = answersItself(project, site, promised);
        if (answer === true) usages.get(name)?.push(ownOf(workspace, source, site));
        else sites.push(site);
        if (typeof answer === "string") bundled.set(site, answer);
      }
      const era = eraFor(project, catalog, name, file.workspace);
      const floor = component === undefined ? promised : { ...promised, browser: true, browserSource: "a component" };
      const mocked = mockedIn?.get(file.workspace) ?? new Map<string, string>();
      const isOwnDefault = (): boolean => isOwnDefaultOf(project.disk, name, file.workspace);
      const hasTwin = (): boolean => hasTwinOf(project, name);
      const decided = sites.map((site): SiteDecision =>
        typeof era === "string"
          ? { site, era: undefined, references: [], refused: bundled.get(site) ?? site.refused ?? era }
          : judgeSite({ scope, types, path: file.path, isTypeScript, era, floor, mocked, isOwnDefault, hasTwin }, site),
      );
      for (const { era: one } of decided) spoken.get(name)?.add(one);
      const decisions = { path: file.path, workspace: file.workspace, source, sites: decided };
      if (isKept(file.path) || component !== undefined) files.get(name)?.push(decisions);
      if (asked.has(file.path)) helped.get(name)?.push(decisions);
      usages.get(name)?.push(...decided.flatMap((site) => usagesOf(workspace, source, site)));
    }
    const strings = [
      ...[...findComputedLoads(source, names)].map(([name, node]) => ({ name, node, reason: computedReason })),
      ...[...findCommandStrings(source, names)].map(([name, node]) => ({ name, node, reason: commandReason })),
    ];
    for (const { name, node, reason } of strings)
      usages.get(name)?.push({
        ...usageAt(workspace, source, node, name, name),
        form: "reference",
        export: undefined,
        verdict: { kind: "refuse", reason },
      });
    if (!isKept(file.path) && !asked.has(file.path)) scope.forget(file.path);
  }
  const isRead = (usage: Usage): boolean =>
    isComponent(usage.file) &&
    (files.get(usage.package) ?? []).some(
      (file) =>
        file.path === usage.file && file.sites.some(({ site }) => (site.literal?.getStart() ?? -1) + 1 === usage.start),
    );
  const tools = judgeTools(project, catalog, names, (workspace) => floorOf(project, workspace, options.target));
  for (const usage of tools.usages) if (!isRead(usage)) usages.get(usage.package)?.push(usage);

  const blocks = findBlocks(project, names);
  const kinds = new Map(texts.map(({ file }) => [file.path, file]));
  const packages = new Map<string, PackageJudgement>();
  for (const name of names) {
    const eras = catalog.get(name)?.eras ?? [];
    const scripts = tools.scripts.filter(({ usage }) => usage.package === name);
    const used = new Set([...(spoken.get(name) ?? []), ...scripts.map(({ era }) => era)]);
    const spoke = eras.map(({ versions }) => [...used].find((one) => one?.versions === versions));
    const era = spoke.find((one) => one !== undefined) ?? eras[0];
    const found = usages.get(name) ?? [];
    const needing = { package: name, files: helped.get(name) ?? [], usages: found };
    packages.set(name, {
      package: name,
      usages: found,
      unplaced: findUnplaced(project, needing, { scope, kindOf: (path) => kinds.get(path) }),
      recipe: era && { replacement: era.replacement, deviations: era.deviations },
      blocked: blocks.get(name) ?? [],
      files: files.get(name) ?? [],
      scripts,
      mentionedIn: mentioned.sources.get(name) ?? [],
    });
  }
  return { packages, scope, texts: new Map(texts.map((text) => [text.file.path, text])) };
}

function floorOf(project: Project, workspace: string, target: string | undefined): RuntimeFloor {
  const manifest: Manifest | undefined =
    project.manifests.find((candidate) => candidate.directory === workspace) ?? project.manifests[0];
  const floor = manifest?.floor ?? { node: undefined, source: "unknown", browser: false };
  if (target === undefined) return floor;
  const { language, ...others } = floor;
  return { ...others, node: target, source: "as asked for" };
}

const computedReason = "its name stands in a string of a file that loads modules by computed names";
const commandReason = "a string of this file runs its command, points into its folder or is code that loads it";
