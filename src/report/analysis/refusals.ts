import type { JudgedUsage } from "../../analyze/usage.ts";

export interface Refusal {
  readonly reason: string;
  readonly usages: readonly JudgedUsage[];
}

/** The refusing usages by their reason, in the order they are met. */
export function groupRefusals(usages: readonly JudgedUsage[]): Refusal[] {
  const groups = new Map<string, JudgedUsage[]>();
  for (const usage of usages) {
    if (usage.verdict.kind !== "refuse" || usage.verdict.consequence) continue;
    const group = groups.get(usage.verdict.reason);
    if (group === undefined) groups.set(usage.verdict.reason, [usage]);
    else group.push(usage);
  }
  return [...groups].map(([reason, group]) => ({ reason, usages: group }));
}

/** "src/clean.ts:12:3", as editors and terminals take it. */
export function formatPlace({ file, line, column }: JudgedUsage): string {
  return `${file}:${line}:${column}`;
}
