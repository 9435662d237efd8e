import type { Analysis, DependencyReport, Footprint } from "../../src/analyze/analysis.ts";
import type { JudgedUsage, Verdict } from "../../src/analyze/usage.ts";
import type { PackagePlan, Plan } from "../../src/rewrite/plan.ts";

/** Results made by hand, whole ones, for what a report makes of them. */

export function usageAt(
  file: string,
  line: number,
  verdict: Verdict = { kind: "inline" },
  name = "left-pad",
): JudgedUsage {
  return {
    package: name,
    specifier: name,
    file,
    workspace: "",
    line,
    column: 7,
    start: line * 10,
    end: line * 10 + 5,
    form: "call",
    export: "default",
    excerpt: `const padded = leftPad(value, ${line});`,
    verdict,
  };
}

export function footprintOf(
  packages: readonly string[],
  bytes: number | undefined = 1000 * packages.length,
): Footprint {
  return { known: true, packages, bytes, installScripts: [] };
}

export function dependency(name: string, facts: Partial<DependencyReport> = {}): DependencyReport {
  return {
    name,
    range: "^1.0.0",
    version: "1.0.0",
    kind: "prod",
    workspace: "",
    place: { path: "package.json", line: 5, column: 5 },
    verdict: "native",
    evidence: [{ source: "catalog", text: "The platform has it." }],
    footprint: footprintOf([`${name}@1.0.0`]),
    relief: undefined,
    usages: [],
    removal: "automatic",
    replacement: "String.prototype.padStart",
    deviations: [],
    lines: 2,
    ...facts,
  };
}

/** An analysis whose totals are those of its dependencies, with footprints that do not overlap. */
export function analysisOf(dependencies: readonly DependencyReport[], facts: Partial<Analysis> = {}): Analysis {
  const removable = dependencies.filter(({ removal }) => removal !== "no");
  const automatic = dependencies.filter(({ removal }) => removal === "automatic");
  return {
    schema: 1,
    name: "shop",
    workspaces: [{ directory: "", name: "shop", floor: { node: "20.0.0", source: "engines.node", browser: false } }],
    dependencies,
    totals: {
      direct: dependencies.length,
      removable: removable.length,
      automatic: automatic.length,
      freed: sumOf(removable),
      freedAutomatically: sumOf(automatic),
      lines: automatic.reduce((sum, { lines }) => sum + (lines ?? 0), 0),
      packages: 100,
    },
    together: [],
    duplicates: [],
    deeper: [],
    undeclared: [],
    vendorable: [],
    problems: [],
    graph: { known: true, source: "package-lock.json" },
    ...facts,
  };
}

function sumOf(dependencies: readonly DependencyReport[]): Footprint {
  const known = dependencies.flatMap(({ footprint }) => (footprint.known ? [footprint] : []));
  return {
    known: true,
    packages: known.flatMap(({ packages }) => packages),
    bytes: known.reduce<number | undefined>(
      (sum, { bytes }) => (bytes === undefined ? undefined : (sum ?? 0) + bytes),
      0,
    ),
    installScripts: [],
  };
}

export function packagePlan(name: string, facts: Partial<PackagePlan> = {}): PackagePlan {
  return {
    package: name,
    outcome: "remove",
    reasons: [],
    usages: [usageAt("src/a.ts", 3)],
    deviations: [],
    replacement: "String.prototype.padStart",
    ...facts,
  };
}

export function planOf(packages: readonly PackagePlan[], facts: Partial<Plan> = {}): Plan {
  return { packages, files: [], newFiles: [], removals: [], ...facts };
}
