/** The deny list and the allow list: packages by name, each with its reason and the day it ends. */
import { locateJson } from "../project/json.ts";
import { isRecord } from "../project/manifest.ts";
import { mistake, type SettingsText } from "./mistake.ts";
import type { Place } from "../project/place.ts";

export interface Rule {
  /** "left-pad", "left-pad@1.3.0" or "@scope/*". */
  readonly pattern: string;
  readonly reason: string;
  /** The last day it is in force, "2026-12-31"; undefined for one that stays. */
  readonly expires: string | undefined;
  readonly place: Place;
}

const known: readonly string[] = ["package", "reason", "expires"];
const patternForm = /^(?:@[^/@\s*]+\/(?:\*|[^/@\s*]+(?:@[^@\s*^~<>|]+)?)|[^/@\s*]+(?:@[^@\s*^~<>|]+)?)$/;

/** Reads one list. Throws a ShrinkdepsError with the line of what is malformed. */
export function readRules(
  value: unknown,
  path: readonly string[],
  { expires }: { readonly expires: "required" | "optional" },
  source: SettingsText,
): Rule[] {
  if (value === undefined) return [];
  const name = JSON.stringify(path.at(-1));
  if (!Array.isArray(value)) throw mistake(source, path, `${name} must be a list of packages, each with its reason`);
  return value.map((item: unknown, index) => {
    const at = [...path, index];
    if (!isRecord(item)) throw mistake(source, at, `an entry of ${name} must be an object with "package" and "reason"`);
    const odd = Object.keys(item).find((key) => !known.includes(key));
    if (odd !== undefined) {
      throw mistake(
        source,
        [...at, odd],
        `${JSON.stringify(odd)} is nothing an entry of ${name} has`,
        `known are: ${known.join(", ")}`,
      );
    }
    const pattern = item.package;
    if (typeof pattern !== "string" || !patternForm.test(pattern)) {
      throw mistake(source, at, `"package" must name a package, as "left-pad", "left-pad@1.3.0" or "@scope/*"`);
    }
    if (typeof item.reason !== "string" || item.reason.trim() === "") {
      throw mistake(source, at, `the entry for ${pattern} in ${name} must say its "reason"`);
    }
    const isMissing = item.expires === undefined && expires === "required";
    if (isMissing || (item.expires !== undefined && !isDay(item.expires))) {
      throw mistake(source, at, `"expires" of ${pattern} in ${name} must be a day, as "2026-12-31"`);
    }
    const found = locateJson(source.text, at);
    return {
      pattern,
      reason: item.reason.trim(),
      expires: typeof item.expires === "string" ? item.expires : undefined,
      place: { path: source.path, line: found?.line ?? 1, column: found?.column ?? 1 },
    };
  });
}

function isDay(value: unknown): value is string {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/** Whether a rule is in force on a day ("2026-11-25"); its last day is one. */
export function isInForce({ expires }: Rule, today: string): boolean {
  return expires === undefined || today <= expires;
}

/** Whether a rule is about a package. */
export function matchesRule(
  { pattern }: Rule,
  { name, version }: { readonly name: string; readonly version: string | undefined },
): boolean {
  if (pattern.endsWith("/*")) return name.startsWith(pattern.slice(0, -1));
  return pattern === name || pattern === `${name}@${version ?? ""}`;
}
