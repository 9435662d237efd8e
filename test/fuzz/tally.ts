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
    verdicts: new Map(),
    reasons: new Map(),
    forms: new Map(),
  };
}

export function count(tally: Tally, { program, plan, typed, putBack }: Examined): void {
  tally.programs += 1;
  if (typed) tally.typed += 1;
  if (putBack) tally.putBack += 1;
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
    const form = program.forms[index] ?? "";
    const entry = tally.forms.get(form) ?? { gone: 0, met: 0 };
    tally.forms.set(form, entry);
    entry.met += 1;
    if (gone.some((one) => one.package === name)) entry.gone += 1;
  });
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
  const forms = [...tally.forms]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([form, { gone, met }]) => `  ${String(gone).padStart(6)} of ${met}  ${form}`)
    .join("\n");
  return [
    `${tally.programs} programs: ${tally.whole} lost every package, ${tally.some} some, ${tally.kept} none; types compared in ${tally.typed}, where apply would put a package back in ${tally.putBack}`,
    `uses by verdict:\n${list(tally.verdicts)}`,
    `packages that stay, by reason:\n${list(tally.reasons)}`,
    `packages that went, by the way they were reached:\n${forms}`,
  ].join("\n");
}
