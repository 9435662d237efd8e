/** Which helper modules the going packages need, one for each package, workspace, language and module system. */
import type { PackageJudgement } from "../../analyze/judge.ts";
import type { Site } from "../../analyze/usages/site.ts";
import { type FileDecisions, helpedBy, type SiteDecision, usesOf } from "../../analyze/verdicts/decision.ts";
import { isByDefault } from "../../analyze/verdicts/exports.ts";
import type { Project, SourceFile } from "../../project/project.ts";
import type { RecipeCase, RecipeReplacement } from "../../catalog/catalog.ts";
import type { NewFile } from "../plan.ts";
import { type FileStyle, type ProjectStyle, readStyle } from "../style.ts";
import { endingFor, typeAt } from "./ending.ts";
import { vendoredIn, writeVendored } from "../vendor/write.ts";
import type { Shape } from "./exports.ts";
import { writeHelper } from "./module.ts";
import { exportOfEntry } from "./shared.ts";
import { identifierFor, placeHelper, relativeSpecifier } from "./place.ts";

export interface HelperPlan {
  readonly files: readonly NewFile[];
  /** Where each site finds its helper. */
  readonly places: ReadonlyMap<Site, HelperPlace>;
  /** Packages whose helper has no place to go, with the reason. */
  readonly unplaced: ReadonlyMap<string, string>;
}

/** By which specifier a site reaches its helper, and the name of what it takes, where that is not what it took. */
export interface HelperPlace {
  readonly specifier: string;
  readonly name: string | undefined;
}

interface User {
  readonly file: FileDecisions;
  readonly site: SiteDecision;
  readonly style: FileStyle;
  /** The export that it takes in place of the only one of its entry point. */
  readonly name: string | undefined;
}

interface Group {
  readonly judgement: PackageJudgement;
  readonly entry: string;
  readonly workspace: string;
  readonly language: "js" | "ts";
  /** TypeScript that Node runs as an ES module in a package that is none: its helper has to say so by its name. */
  readonly mts: boolean;
  /** How it is loaded; TypeScript compiles its ES modules to what is asked for. */
  readonly modules: "esm" | "cjs";
  readonly users: User[];
}

export function planHelpers(
  project: Project,
  judgements: readonly PackageJudgement[],
  habits: ProjectStyle,
  sources: ReadonlyMap<string, SourceFile>,
): HelperPlan {
  const groups = new Map<string, Group>();
  for (const judgement of judgements)
    for (const file of judgement.files)
      for (const site of file.sites) {
        if (!needsHelper(site)) continue;
        const source = sources.get(file.path);
        const language = source?.language === "ts" || source?.language === "tsx" ? "ts" : "js";
        const mts = file.path.endsWith(".mts") && typeAt(project, file.path) === "commonjs";
        const style = readStyle(file.source, source?.moduleKind ?? "unknown", habits);
        const modules = language === "ts" ? "esm" : site.site.form === "require" ? "cjs" : style.modules;
        const name = exportOfEntry(site);
        const entry = name === undefined ? site.site.entry : ".";
        const key = JSON.stringify([judgement.package, entry, file.workspace, language, mts, modules]);
        const group = groups.get(key) ?? {
          judgement,
          entry,
          workspace: file.workspace,
          language,
          mts,
          modules,
          users: [],
        };
        groups.set(key, group);
        group.users.push({ file, site, style, name });
      }
  const files: NewFile[] = [];
  const places = new Map<Site, HelperPlace>();
  const unplaced = new Map<string, string>();
  for (const group of groups.values()) {
    const first = group.users[0];
    const era = first?.site.era;
    if (first === undefined || era === undefined) continue;
    const path = placeHelper(
      project,
      {
        package: group.judgement.package,
        entry: group.entry,
        workspace: group.workspace,
        files: group.users.map((user) => user.file.path),
        extension: extensionFor(project, group),
      },
      new Set(files.map((file) => file.path)),
    );
    if (path === undefined) {
      unplaced.set(
        group.judgement.package,
        'its helper would not be published: "files" in package.json lists no directory of sources for it',
      );
      continue;
    }
    const kinds = new Set([path, ...group.users.map((user) => user.file.path)].map((file) => typeAt(project, file)));
    if (path.endsWith(".js") && kinds.size > 1) {
      unplaced.set(group.judgement.package, "its helper would serve files of both module kinds");
      continue;
    }
    const apart = whyApart(group, groups);
    if (apart !== undefined) {
      unplaced.set(group.judgement.package, apart);
      continue;
    }
    const shape = shapeOf(group);
    const replacements = chooseCases(group, era.entries.get(group.entry) ?? new Map());
    const style: FileStyle = { ...first.style, modules: group.modules };
    const base = identifierFor(group.judgement.package, group.entry);
    const code = vendoredIn(replacements);
    if (code?.state !== undefined && count(groups, group.judgement.package) > 1) {
      unplaced.set(group.judgement.package, `${code.state}, and it would take more than one copy to serve its files`);
      continue;
    }
    const text =
      code === undefined
        ? writeHelper({ replacements, shape, language: group.language, style }, base)
        : writeVendored(project, code, shape, style.eol);
    files.push({ path, text, packages: [group.judgement.package] });
    for (const user of group.users) {
      const isLater = user.site.site.form === "dynamic-import" && group.language === "js";
      const ending = isLater
        ? /\.[cm]?js$/.exec(path)?.[0]
        : endingFor(project, user.file, user.style, path, group.language);
      places.set(user.site.site, { specifier: relativeSpecifier(user.file.path, path, ending), name: user.name });
    }
  }
  return { files, places, unplaced };
}

/** Why a class of a helper would not be the only one of its name: instances are known by their class. */
function whyApart({ judgement }: Group, groups: ReadonlyMap<string, Group>): string | undefined {
  const uses = judgement.files.flatMap(({ sites }) => sites.flatMap(usesOf));
  const isClass = uses.some(({ decision }) =>
    helpedBy(decision).some(({ use: { replacement: one } }) => one.kind === "value" && one.value.makes !== undefined),
  );
  if (!isClass) return undefined;
  if (count(groups, judgement.package) > 1) return "it would take more than one copy of its class to serve its files";
  const isKept = judgement.usages.some(({ verdict }) => verdict.kind === "refuse");
  return isKept ? "a use of it stays, with a class of its own" : undefined;
}

function count(groups: ReadonlyMap<string, Group>, name: string): number {
  return [...groups.values()].filter(({ judgement }) => judgement.package === name).length;
}

/** True when a use of the site is served by a helper and none of its uses keeps the package. */
export function needsHelper(site: SiteDecision): boolean {
  const decisions = usesOf(site).map(({ decision }) => decision);
  const isRefused = site.refused !== undefined || decisions.some(({ kind }) => kind === "refuse");
  return !isRefused && decisions.some((decision) => helpedBy(decision).length > 0);
}

/** Each export by the first of its cases that serves every use of it here; the last one serves them all. */
function chooseCases(
  group: Group,
  table: ReadonlyMap<string, RecipeReplacement>,
): ReadonlyMap<string, RecipeReplacement> {
  const chosen = new Map(table);
  const helped = group.users.flatMap(({ site, name }) =>
    site.references.flatMap(({ decision }) =>
      helpedBy(decision).map((one) => ({ ...one, name: name ?? one.use.name })),
    ),
  );
  for (const [name, replacement] of table) {
    const uses = helped.filter((one) => one.whole || one.name === name);
    if (replacement.kind !== "cases" || uses.length === 0) continue;
    const isServing = (one: RecipeCase): boolean => uses.every(({ use }) => use.fits?.includes(one) ?? false);
    const found = replacement.cases.find(isServing);
    if (found !== undefined) chosen.set(name, { kind: "cases", cases: [found] });
  }
  return chosen;
}

function shapeOf(group: Group): Shape {
  const shape: Shape = { self: false, members: new Set(), named: new Set() };
  for (const { site, name: taken } of group.users) {
    if (taken !== undefined) {
      shape.named.add(taken);
      continue;
    }
    const table = site.era?.entries.get(group.entry);
    const helped = usesOf(site).flatMap(({ reference, decision }) =>
      helpedBy(decision).map((one) => ({ ...one, reference })),
    );
    for (const { reference, use, whole } of helped) {
      const { name } = use;
      if (site.era !== undefined && isByDefault(site.era, reference)) {
        shape.self = true;
        shape.members.add("default");
      }
      const byDefault = reference.root.kind === "export" && reference.root.name === "default";
      if (name === "default") shape.self = true;
      else if (byDefault || (reference.root.kind === "module" && site.era?.require === "default"))
        shape.members.add(name);
      else shape.named.add(name);
      if (whole) for (const other of table?.keys() ?? []) if (other !== "default") shape.members.add(other);
    }
  }
  return shape;
}

function extensionFor(project: Project, group: Group): string {
  if (group.mts) return ".mts";
  if (group.language === "ts") return group.users.every((user) => user.file.path.endsWith(".cts")) ? ".cts" : ".ts";
  const isModule = group.users.some((user) => typeAt(project, user.file.path) === "module");
  if (group.modules === "cjs") return isModule ? ".cjs" : ".js";
  return !isModule && group.users.some((user) => user.file.path.endsWith(".mjs")) ? ".mjs" : ".js";
}
