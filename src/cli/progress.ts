import type { TextOptions } from "../report/options.ts";
import { stepWords } from "../report/steps/words.ts";
import { truncate } from "../report/text/cells.ts";
import { createPaint } from "../report/text/paint.ts";
import { formatNumber } from "../report/text/quantity.ts";
import type { Step, StepName } from "../steps.ts";
import type { Output } from "./io.ts";

/** Milliseconds after which a run is long, and between two lines of one step. */
const patience = 500;
const pause = 100;

/** The compiler does these in one go, so that nothing could be shown once they have begun. */
const unbroken: ReadonlySet<StepName> = new Set(["types", "check"]);

export interface Progress {
  show(step: Step, elapsed: number): void;
  erase(): void;
}

/** One line that is written over and over, and is gone at the end. Without a terminal there is none. */
export function createProgress(output: Output, { color, columns }: TextOptions, isShown: boolean): Progress {
  const paint = createPaint(color);
  let shown: { readonly name: StepName; readonly at: number } | undefined;
  return {
    show(step, elapsed) {
      if (!isShown || (elapsed < patience && !unbroken.has(step.name))) return;
      if (shown?.name === step.name && elapsed - shown.at < pause) return;
      shown = { name: step.name, at: elapsed };
      output.write(`\r\u001b[2K${paint("dim", truncate(describe(step), columns - 1))}`);
    },
    erase() {
      if (shown === undefined) return;
      shown = undefined;
      output.write("\r\u001b[2K");
    },
  };
}

function describe({ name, part }: Step): string {
  const count = part === undefined ? "" : ` (${formatNumber(part.done)} of ${formatNumber(part.total)})`;
  return `${stepWords[name]}${count}`;
}
