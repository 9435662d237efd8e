import type { TextOptions } from "../options.ts";
import { printable } from "../text/cells.ts";
import { createPaint } from "../text/paint.ts";
import { joinWords } from "../text/quantity.ts";
import { indentText } from "../text/section.ts";

/** What is about to run, and which packages are gone for it; the command's own output follows. */
export function describeRun(command: string, gone: readonly string[], options: TextOptions): string {
  return describeRunOn(
    command,
    gone.length === 0 ? "on the project as it is" : `without ${joinWords([...gone].sort())}`,
    options,
  );
}

/** The same for a project in another state: "with the fixes". */
export function describeRunOn(command: string, state: string, options: TextOptions): string {
  const lines = indentText(printable(`Running \`${command}\` ${state}`), 0, options.columns);
  return `${lines.map((line) => createPaint(options.color)("bold", line)).join("\n")}\n`;
}
