import type { Difference, Finding, NamedPackage } from "../../budget/result.ts";
import type { TextOptions } from "../options.ts";
import { printable } from "../text/cells.ts";
import type { Paint } from "../text/paint.ts";
import { countOf } from "../text/quantity.ts";
import { indentText } from "../text/section.ts";
import { describeCost, formatChain, formatPackage } from "./words.ts";

const shown = 30;

/** The new packages that are findings, each with its cost and the chain that brings it. */
export function listNew(findings: readonly Finding[], options: TextOptions, paint: Paint): string[] {
  const added = findings.flatMap((finding) => (finding.kind === "new" ? [finding.package] : []));
  return listPackages("New, and not agreed on", added, options, paint);
}

/** What the change adds and removes. */
export function listDifference(difference: Difference | undefined, options: TextOptions, paint: Paint): string[] {
  if (difference === undefined) return [];
  const { ref, commit, added, removed, gainedScripts } = difference;
  const name = commit.startsWith(ref) ? ref.slice(0, 12) : `${ref} (${commit.slice(0, 12)})`;
  const what = added.length + removed.length === 0 ? "adds and removes no package" : describeCounts(difference);
  return [
    printable(`Since ${name} this change ${what}`),
    ...listPackages("Added", added, options, paint),
    ...listPackages("Runs an install script now", gainedScripts, options, paint),
    ...(removed.length === 0 ? [] : [paint("bold", "Removed")]),
    ...removed.slice(0, shown).map((one) => `  ${printable(formatPackage(one))}`),
    ...andMore(removed.length),
  ];
}

function describeCounts({ added, removed }: Difference): string {
  return `adds ${countOf(added.length, "package")} and removes ${countOf(removed.length, "package")}`;
}

function listPackages(title: string, packages: readonly NamedPackage[], options: TextOptions, paint: Paint): string[] {
  if (packages.length === 0) return [];
  return [
    paint("bold", title),
    ...packages.slice(0, shown).flatMap((named) => {
      const way = named.chain === undefined || named.chain.packages.length < 2 ? "" : `; ${formatChain(named.chain)}`;
      return indentText(printable(`${formatPackage(named)}: ${describeCost(named)}${way}`), 2, options.columns);
    }),
    ...andMore(packages.length),
  ];
}

function andMore(count: number): string[] {
  return count > shown ? [`  and ${count - shown} more (--format json has all)`] : [];
}
