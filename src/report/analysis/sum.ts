import type { Analysis, Footprint, Totals } from "../../analyze/analysis.ts";
import { countOf, formatBytes } from "../text/quantity.ts";

/** "231 packages, 24 MB, 3 install scripts"; what is not known is said to be unknown. */
export function describeFootprint(footprint: Footprint): string {
  if (!footprint.known) return "an unknown number of packages";
  const { packages, bytes, installScripts } = footprint;
  if (packages.length === 0) return "no packages: others need them, too";
  const size = bytes === undefined ? "size unknown" : formatBytes(bytes);
  const scripts =
    installScripts === "unknown" ? "install scripts unknown" : countOf(installScripts.length, "install script");
  return `${countOf(packages.length, "package")}, ${size}, ${scripts}`;
}

/** The sum of an analysis as one sentence without colours, the first line of each report. */
export function describeSum({ totals, dependencies }: Analysis): string {
  const direct = countOf(totals.direct, "direct dependency", "direct dependencies");
  if (totals.direct === 0) return "The project has no direct dependencies.";
  if (totals.removable === 0) return `None of ${direct} can go.`;
  const allowed = dependencies.filter((dependency) => dependency.removal === "allowed").length;
  const lines = totals.automatic === 0 ? "" : `, ${countOf(totals.lines, "line")}`;
  const more = allowed === 0 ? "" : `; ${allowed} more if you allow their deviations`;
  return `${totals.removable} of ${direct} can go: ${describeFootprint(totals.freed)}; ${howMany(totals)} automatically${lines}${more}`;
}

function howMany({ automatic, removable }: Totals): string {
  if (automatic === 0) return "none of them";
  return automatic === removable ? "all of them" : `${automatic} of them`;
}
