import type { StepName } from "../../steps.ts";
import type { TextOptions } from "../options.ts";
import { formatBytes, formatNumber } from "../text/quantity.ts";
import { createPaint } from "../text/paint.ts";
import { layOutTable } from "../text/table.ts";
import { stepWords } from "./words.ts";

/** Where the time of a run went. Times are milliseconds; what came before the first step is "start". */
export interface Timing {
  readonly start: number;
  /** In the order in which they were first entered. */
  readonly steps: ReadonlyMap<StepName, number>;
  /** The most memory the process held so far, in bytes. */
  readonly memory: number;
}

/** A table of the steps with what each took, in milliseconds and hundredths of the whole. */
export function reportTiming({ start, steps, memory }: Timing, options: TextOptions): string {
  const paint = createPaint(options.color);
  const taken = [["starting", start] as const, ...[...steps].map(([name, time]) => [stepWords[name], time] as const)];
  const total = taken.reduce((sum, [, time]) => sum + time, 0);
  const rows = taken.map(([words, time]) => [
    words,
    formatNumber(Math.round(time)),
    `${Math.round((100 * time) / Math.max(total, 1))} %`,
  ]);
  const [titles = "", ...lines] = layOutTable(
    [
      { title: "step", align: "left" },
      { title: "ms", align: "right" },
      { title: "share", align: "left" },
    ],
    rows,
    options.columns,
  );
  const sum = `${formatNumber(Math.round(total))} ms, at most ${formatBytes(memory)} of memory`;
  return `${[paint("bold", `Where the time went: ${sum}`), paint("dim", titles), ...lines].join("\n")}\n`;
}
