import { findAnchors, type Anchor } from "./anchors.ts";
import { findShortest } from "./shortest.ts";

/** Lines that go, and those that come in their place; one of the two may be empty. Lines count from 0. */
export interface Change {
  /** The first line that goes, and the line after the last one. */
  readonly beforeStart: number;
  readonly beforeEnd: number;
  /** Likewise for those that come. */
  readonly afterStart: number;
  readonly afterEnd: number;
}

/** Lines of a text with their terminators. Only "\n" ends a line, as git and patch have it. */
export function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/**
 * What changes from one list of lines to the other, in order. Lines that are unique in both anchor the comparison
 * (patience diff); between anchors a shortest edit script is sought (Myers), within reason.
 */
export function diffLines(before: readonly string[], after: readonly string[]): Change[] {
  const changes: Change[] = [];
  const pending: Change[] = [{ beforeStart: 0, beforeEnd: before.length, afterStart: 0, afterEnd: after.length }];
  for (let range = pending.pop(); range !== undefined; range = pending.pop()) {
    const rest = trim(before, after, range);
    if (rest.beforeStart === rest.beforeEnd && rest.afterStart === rest.afterEnd) continue;
    if (rest.beforeStart === rest.beforeEnd || rest.afterStart === rest.afterEnd) {
      changes.push(rest);
      continue;
    }
    const anchors = findAnchors(before, after, rest);
    if (anchors.length === 0) changes.push(...findShortest(before, after, rest));
    else pending.push(...splitAt(anchors, rest).reverse());
  }
  return changes;
}

/** The range without the lines that its two sides begin and end with in common. */
function trim(before: readonly string[], after: readonly string[], range: Change): Change {
  let { beforeStart, beforeEnd, afterStart, afterEnd } = range;
  while (beforeStart < beforeEnd && afterStart < afterEnd && before[beforeStart] === after[afterStart]) {
    beforeStart += 1;
    afterStart += 1;
  }
  while (beforeStart < beforeEnd && afterStart < afterEnd && before[beforeEnd - 1] === after[afterEnd - 1]) {
    beforeEnd -= 1;
    afterEnd -= 1;
  }
  return { beforeStart, beforeEnd, afterStart, afterEnd };
}

function splitAt(anchors: readonly Anchor[], range: Change): Change[] {
  const ranges: Change[] = [];
  let { beforeStart, afterStart } = range;
  for (const [beforeEnd, afterEnd] of anchors) {
    ranges.push({ beforeStart, beforeEnd, afterStart, afterEnd });
    beforeStart = beforeEnd + 1;
    afterStart = afterEnd + 1;
  }
  return [...ranges, { beforeStart, beforeEnd: range.beforeEnd, afterStart, afterEnd: range.afterEnd }];
}
