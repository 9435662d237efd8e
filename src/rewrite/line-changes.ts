/** What becomes of the lines a use stands on, as a reviewer sees it. */
import type { JudgedUsage, LineChange } from "../analyze/usage.ts";
import type { FilePlan, PackagePlan, Plan } from "./plan.ts";

/** The most characters of both sides together that are given whole. */
const most = 4000;
/** Where there are more: what is left around the change, and the most of each side. */
const around = 200;
const inside = 1500;

/** The uses with what they become and the lines that change with them, as far as the plan handles them. */
export function withChanges(usages: readonly JudgedUsage[], { packages, files }: Plan): JudgedUsage[] {
  const planned = new Map(packages.map((one) => [one.package, becomesOf(one)]));
  const byPath = new Map(files.map((file) => [file.path, file]));
  return usages.map((usage) => {
    const becomes = planned.get(usage.package)?.get(keyOf(usage));
    const change = changeOf(usage, byPath.get(usage.file));
    return { ...usage, ...(becomes !== undefined && { becomes }), ...(change !== undefined && { change }) };
  });
}

function becomesOf({ usages }: PackagePlan): ReadonlyMap<string, string | undefined> {
  return new Map(usages.map((usage) => [keyOf(usage), usage.becomes]));
}

function keyOf({ file, start, end }: JudgedUsage): string {
  return `${file}:${start}:${end}`;
}

/** The whole lines of a use, and of every edit that reaches into them, before and after; undefined where they stay. */
export function changeOf({ start, end, verdict }: JudgedUsage, file: FilePlan | undefined): LineChange | undefined {
  if (file === undefined || verdict.kind === "refuse" || verdict.kind === "own") return undefined;
  const { before: text, edits } = file;
  let from = lineStart(text, start);
  let to = afterLine(text, Math.max(end, from + 1));
  for (const edit of edits) {
    // What only touches the lines from outside belongs to others.
    if (edit.start >= to || Math.max(edit.end, edit.start + 1) <= from) continue;
    from = Math.min(from, lineStart(text, edit.start));
    to = Math.max(to, afterLine(text, edit.end));
  }
  const before = text.slice(from, to);
  const after = edits
    .filter((edit) => edit.start >= from && edit.end <= to && edit.start < to)
    .toReversed()
    .reduce((rest, edit) => rest.slice(0, edit.start - from) + edit.text + rest.slice(edit.end - from), before);
  if (after === before) return undefined;
  return shorten(text.slice(0, from).split("\n").length, withoutEnds(before), withoutEnds(after));
}

function withoutEnds(text: string): string {
  return text.replace(/^\ufeff|(?:\r?\n)+$/g, "");
}

/** Of lines as long as those of built files, what differs and a little around it. */
function shorten(line: number, before: string, after: string): LineChange {
  const length = Math.min(before.length, after.length);
  if (before.length + after.length <= most) return { line, before, after };
  let head = 0;
  while (head < length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < length - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const lineOf = lineStart(before, head);
  const from = head - lineOf <= around ? lineOf : head - around;
  const cut = (text: string): string => {
    const end = text.length - tail;
    const next = text.indexOf("\n", end);
    const to = Math.min(next !== -1 && next - end <= around ? next : end + around, from + inside, text.length);
    return (from === lineOf ? "" : "…") + text.slice(from, to) + (to === next || to === text.length ? "" : "…");
  };
  return { line: line + before.slice(0, from).split("\n").length - 1, before: cut(before), after: cut(after) };
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** Where the next line begins; a range that ends with a line break ends its line there. */
function afterLine(text: string, end: number): number {
  if (end > 0 && text[end - 1] === "\n") return end;
  const found = text.indexOf("\n", end);
  return found === -1 ? text.length : found + 1;
}
