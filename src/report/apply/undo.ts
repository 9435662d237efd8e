import type { UndoResult } from "../../apply/undo.ts";
import type { TextOptions } from "../options.ts";
import { printable } from "../text/cells.ts";
import { createPaint } from "../text/paint.ts";
import { countOf, joinWords } from "../text/quantity.ts";
import { indentText } from "../text/section.ts";

/** What an undo took back, and which files it left alone because somebody changed them since. */
export function reportUndo(result: UndoResult, options: TextOptions): string {
  const paint = createPaint(options.color);
  if (result.kind === "nothing") return `Nothing to take back: ${printable(result.reason)}.\n`;
  const { time, packages, interrupted, files, originals } = result;
  const back = files.filter(({ kind }) => kind === "restored" || kind === "removed");
  const what = packages.length === 0 ? "" : `, which removed ${joinWords(packages.map(printable))}`;
  const half = interrupted ? ", which was interrupted" : "";
  const heading = `Took back the apply of ${printable(time)}${what}${half}: ${countOf(back.length, "file")} as before.`;
  const kept = files.flatMap((file) => {
    if (file.kind !== "kept") return [];
    const original = originals[file.path];
    const where = original === undefined ? "" : `; its original is ${original}`;
    return indentText(printable(`${file.path} stays as it is: ${file.reason}${where}`), 2, options.columns);
  });
  return `${[...indentText(heading, 0, options.columns).map((line) => paint("bold", line)), ...kept].join("\n")}\n`;
}
