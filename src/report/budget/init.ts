import type { InitPlan } from "../../budget/init/plan.ts";
import type { TextOptions } from "../options.ts";
import { printable } from "../text/cells.ts";
import { createPaint } from "../text/paint.ts";
import { indentText } from "../text/section.ts";

/** What was written, or would be, and what is left to do. */
export function reportInit({ files, notes }: InitPlan, isDryRun: boolean, options: TextOptions): string {
  const paint = createPaint(options.color);
  const heading =
    files.length === 0 ? "Everything is there already." : isDryRun ? "These files would be written:" : "Wrote:";
  const listed = files.map(({ path, before }) => `  ${path}${before === undefined ? "" : " (changed)"}`);
  const next = ["Look at what was written, and commit it.", ...notes];
  return `${[
    paint("bold", heading),
    ...listed.map(printable),
    "",
    paint("bold", "Next"),
    ...next.flatMap((note) => indentText(printable(note), 2, options.columns)),
  ].join("\n")}\n`;
}
