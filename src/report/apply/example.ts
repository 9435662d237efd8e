/** One use of a package as a reviewer sees it in the diff: the whole lines it stands on, before and after. */
import type { JudgedUsage } from "../../analyze/usage.ts";
import type { FilePlan } from "../../rewrite/plan.ts";

/** Lines of a diff with their signs; of a use in a file that is not in the plan, its line and the code it becomes. */
export function exampleOf({ file, start, end, excerpt, becomes }: JudgedUsage, files: readonly FilePlan[]): string[] {
  const plan = files.find(({ path }) => path === file);
  if (plan === undefined) return [`- ${excerpt}`, ...(becomes === undefined ? [] : [`+ ${becomes}`])];
  const { before, edits } = plan;
  let from = lineStart(before, start);
  let to = lineEnd(before, end);
  for (const edit of edits) {
    // What only touches the lines from outside belongs to others.
    if (edit.start >= to || Math.max(edit.end, edit.start + 1) <= from) continue;
    from = Math.min(from, lineStart(before, edit.start));
    to = Math.max(to, lineEnd(before, edit.end));
  }
  const inside = edits.filter((edit) => edit.start >= from && edit.end <= to);
  const after = inside.toReversed().reduce(
    (text, edit) => {
      return text.slice(0, edit.start - from) + edit.text + text.slice(edit.end - from);
    },
    before.slice(from, to),
  );
  // Where its import alone changes, the use stays as it was.
  if (after === before.slice(from, to)) return linesOf(after).map((line) => `  ${line.trim()}`);
  const [gone, come] = [linesOf(before.slice(from, to)), linesOf(after)];
  const indents = [...gone, ...come].filter((line) => line.trim() !== "").map((line) => /^\s*/.exec(line)![0].length);
  const indent = Math.min(...indents);
  const mark = (sign: string, lines: readonly string[]) => lines.map((line) => `${sign} ${line.slice(indent)}`);
  return [...mark("-", gone), ...mark("+", come)];
}

function linesOf(text: string): string[] {
  return text === "" ? [] : text.split(/\r?\n/);
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** Where the line ends, before its line break. */
function lineEnd(text: string, offset: number): number {
  const end = /\r?\n/.exec(text.slice(offset))?.index;
  return end === undefined ? text.length : offset + end;
}
