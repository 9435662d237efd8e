import type { Change } from "./lines.ts";

export type Anchor = readonly [before: number, after: number];

/** Pairs of equal lines, each unique on both sides, in the longest sequence that rises on both. */
export function findAnchors(before: readonly string[], after: readonly string[], range: Change): Anchor[] {
  const inBefore = indexUnique(before, range.beforeStart, range.beforeEnd);
  const inAfter = indexUnique(after, range.afterStart, range.afterEnd);
  const pairs: Anchor[] = [];
  for (const [line, index] of inBefore) {
    const other = inAfter.get(line);
    if (index !== repeated && other !== undefined && other !== repeated) pairs.push([index, other]);
  }
  return findLongestRise(pairs);
}

const repeated = -1;

/** Index of each line by its text, or `repeated`; in the order of first appearance. */
function indexUnique(lines: readonly string[], start: number, end: number): Map<string, number> {
  const indexes = new Map<string, number>();
  for (let index = start; index < end; index += 1) {
    const line = lines[index] ?? "";
    indexes.set(line, indexes.has(line) ? repeated : index);
  }
  return indexes;
}

/** The longest subsequence of pairs, sorted by their first, whose second rises too (patience sorting). */
function findLongestRise(pairs: readonly Anchor[]): Anchor[] {
  interface Link {
    readonly pair: Anchor;
    readonly previous: Link | undefined;
  }
  const tops: Link[] = [];
  for (const pair of pairs) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tops[middle]?.pair[1] ?? 0) < pair[1]) low = middle + 1;
      else high = middle;
    }
    tops[low] = { pair, previous: tops[low - 1] };
  }
  const rise: Anchor[] = [];
  for (let link = tops.at(-1); link !== undefined; link = link.previous) rise.push(link.pair);
  return rise.reverse();
}
