/**
 * The packages a team agreed on, by name: shrinkdeps.baseline.json. A package is a line, sorted, and versions are left
 * out, so that its diff is exactly what came and what went. A number can stay the same while one package slips in for
 * another; this list cannot.
 */
import { ShrinkdepsError } from "../errors.ts";
import { lineAndColumn, locateJson, parseJson } from "../project/json.ts";
import type { PackageGraph } from "../project/graph.ts";
import { isRecord } from "../project/manifest.ts";
import type { Disk } from "../project/project.ts";
import { identityOf } from "../project/identity.ts";

export const baselinePath = "shrinkdeps.baseline.json";

/** How a package came to be agreed on; nothing for one that was there at the beginning. */
export interface Agreement {
  /** The day it was accepted, "2026-11-25". */
  readonly accepted?: string;
  readonly reason?: string;
  /** The accepted package that brought it. */
  readonly with?: string;
}

export interface Baseline {
  readonly path: string;
  readonly text: string;
  readonly packages: ReadonlyMap<string, Agreement>;
}

const fields = ["accepted", "reason", "with"] as const;

/** Reads the baseline; undefined when there is none. Throws a ShrinkdepsError with the line of what is malformed. */
export function readBaseline(disk: Disk): Baseline | undefined {
  if (!disk.exists(baselinePath)) return undefined;
  const file = disk.read(baselinePath);
  if ("unreadable" in file) throw malformed(`it cannot be read: ${file.unreadable}`);
  const { text } = file;
  const conflict = /^<{7} /m.exec(text);
  if (conflict !== null) {
    throw malformed(
      "it has merge conflict markers",
      lineAndColumn(text, conflict.index).line,
      "keep the lines of both sides",
    );
  }
  const reading = parseJson(text);
  if ("error" in reading) throw malformed(`it is not valid JSON: ${reading.error.message}`, reading.error.line);
  const { value } = reading;
  const lineOf = (...keys: string[]) => locateJson(text, keys)?.line;
  if (!isRecord(value) || !isRecord(value.packages)) throw malformed('it has no object "packages"', lineOf());
  if (value.schema !== 1) throw malformed('its "schema" must be 1', lineOf("schema"));
  const odd = Object.keys(value).find((key) => key !== "schema" && key !== "packages");
  if (odd !== undefined) throw malformed(`${JSON.stringify(odd)} is nothing it has`, lineOf(odd));
  const packages = new Map<string, Agreement>();
  for (const [identity, agreement] of Object.entries(value.packages)) {
    const isAgreement =
      isRecord(agreement) &&
      Object.entries(agreement).every(
        ([key, part]) => fields.some((field) => field === key) && typeof part === "string",
      );
    if (!isAgreement) {
      const message = `what is said of ${JSON.stringify(identity)} must be {}, or hold ${fields.join(", ")} as text`;
      throw malformed(message, lineOf("packages", identity));
    }
    packages.set(identity, agreement);
  }
  return { path: baselinePath, text, packages };
}

/** The packages it names that the tree has no more, sorted. */
export function goneFrom({ packages }: Baseline, { nodes }: PackageGraph): string[] {
  const there = new Set([...nodes.values()].filter(({ importer }) => !importer).map(identityOf));
  return [...packages.keys()].filter((identity) => !there.has(identity)).sort();
}

/** The text of a baseline, a line for each package. */
export function writeBaseline(packages: ReadonlyMap<string, Agreement>, before: string | undefined): string {
  const lines = [...packages]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([identity, agreement]) => `    ${JSON.stringify(identity)}: ${inline(agreement)}`);
  const list = lines.length === 0 ? "{}" : `{\n${lines.join(",\n")}\n  }`;
  const text = `{\n  "schema": 1,\n  "packages": ${list}\n}\n`;
  return before?.includes("\r\n") === true ? text.replaceAll("\n", "\r\n") : text;
}

function inline(agreement: Agreement): string {
  const parts = fields.flatMap((field) => {
    const value = agreement[field];
    return value === undefined ? [] : [`${JSON.stringify(field)}: ${JSON.stringify(value)}`];
  });
  return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
}

function malformed(message: string, line?: number, hint?: string): ShrinkdepsError {
  const place = { path: baselinePath, ...(line !== undefined && { line }), ...(hint !== undefined && { hint }) };
  return new ShrinkdepsError("settings", message, place);
}
