/** Where the helpers of a package go, or why one has no place: what a report says of it is what a plan does. */
import type { Project } from "../../project/project.ts";
import { helpedBy, usesOf } from "../verdicts/decision.ts";
import { type Group, groupHelpers, type Helped, type KindOf } from "./group.ts";
import { typeAt } from "./kind.ts";
import { hasPlace, placeHelper, type Placement } from "./place.ts";

export interface PlacedHelper {
  readonly group: Group;
  readonly path: string;
}

export interface HelperPlaces {
  readonly placed: readonly PlacedHelper[];
  /** Why a helper has no place, by the workspace it is for; a package with one cannot go from there. */
  readonly unplaced: ReadonlyMap<string, string>;
}

/** Decides for each helper that the uses of a package need. No path of those `taken` is given away. */
export function placeHelpers(
  project: Project,
  helped: Helped,
  kindOf: KindOf,
  taken: ReadonlySet<string> = new Set(),
): HelperPlaces {
  const groups = groupHelpers(project, helped, kindOf);
  const placed: PlacedHelper[] = [];
  const unplaced = new Map<string, string>();
  for (const group of groups) {
    const paths = new Set([...taken, ...placed.map((one) => one.path)]);
    const path = placeHelper(project, placementOf(project, group), paths);
    const reason = whyNot(helped, groups, group) ?? (path === undefined ? whyNowhere(project, group) : undefined);
    if (path === undefined || reason !== undefined) unplaced.set(group.workspace, reason ?? notPublished);
    else placed.push({ group, path });
  }
  return { placed, unplaced };
}

/** The `unplaced` of `placeHelpers`; no file is read for a helper that is sure to find a place. */
export function findUnplaced(project: Project, helped: Helped, kindOf: KindOf): HelperPlaces["unplaced"] {
  const groups = groupHelpers(project, helped, kindOf);
  const isSure = groups.every(
    (group) => hasPlace(project, placementOf(project, group)) && whyNot(helped, groups, group) === undefined,
  );
  return isSure ? new Map() : placeHelpers(project, helped, kindOf).unplaced;
}

function placementOf(project: Project, group: Group): Placement {
  const { entry, workspace } = group;
  const files = group.users.map((user) => user.file.path);
  return { package: group.package, entry, workspace, files, extension: extensionFor(project, group) };
}

const notPublished = 'its helper would not be published: "files" in package.json lists no directory of sources for it';

function whyNowhere(project: Project, group: Group): string {
  const { extension, files } = placementOf(project, group);
  const kinds = new Set(files.map((file) => typeAt(project, file)));
  return extension === ".js" && kinds.size > 1 ? "its helper would serve files of both module kinds" : notPublished;
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
