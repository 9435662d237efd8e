/** The limits a project sets itself. */
import { ShrinkdepsError } from "../errors.ts";
import { locateJson } from "../project/json.ts";
import type { Settings } from "../project/project.ts";
import type { ProjectTree } from "../project/tree.ts";
import { readSettings, settingsPath } from "../project/settings.ts";
import type { LimitName, Place } from "./result.ts";

export const limitNames: readonly LimitName[] = ["packages", "production", "direct", "installScripts", "megabytes"];

export interface Limits {
  readonly settings: Settings;
  /** Text of the settings file; "{}" and a line end when there is none yet. */
  readonly text: string;
  readonly values: ReadonlyMap<LimitName, number>;
}

/** Reads and checks the limits. Throws a ShrinkdepsError with the line of one that is unknown or no number. */
export function readLimits(project: ProjectTree): Limits {
  const settings = readSettings(project);
  const file = project.disk.read(settings.path);
  const text = "text" in file ? file.text : "{}\n";
  const values = new Map<LimitName, number>();
  for (const [name, value] of Object.entries(settings.budget ?? {})) {
    const line = locateJson(text, [...settingsPath(settings), "budget", name])?.line;
    const place = { path: settings.path, ...(line !== undefined && { line }) };
    const limit = limitNames.find((known) => known === name);
    if (limit === undefined) {
      const hint = `known are: ${limitNames.join(", ")}`;
      throw new ShrinkdepsError("settings", `${JSON.stringify(name)} is no limit of the budget`, { ...place, hint });
    }
    const isAmount = typeof value === "number" && value >= 0 && (limit === "megabytes" || Number.isInteger(value));
    if (!isAmount) {
      const unit = limit === "megabytes" ? "a number of megabytes" : "a whole number";
      throw new ShrinkdepsError("settings", `the limit "${limit}" must be ${unit}, 0 or more`, place);
    }
    values.set(limit, value);
  }
  return { settings, text, values };
}

/** Where a limit is written; undefined when it is not. */
export function placeOfLimit({ settings, text }: Limits, limit: LimitName): Place | undefined {
  const found = locateJson(text, [...settingsPath(settings), "budget", limit]);
  return found === undefined ? undefined : { path: settings.path, line: found.line, column: found.column };
}
