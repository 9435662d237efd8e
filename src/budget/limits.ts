/** The limits a project sets itself, as a whole and for each workspace. */
import { locateJson } from "../project/json.ts";
import { isRecord } from "../project/manifest.ts";
import type { Settings } from "../project/project.ts";
import { readSettings, settingsPath } from "../project/settings.ts";
import type { ProjectTree } from "../project/tree.ts";
import { mistake, type SettingsText } from "./mistake.ts";
import type { Place } from "../project/place.ts";
import type { LimitName } from "./result.ts";
import { readRules, type Rule } from "./rules.ts";

export const limitNames: readonly LimitName[] = [
  "packages",
  "production",
  "direct",
  "newPackages",
  "installScripts",
  "megabytes",
  "duplicates",
  "publishers",
];

const lists: readonly string[] = ["workspaces", "deny", "allow"];

export interface Limits {
  readonly settings: Settings;
  /** Text of the settings file. */
  readonly text: string;
  /** Those of the project first, then those of each workspace that has any. */
  readonly scopes: readonly ScopeLimits[];
  readonly deny: readonly Rule[];
  readonly allow: readonly Rule[];
}

export interface ScopeLimits {
  /** Directory of a workspace; undefined for the project as a whole. */
  readonly workspace: string | undefined;
  /** The keys that lead to the limits in the settings file. */
  readonly path: readonly string[];
  readonly values: ReadonlyMap<LimitName, number>;
}

/** Reads and checks the limits. Throws a ShrinkdepsError with the line of what is unknown or malformed. */
export function readLimits(project: Pick<ProjectTree, "manifests" | "disk">): Limits {
  const settings = readSettings(project);
  const file = project.disk.read(settings.path);
  const text = "text" in file ? file.text : "{}\n";
  const budget = settings.budget ?? {};
  const path = [...settingsPath(settings), "budget"];
  const source: SettingsText = { path: settings.path, text };
  const whole = { workspace: undefined, path, values: readValues(budget, path, lists, source) };
  return {
    settings,
    text,
    scopes: [whole, ...readWorkspaces(budget.workspaces, [...path, "workspaces"], project, source)],
    deny: readRules(budget.deny, [...path, "deny"], { expires: "optional" }, source),
    allow: readRules(budget.allow, [...path, "allow"], { expires: "required" }, source),
  };
}

/** Where a limit is written; undefined when it is not. */
export function placeOfLimit({ settings, text }: Limits, scope: ScopeLimits, limit: LimitName): Place | undefined {
  if (!scope.values.has(limit)) return undefined;
  const found = locateJson(text, [...scope.path, limit]);
  return found === undefined ? undefined : { path: settings.path, line: found.line, column: found.column };
}

function readValues(
  budget: Readonly<Record<string, unknown>>,
  path: readonly string[],
  besides: readonly string[],
  source: SettingsText,
): ReadonlyMap<LimitName, number> {
  const values = new Map<LimitName, number>();
  for (const [name, value] of Object.entries(budget)) {
    if (besides.includes(name)) continue;
    const limit = limitNames.find((known) => known === name);
    if (limit === undefined) {
      const hint = `known are: ${[...limitNames, ...besides].join(", ")}`;
      throw mistake(source, [...path, name], `${JSON.stringify(name)} is no limit of the budget`, hint);
    }
    const isAmount = typeof value === "number" && value >= 0 && (limit === "megabytes" || Number.isInteger(value));
    if (!isAmount) {
      const unit = limit === "megabytes" ? "a number of megabytes" : "a whole number";
      throw mistake(source, [...path, name], `the limit "${limit}" must be ${unit}, 0 or more`);
    }
    values.set(limit, value);
  }
  return values;
}

/** Workspaces are named by their directory or by their package's name; "." is the root's own. */
function readWorkspaces(
  value: unknown,
  path: readonly string[],
  { manifests }: Pick<ProjectTree, "manifests">,
  source: SettingsText,
): ScopeLimits[] {
  if (value === undefined) return [];
  if (!isRecord(value)) throw mistake(source, path, '"workspaces" must be an object of limits by workspace');
  const known = new Map<string, string>();
  return Object.entries(value).map(([key, limits]) => {
    const directory = key === "." ? "" : key.replace(/^\.\//, "").replace(/\/+$/, "");
    const manifest = manifests.find((one) => one.directory === directory) ?? manifests.find(({ name }) => name === key);
    if (manifest === undefined) {
      const hint = `there are: ${manifests.map((one) => one.directory || ".").join(", ")}`;
      throw mistake(source, [...path, key], `${JSON.stringify(key)} is no workspace of the project`, hint);
    }
    const other = known.get(manifest.directory);
    if (other !== undefined)
      throw mistake(source, [...path, key], `it is the workspace of ${JSON.stringify(other)}, too`);
    known.set(manifest.directory, key);
    if (!isRecord(limits)) throw mistake(source, [...path, key], "the limits of a workspace must be an object");
    const values = readValues(limits, [...path, key], [], source);
    return { workspace: manifest.directory, path: [...path, key], values };
  });
}
