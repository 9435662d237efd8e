/** Which helpers the uses of a package need: one for each workspace, language and module system, and who takes it. */
import type { RecipeCase, RecipeReplacement } from "../../catalog/catalog.ts";
import type { Project, SourceFile } from "../../project/project.ts";
import { type FileDecisions, helpedBy, type SiteDecision, usesOf } from "../verdicts/decision.ts";
import type { JudgedUsage } from "../usage.ts";
import { modulesOf, typeAt } from "./kind.ts";
import { exportOfEntry } from "./shared.ts";

/** What of a package's judgement its helpers are planned from. */
export interface Helped {
  readonly package: string;
  readonly files: readonly FileDecisions[];
  readonly usages: readonly JudgedUsage[];
}

export interface User {
  readonly file: FileDecisions;
  readonly site: SiteDecision;
  /** The export that it takes in place of the only one of its entry point. */
  readonly name: string | undefined;
}

export interface Group {
  readonly package: string;
  readonly entry: string;
  readonly workspace: string;
  readonly language: "js" | "ts";
  /** TypeScript that Node runs as an ES module in a package that is none: its helper has to say so by its name. */
  readonly mts: boolean;
  /** How it is loaded; TypeScript compiles its ES modules to what is asked for. */
  readonly modules: "esm" | "cjs";
  readonly users: readonly User[];
}

/** What the file at a path was read as. */
export type KindOf = (path: string) => Pick<SourceFile, "language" | "moduleKind"> | undefined;

/** The helpers that the uses of a package need. */
export function groupHelpers(project: Project, helped: Helped, kindOf: KindOf): readonly Group[] {
  const groups = new Map<string, Group & { readonly users: User[] }>();
  for (const file of helped.files)
    for (const site of file.sites) {
      if (!needsHelper(site)) continue;
      const kind = kindOf(file.path);
      const language = kind?.language === "ts" || kind?.language === "tsx" ? "ts" : "js";
      const mts = file.path.endsWith(".mts") && typeAt(project, file.path) === "commonjs";
      const isRequired = site.site.form === "require";
      const modules = language === "ts" ? "esm" : isRequired ? "cjs" : modulesOf(file.source, kind?.moduleKind);
      const name = exportOfEntry(site);
      const entry = name === undefined ? site.site.entry : ".";
      const key = JSON.stringify([entry, file.workspace, language, mts, modules]);
      const common = { package: helped.package, workspace: file.workspace };
      const group = groups.get(key) ?? { ...common, entry, language, mts, modules, users: [] };
      groups.set(key, group);
      group.users.push({ file, site, name });
    }
  return [...groups.values()];
}

/** True when a use of the site is served by a helper and none of its uses keeps the package. */
function needsHelper(site: SiteDecision): boolean {
  const decisions = usesOf(site).map(({ decision }) => decision);
  const isRefused = site.refused !== undefined || decisions.some(({ kind }) => kind === "refuse");
  return !isRefused && decisions.some((decision) => helpedBy(decision).length > 0);
}

/** The replacements of a group's exports, each by the first of its cases that serves every use of it here; the last one serves them all. */
export function replacementsOf(group: Group): ReadonlyMap<string, RecipeReplacement> {
  const table = group.users[0]?.site.era?.entries.get(group.entry) ?? new Map<string, RecipeReplacement>();
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
