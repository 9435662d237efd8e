/** An analysis as an earlier run wrote it, read back from its JSON. */
import { ShrinkdepsError } from "../errors.ts";
import { parseJson } from "../project/json.ts";
import type { Disk } from "../project/project.ts";
import { isRecord } from "./installed/manifest.ts";
import type { Analysis, DependencyReport } from "./analysis.ts";

/** What is asked of an analysis that was saved; one just made has it, too. Nothing known is null in JSON. */
export interface SavedAnalysis {
  readonly name: string;
  readonly dependencies: readonly SavedDependency[];
  readonly totals: { readonly packages?: number | null | undefined };
  /** As the audit wrote it; reports of earlier versions have none. */
  readonly supplyChain?: unknown;
}

export interface SavedDependency extends Pick<DependencyReport, "name" | "workspace" | "kind" | "verdict" | "removal"> {
  readonly footprint: { readonly known: true; readonly packages: readonly string[] } | { readonly known: false };
  readonly lines?: number | null | undefined;
}

/**
 * Reads what `analyze --json` wrote. Throws a ShrinkdepsError ("usage") with the path for what cannot be read, is no JSON,
 * or is no analysis of schema 1.
 */
export function readSavedAnalysis(disk: Disk, path: string): SavedAnalysis {
  const file = disk.read(path);
  if ("unreadable" in file) throw new ShrinkdepsError("usage", `it cannot be read: ${file.unreadable}`, { path });
  const reading = parseJson(file.text);
  if ("error" in reading) {
    const { message, line } = reading.error;
    throw new ShrinkdepsError("usage", `it is not valid JSON: ${message}`, { path, line });
  }
  if (isAnalysis(reading.value)) return reading.value;
  const hint = "shrinkdeps analyze --json writes one";
  throw new ShrinkdepsError("usage", "it is no analysis that this version of shrinkdeps can read", { path, hint });
}

function isAnalysis(value: unknown): value is SavedAnalysis {
  if (!isRecord(value) || value["schema"] !== (1 satisfies Analysis["schema"])) return false;
  const { name, dependencies, totals } = value;
  if (typeof name !== "string" || !Array.isArray(dependencies) || !isRecord(totals)) return false;
  return isCount(totals["packages"]) && dependencies.every(isDependency);
}

function isDependency(value: unknown): value is SavedDependency {
  if (!isRecord(value) || !isRecord(value["footprint"])) return false;
  const { footprint, lines } = value;
  const texts = ["name", "workspace", "kind", "verdict", "removal"].map((key) => value[key]);
  const isSized = footprint["known"] === false || (footprint["known"] === true && Array.isArray(footprint["packages"]));
  return isSized && isCount(lines) && texts.every((text) => typeof text === "string");
}

function isCount(value: unknown): boolean {
  return value === undefined || value === null || typeof value === "number";
}
