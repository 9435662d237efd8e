import type { TextOptions } from "../options.ts";
import { printable } from "../text/cells.ts";
import { createPaint } from "../text/paint.ts";
import { countOf, joinWords } from "../text/quantity.ts";
import { indentText } from "../text/section.ts";

/** At most so many files are named. */
const named = 5;

/** That changes of a person's own are in no commit, and which of those files are written now; "" where there are none. */
export function warnUncommitted(
  uncommitted: readonly string[],
  written: readonly string[],
  options: TextOptions,
): string {
  if (uncommitted.length === 0) return "";
  const both = uncommitted.filter((path) => written.includes(path));
  const more = both.length > named ? [countOf(both.length - named, "other")] : [];
  const mixed =
    both.length === 0
      ? "none of them is written now"
      : `${joinWords([...both.slice(0, named), ...more])} ${both.length === 1 ? "is" : "are"} written now, on top of them`;
  const said = `Git has changes of your own in no commit yet (${countOf(uncommitted.length, "file")}): ${mixed}. \`shrinkdeps undo\` takes back what is written now and nothing else.`;
  const lines = indentText(printable(said), 0, options.columns);
  return `${lines.map((line) => createPaint(options.color)("yellow", line)).join("\n")}\n`;
}
