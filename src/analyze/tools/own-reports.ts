/** Reports of this program that somebody keeps in the project: they list packages, and nothing in them needs one. */
import { parseJson } from "../../project/json.ts";
import { isRecord } from "../installed/manifest.ts";

/** What each kind of report has at its top, whichever version wrote it. */
const shapes: readonly (readonly string[])[] = [
  ["dependencies", "duplicates", "graph", "name", "problems", "totals", "undeclared", "workspaces"],
  ["checks", "name", "unknowable"],
  ["baseline", "configured", "difference", "exceptions", "findings", "measurements", "over"],
  ["repositories", "packages"],
  ["added", "changed", "gone", "name", "packages"],
];

/** True for a JSON that `analyze`, `audit`, `budget` or `fleet` wrote. */
export function isOwnReport(path: string, text: string): boolean {
  if (!path.endsWith(".json") || !/^\s*\{/.test(text) || !/"(?:schema|runs)":/.test(text)) return false;
  const reading = parseJson(text);
  if ("error" in reading || !isRecord(reading.value)) return false;
  const { value } = reading;
  if (value["schema"] === 1) return shapes.some((keys) => keys.every((key) => key in value)) && isClosed(value);
  const { runs } = value;
  return Array.isArray(runs) && runs.length > 0 && runs.every(isOwnRun);
}

/** Of the one shape that says little, each package has what a fleet counts. */
function isClosed({ repositories, packages }: Readonly<Record<string, unknown>>): boolean {
  if (repositories === undefined) return true;
  return Array.isArray(packages) && packages.every((one) => isRecord(one) && "removable" in one && "automatic" in one);
}

function isOwnRun(run: unknown): boolean {
  const tool = isRecord(run) ? run["tool"] : undefined;
  const driver = isRecord(tool) ? tool["driver"] : undefined;
  return isRecord(driver) && driver["name"] === "shrinkdeps";
}
