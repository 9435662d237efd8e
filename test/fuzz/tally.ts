/** What became of the programs and their packages, counted: a machine that is refused everywhere proves nothing. */
import type { Examined } from "./examine.ts";

export interface Tally {
  programs: number;
  /** Programs whose every package went, some of whose packages went, and those left as they were. */
  whole: number;
  some: number;
  kept: number;
  typed: number;
  putBack: number;
  /** Programs that behave differently as a recipe declares. */
  declared: number;
  /** For each package of the catalogue: how often it went, and how often it was met. */
  readonly packages: Map<string, { gone: number; met: number }>;
  /** Uses by verdict. */
  readonly verdicts: Map<string, number>;
  /** Packages that stay, by reason. */
  readonly reasons: Map<string, number>;
  /** For each way to reach a package: how often it went, and how often it was met. */
  readonly forms: Map<string, { gone: number; met: number }>;
}

export function createTally(): Tally {
  return {
    programs: 0,
    whole: 0,
    some: 0,
    kept: 0,
    typed: 0,
    putBack: 0,
    declared: 0,
    packages: new Map(),
    verdicts: new Map(),
    reasons: new Map(),
    forms: new Map(),
  };
}

export function count(tally: Tally, { program, plan, typed, putBack, isDeclared }: Examined): void {
  tally.programs += 1;
  if (typed) tally.typed += 1;
  if (putBack) tally.putBack += 1;
  if (isDeclared) tally.declared += 1;
  const outcomes = plan?.packages ?? [];
  const gone = outcomes.filter(({ outcome }) => outcome === "remove");
  if (gone.length === 0) tally.kept += 1;
  else if (gone.length === outcomes.length) tally.whole += 1;
  else tally.some += 1;
  for (const { usages, reasons } of outcomes) {
    for (const { verdict } of usages) add(tally.verdicts, verdict.kind);
    for (const reason of new Set(reasons.map(general))) add(tally.reasons, reason);
  }
  program.packages.forEach(({ name }, index) => {
    const isGone = gone.some((one) => one.package === name);
    meet(tally.forms, program.forms[index] ?? "", isGone);
    meet(tally.packages, name, isGone);
  });
}

function meet(counts: Map<string, { gone: number; met: number }>, key: string, isGone: boolean): void {
  const entry = counts.get(key) ?? { gone: 0, met: 0 };
  counts.set(key, entry);
  entry.met += 1;
  if (isGone) entry.gone += 1;
}

/** A reason without what differs from program to program. */
function general(reason: string): string {
  return reason
    .replace(/^[^:]+:\d+:\d+: /, "")
    .replace(/argument (\d+) \(.*\) is not known to be (.*)$/s, "argument $1 is not known to be $2")
    .replace(/member \S+ is/, "member is");
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

export function describe(tally: Tally): string {
  const list = (counts: ReadonlyMap<string, number>): string =>
    [...counts]
      .sort(([, a], [, b]) => b - a)
      .map(([key, number]) => `  ${String(number).padStart(6)}  ${key}`)
      .join("\n");
  const shares = (counts: Tally["forms"]): string =>
    [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, { gone, met }]) => `  ${String(gone).padStart(6)} of ${met}  ${key}`)
      .join("\n");
  return [
    `${tally.programs} programs: ${tally.whole} lost every package, ${tally.some} some, ${tally.kept} none; types compared in ${tally.typed}, where apply would put a package back in ${tally.putBack}; ${tally.declared} differ as a recipe declares`,
    `uses by verdict:\n${list(tally.verdicts)}`,
    `packages that stay, by reason:\n${list(tally.reasons)}`,
    `packages that went, by the way they were reached:\n${shares(tally.forms)}`,
    `packages that went, by name:\n${shares(tally.packages)}`,
  ].join("\n");
}
