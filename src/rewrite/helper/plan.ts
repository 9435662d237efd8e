/** The helper modules that the going packages need, and how each place that loads one names it. */
import { placeHelpers } from "../../analyze/places/decide.ts";
import { type Group, replacementsOf } from "../../analyze/places/group.ts";
import { identifierFor, relativeSpecifier } from "../../analyze/places/place.ts";
import { governingConfig, readConfigOptions } from "../../analyze/facts/configs.ts";
import type { PackageJudgement } from "../../analyze/judge.ts";
import type { Scope } from "../../analyze/usages/scope.ts";
import type { Site } from "../../analyze/usages/site.ts";
import { helpedBy, usesOf } from "../../analyze/verdicts/decision.ts";
import { isByDefault } from "../../analyze/verdicts/exports.ts";
import type { Project, SourceFile } from "../../project/project.ts";
import { ts } from "../../typescript.ts";
import type { NewFile } from "../plan.ts";
import { type FileStyle, type ProjectStyle, readStyle } from "../style.ts";
import { isTypeChecked } from "./checked.ts";
import { endingFor } from "./ending.ts";
import { vendoredIn, writeVendored } from "../vendor/write.ts";
import type { Shape } from "./exports.ts";
import { type HelperLanguage, writeHelper } from "./module.ts";
import { type OwnHelper, ownHelper } from "./own.ts";

export interface HelperPlan {
  readonly files: readonly NewFile[];
  /** Where each site finds its helper. */
  readonly places: ReadonlyMap<Site, HelperPlace>;
  /** The helpers that stand in the files that use them, by those files' paths. */
  readonly own: ReadonlyMap<string, readonly OwnHelper[]>;
  /** Packages whose helper has no place to go, with the reason. */
  readonly unplaced: ReadonlyMap<string, string>;
}

/** By which specifier a site reaches its helper, and the name of what it takes, where that is not what it took. */
export interface HelperPlace {
  readonly specifier: string;
  readonly name: string | undefined;
}

export function planHelpers(
  project: Project,
  judgements: readonly PackageJudgement[],
  habits: ProjectStyle,
  { scope, sources }: { readonly scope: Scope; readonly sources: ReadonlyMap<string, SourceFile> },
): HelperPlan {
  const files: NewFile[] = [];
  const places = new Map<Site, HelperPlace>();
  const own = new Map<string, OwnHelper[]>();
  const unplaced = new Map<string, string>();
  const reading = { scope, kindOf: (path: string) => sources.get(path) };
  const styleOf = ({ path, source }: Group["users"][number]["file"]): FileStyle =>
    readStyle(source, sources.get(path)?.moduleKind ?? "unknown", habits);
  const languageOf = ({ language, users }: Group): HelperLanguage => {
    const isChecked = users.some(({ file }) => isTypeChecked(project, file.path, file.source));
    return language === "js" && isChecked ? "jsdoc" : language;
  };
  for (const judgement of judgements) {
    const taken = { paths: new Set(files.map(({ path }) => path)), names: namesOf(own) };
    const decided = placeHelpers(project, judgement, reading, taken);
    for (const reason of decided.unplaced.values()) unplaced.set(judgement.package, reason);
    for (const helper of decided.placed) {
      if (helper.kind === "own") {
        own.set(helper.file.path, [...(own.get(helper.file.path) ?? []), ownHelper(helper, languageOf(helper.group))]);
        continue;
      }
      const { group, path } = helper;
      const [first] = group.users;
      if (first === undefined) continue;
      const shape = shapeOf(group);
      const replacements = replacementsOf(group);
      const style: FileStyle = { ...styleOf(first.file), modules: group.modules };
      const isStrict = group.users.every(({ file }) => beginsStrictly(file.source));
      const base = identifierFor(group.package, group.entry);
      const code = vendoredIn(replacements);
      const text =
        code === undefined
          ? writeHelper(
              {
                replacements,
                shape,
                language: languageOf(group),
                style,
                isStrict,
                isDeclared: isDeclared(project, group),
              },
              base,
            )
          : writeVendored(project, code, shape, style.eol);
      files.push({ path, text, packages: [group.package] });
      for (const { file, site, name } of group.users) {
        const isLater = site.site.form === "dynamic-import" && group.language === "js";
        const ending = isLater
          ? /\.[cm]?js$/.exec(path)?.[0]
          : endingFor(project, file, styleOf(file), path, group.language);
        places.set(site.site, { specifier: relativeSpecifier(file.path, path, ending), name });
      }
    }
  }
  return { files, places, own, unplaced };
}

/** True for a file whose first statement says that it is strict. */
function beginsStrictly({ statements: [first] }: Group["users"][number]["file"]["source"]): boolean {
  return (
    first !== undefined &&
    ts.isExpressionStatement(first) &&
    ts.isStringLiteral(first.expression) &&
    first.expression.text === "use strict"
  );
}

/** True where declaration files are made of a file that uses the helper. */
function isDeclared(project: Project, { users }: Group): boolean {
  return users.some(({ file }) => {
    const config = governingConfig(project, file.path);
    const options = config === undefined ? undefined : readConfigOptions(project.root, project.disk, config);
    return options?.declaration === true || options?.composite === true;
  });
}

function namesOf(own: ReadonlyMap<string, readonly OwnHelper[]>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map([...own].map(([path, helpers]) => [path, new Set(helpers.flatMap(({ names }) => names))]));
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
