import { diffLines, splitLines, type Change } from "./lines.ts";

const contextLines = 3;

/** The hunks of a unified diff between two texts, each a header and its lines; none when the texts are equal. */
export function renderHunks(before: string, after: string): string[] {
  const beforeLines = splitLines(before);
  const afterLines = splitLines(after);
  return groupChanges(diffLines(beforeLines, afterLines)).flatMap((group) =>
    renderHunk(group, beforeLines, afterLines),
  );
}

/** Changes whose contexts would touch share a hunk. */
function groupChanges(changes: readonly Change[]): Change[][] {
  const groups: Change[][] = [];
  for (const change of changes) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && change.beforeStart - last.beforeEnd <= 2 * contextLines) {
      group.push(change);
    } else {
      groups.push([change]);
    }
  }
  return groups;
}

function renderHunk(changes: readonly Change[], before: readonly string[], after: readonly string[]): string[] {
  const first = changes[0];
  const last = changes.at(-1);
  if (first === undefined || last === undefined) return [];
  const lead = Math.min(contextLines, first.beforeStart);
  const tail = Math.min(contextLines, before.length - last.beforeEnd);
  const start = first.beforeStart - lead;
  const end = last.beforeEnd + tail;
  const body: string[] = [];
  let position = start;
  for (const change of changes) {
    body.push(...mark(" ", before.slice(position, change.beforeStart)));
    body.push(...mark("-", before.slice(change.beforeStart, change.beforeEnd)));
    body.push(...mark("+", after.slice(change.afterStart, change.afterEnd)));
    position = change.beforeEnd;
  }
  body.push(...mark(" ", before.slice(position, end)));
  const afterStart = first.afterStart - lead;
  const header = `@@ -${span(start, end - start)} +${span(afterStart, last.afterEnd + tail - afterStart)} @@`;
  return [header, ...body];
}

/** Lines as a diff has them; one that does not end with a line break says so on a line of its own. */
function mark(sign: string, lines: readonly string[]): string[] {
  return lines.flatMap((line) =>
    line.endsWith("\n") ? [sign + line.slice(0, -1)] : [sign + line, "\\ No newline at end of file"],
  );
}

/** "first,count"; an empty span names the line before it, and a count of one is left out, as diff does. */
function span(start: number, count: number): string {
  if (count === 0) return `${start},0`;
  return count === 1 ? `${start + 1}` : `${start + 1},${count}`;
}
