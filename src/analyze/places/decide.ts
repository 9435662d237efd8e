/** Where the helpers of a package go, or why one has no place: what a report says of it is what a plan does. */
import type { Project } from "../../project/project.ts";
import type { Scope } from "../usages/scope.ts";
import { type FileDecisions, helpedBy, usesOf } from "../verdicts/decision.ts";
import { type Group, groupHelpers, type Helped, type KindOf } from "./group.ts";
import { typeAt } from "./kind.ts";
import { isCopyable, type OwnNames, ownNames } from "./own.ts";
import { publishedOf } from "./published.ts";
import { hasPlace, placeHelper, type Placement } from "./place.ts";

/** A helper in a module of its own, or in the one file that uses it. */
export type PlacedHelper = { readonly group: Group } & (
  | { readonly kind: "module"; readonly path: string }
  | { readonly kind: "own"; readonly file: FileDecisions; readonly names: OwnNames }
);

export interface HelperPlaces {
  readonly placed: readonly PlacedHelper[];
  /** Why a helper has no place, by the workspace it is for; a package with one cannot go from there. */
  readonly unplaced: ReadonlyMap<string, string>;
}

/** What helpers of other packages take. */
export interface Taken {
  readonly paths: ReadonlySet<string>;
  /** Names that files get, by the files' paths. */
  readonly names: ReadonlyMap<string, ReadonlySet<string>>;
}

const nothing: Taken = { paths: new Set(), names: new Map() };

/** What is asked of what was read, besides the project. */
export interface Reading {
  readonly scope: Scope;
  readonly kindOf: KindOf;
}

/** Decides for each helper that the uses of a package need. */
export function placeHelpers(
  project: Project,
  helped: Helped,
  { scope, kindOf }: Reading,
  taken: Taken = nothing,
): HelperPlaces {
  const wanted = groupHelpers(project, helped, kindOf);
  const groups = wanted.flatMap((group) => apart(project, group));
  const placed: PlacedHelper[] = [];
  const unplaced = new Map<string, string>();
  for (const group of groups) {
    const paths = new Set([...taken.paths, ...placed.flatMap((one) => (one.kind === "module" ? [one.path] : []))]);
    const refused = whyNot(helped, groups, group);
    const place = refused ?? placeOf(project, group, scope, paths, (file) => namesIn(file, placed, taken));
    if (typeof place === "string") unplaced.set(group.workspace, place);
    else placed.push(place);
  }
  return { placed, unplaced };
}

/** The `unplaced` of `placeHelpers`; no file is read for a helper that is sure to find a place. */
export function findUnplaced(project: Project, helped: Helped, reading: Reading): HelperPlaces["unplaced"] {
  const groups = groupHelpers(project, helped, reading.kindOf);
  const isSure = groups.every(
    (group) => hasPlace(project, placementOf(project, group)) && whyNot(helped, groups, group) === undefined,
  );
  return isSure ? new Map() : placeHelpers(project, helped, reading).unplaced;
}

/** The helper of files that are packed, and that of those that are not, where one module cannot serve both. */
function apart(project: Project, group: Group): readonly Group[] {
  const placement = placementOf(project, group);
  if (hasPlace(project, placement) || placeHelper(project, placement, new Set()) !== undefined) return [group];
  const { may } = publishedOf(project.manifests.find(({ directory }) => directory === group.workspace));
  const packed = group.users.filter(({ file }) => may(file.path));
  const others = group.users.filter(({ file }) => !may(file.path));
  if (packed.length === 0 || others.length === 0 || !isCopyable(group)) return [group];
  return [packed, others].map((users) => ({ ...group, users }));
}

/** Where a helper goes: into a module, or where that would not be packed into its one user; or why into neither. */
function placeOf(
  project: Project,
  group: Group,
  scope: Scope,
  paths: ReadonlySet<string>,
  namesOf: (file: string) => ReadonlySet<string>,
): PlacedHelper | string {
  const path = placeHelper(project, placementOf(project, group), paths);
  if (path !== undefined) return { group, kind: "module", path };
  const kinds = new Set(group.users.map(({ file }) => typeAt(project, file.path)));
  if (kinds.size > 1) return "its helper would serve files of both module kinds";
  const file = group.users[0]?.file;
  const names = file === undefined ? "it has no user" : ownNames(scope, group, namesOf(file.path));
  if (file !== undefined && typeof names !== "string") return { group, kind: "own", file, names };
  const { may } = publishedOf(project.manifests.find(({ directory }) => directory === group.workspace));
  const others = new Set(group.users.map((user) => user.file.path));
  const packed = [...others].filter(may).length;
  const listed = `its helper would not be published: "files" in package.json lists no directory of sources for it`;
  if (others.size > 1) {
    const who = packed === 1 ? "a file that it lists needs" : `${packed} files that it lists need`;
    return `${listed}, and ${who} it${packed < others.size ? `, beside ${others.size - packed} that it does not` : ""}`;
  }
  return `${listed}, and ${file?.path ?? "its file"} cannot hold it: ${String(names)}`;
}

function namesIn(file: string, placed: readonly PlacedHelper[], { names }: Taken): ReadonlySet<string> {
  const own = placed.flatMap((one) => (one.kind === "own" && one.file.path === file ? one.names.all : []));
  return new Set([...(names.get(file) ?? []), ...own]);
}

function placementOf(project: Project, group: Group): Placement {
  const { entry, workspace } = group;
  const files = group.users.map((user) => user.file.path);
  return { package: group.package, entry, workspace, files, extension: extensionFor(project, group) };
}

function whyNot(helped: Helped, groups: readonly Group[], group: Group): string | undefined {
  return whyApart(helped, groups) ?? whyOne(groups, group);
}

/** Why a class of a helper would not be the only one of its name: instances are known by their class. */
function whyApart({ files, usages }: Helped, groups: readonly Group[]): string | undefined {
  const uses = files.flatMap(({ sites }) => sites.flatMap(usesOf));
  const isClass = uses.some(({ decision }) =>
    helpedBy(decision).some(({ use: { replacement: one } }) => one.kind === "value" && one.value.makes !== undefined),
  );
  if (!isClass) return undefined;
  if (groups.length > 1) return "it would take more than one copy of its class to serve its files";
  const isKept = usages.some(({ verdict }) => verdict.kind === "refuse");
  return isKept ? "a use of it stays, with a class of its own" : undefined;
}

/** Why a package's own code may not stand in the project twice. */
function whyOne(groups: readonly Group[], group: Group): string | undefined {
  const table = group.users[0]?.site.era?.entries.get(group.entry)?.values() ?? [];
  const states = [...table].flatMap((one) => (one.kind === "vendored" ? (one.code.state ?? []) : []));
  if (states.length === 0 || groups.length === 1) return undefined;
  return `${states[0]}, and it would take more than one copy to serve its files`;
}

function extensionFor(project: Project, group: Group): string {
  if (group.mts) return ".mts";
  if (group.language === "ts") return group.users.every((user) => user.file.path.endsWith(".cts")) ? ".cts" : ".ts";
  const isModule = group.users.some((user) => typeAt(project, user.file.path) === "module");
  if (group.modules === "cjs") return isModule ? ".cjs" : ".js";
  return !isModule && group.users.some((user) => user.file.path.endsWith(".mjs")) ? ".mjs" : ".js";
}
