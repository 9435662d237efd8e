/** A change of a few lines as a reader wants it: signs, no headers, and no more indentation than tells something. */
import type { LineChange } from "../../analyze/usage.ts";
import { diffLines } from "./lines.ts";

export interface ChangedLine {
  readonly sign: "-" | "+" | " ";
  readonly text: string;
}

/** Lines that stay are shown as far as these from one that does not. */
const context = 2;

/** The lines that go and come, among those of the same stretch that stay. */
export function changedLines({ before, after }: Pick<LineChange, "before" | "after">): ChangedLine[] {
  const [gone, come] = dedent(linesOf(before), linesOf(after));
  const lines: ChangedLine[] = [];
  let at = 0;
  const stay = (to: number, isLast = false): void => {
    const same = gone.slice(at, to).map((text) => ({ sign: " ", text }) as const);
    const isFirst = at === 0;
    const room = (isFirst ? 0 : context) + (isLast ? 0 : context);
    if (same.length <= room + 1) lines.push(...same);
    else {
      if (!isFirst) lines.push(...same.slice(0, context));
      lines.push({ sign: " ", text: "…" });
      if (!isLast) lines.push(...same.slice(-context));
    }
  };
  for (const { beforeStart, beforeEnd, afterStart, afterEnd } of diffLines(gone, come)) {
    stay(beforeStart);
    lines.push(...gone.slice(beforeStart, beforeEnd).map((text) => ({ sign: "-", text }) as const));
    lines.push(...come.slice(afterStart, afterEnd).map((text) => ({ sign: "+", text }) as const));
    at = beforeEnd;
  }
  stay(gone.length, true);
  return lines;
}

function linesOf(text: string): string[] {
  return text === "" ? [] : text.split(/\r?\n/);
}

/** Without the indentation that all lines of both share. */
function dedent(...sides: readonly [readonly string[], readonly string[]]): [string[], string[]] {
  const [first = "", ...others] = sides.flat().filter((line) => line.trim() !== "");
  let shared = /^[ \t]*/.exec(first)![0];
  for (const line of others) while (!line.startsWith(shared)) shared = shared.slice(0, -1);
  const cut = (lines: readonly string[]) => lines.map((line) => (line.trim() === "" ? "" : line.slice(shared.length)));
  return [cut(sides[0]), cut(sides[1])];
}

/** What a use becomes: its change where its lines do, else the line as it is. */
export function useLines({
  excerpt,
  change,
}: {
  readonly excerpt: string;
  readonly change?: LineChange;
}): ChangedLine[] {
  return change === undefined ? [{ sign: " ", text: excerpt }] : changedLines(change);
}
