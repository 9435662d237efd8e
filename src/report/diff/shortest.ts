import type { Change } from "./lines.ts";

/** More edits than this between two anchors are shown as one block: correct, only longer. */
const mostEdits = 500;

/** Myers' greedy algorithm over a range, its furthest points kept per number of edits to walk back along. */
export function findShortest(before: readonly string[], after: readonly string[], range: Change): Change[] {
  const height = range.beforeEnd - range.beforeStart;
  const width = range.afterEnd - range.afterStart;
  const trace: Int32Array[] = [];
  const limit = Math.min(height + width, mostEdits);
  const furthest = new Int32Array(2 * limit + 3);
  const centre = limit + 1;
  for (let edits = 0; edits <= limit; edits += 1) {
    trace.push(furthest.slice());
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = isStepDown(furthest, centre, diagonal, edits);
      let x = down ? at(furthest, centre + diagonal + 1) : at(furthest, centre + diagonal - 1) + 1;
      while (
        x < height &&
        x - diagonal < width &&
        before[range.beforeStart + x] === after[range.afterStart + x - diagonal]
      )
        x += 1;
      furthest[centre + diagonal] = x;
      if (x >= height && x - diagonal >= width) return walkBack(trace, centre, range);
    }
  }
  return [range];
}

function isStepDown(furthest: Int32Array, centre: number, diagonal: number, edits: number): boolean {
  if (diagonal === -edits) return true;
  return diagonal !== edits && at(furthest, centre + diagonal - 1) < at(furthest, centre + diagonal + 1);
}

function at(values: Int32Array, index: number): number {
  return values[index] ?? 0;
}

/** From the end of the range back to its start: each edit is one line that goes or comes; neighbours are joined. */
function walkBack(trace: readonly Int32Array[], centre: number, range: Change): Change[] {
  const changes: Change[] = [];
  let x = range.beforeEnd - range.beforeStart;
  let y = range.afterEnd - range.afterStart;
  for (let edits = trace.length - 1; edits > 0; edits -= 1) {
    const furthest = trace[edits] ?? new Int32Array(0);
    const diagonal = x - y;
    const down = isStepDown(furthest, centre, diagonal, edits);
    const fromX = at(furthest, centre + diagonal + (down ? 1 : -1));
    const fromY = fromX - (diagonal + (down ? 1 : -1));
    const next = changes.at(-1);
    const change = {
      beforeStart: range.beforeStart + fromX,
      beforeEnd: range.beforeStart + (down ? fromX : fromX + 1),
      afterStart: range.afterStart + fromY,
      afterEnd: range.afterStart + (down ? fromY + 1 : fromY),
    };
    if (next !== undefined && next.beforeStart === change.beforeEnd && next.afterStart === change.afterEnd) {
      changes[changes.length - 1] = { ...next, beforeStart: change.beforeStart, afterStart: change.afterStart };
    } else {
      changes.push(change);
    }
    x = fromX;
    y = fromY;
  }
  return changes.reverse();
}
