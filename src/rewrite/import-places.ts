/** Between which imports of its kind a new one goes: as sorted as these are, and in groups where they stand in groups. */
import { ts } from "../typescript.ts";
import { type ImportGaps, isUpwards, specifierOf } from "./import-gaps.ts";
import type { TextEdit } from "./plan.ts";

/** The text of an import statement, and what it loads. */
export interface NewImport {
  readonly text: string;
  readonly specifier: string;
}

/** The imports of a kind that stay, and the last of those that come before this kind. */
export interface Neighbours {
  readonly list: readonly ts.ImportDeclaration[];
  readonly before: ts.ImportDeclaration | undefined;
  /** In what order the list is; undefined where it is in none, or is too short to tell. */
  readonly compare: Compare | undefined;
  readonly gaps: ImportGaps;
}

type Compare = (a: string, b: string) => number;

const orders: readonly Compare[] = [
  (a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : Number(a.toLowerCase() > b.toLowerCase())),
  (a, b) => (a < b ? -1 : Number(a > b)),
];

/** The order in which every one of these lists is, if two imports of one list at least show it. */
export function orderOf(lists: readonly (readonly ts.ImportDeclaration[])[]): Compare | undefined {
  if (lists.every((list) => list.length < 2)) return undefined;
  return orders.find((compare) =>
    lists.every((list) =>
      list.every((node, i) => {
        const before = list[i - 1];
        return before === undefined || compare(specifierOf(before), specifierOf(node)) <= 0;
      }),
    ),
  );
}

/** The edits that put new imports among their neighbours. */
export function placeAmong(
  source: ts.SourceFile,
  imports: readonly NewImport[],
  { list, before, compare, gaps }: Neighbours,
  eol: string,
): TextEdit[] {
  const groupOf = (specifier: string): number => (gaps.upwards && !isUpwards(specifier) ? 1 : 0);
  const sorted = compare === undefined ? imports : [...imports].sort((a, b) => compare(a.specifier, b.specifier));
  // By where they go: one import may have some before it and some behind.
  const texts = new Map<number, { text: string; group: number }>();
  for (const { text, specifier } of sorted) {
    const group = groupOf(specifier);
    const isBefore = (node: ts.ImportDeclaration): boolean =>
      compare === undefined ? groupOf(specifierOf(node)) <= group : compare(specifierOf(node), specifier) < 0;
    const previous = list.findLast(isBefore);
    const next = previous === undefined ? list[0] : list[list.indexOf(previous) + 1];
    const isLike = (node: ts.ImportDeclaration): boolean => groupOf(specifierOf(node)) === group;
    const isFirst = next !== undefined && !hasComment(source, next) && isLike(next);
    if (isFirst && (previous === undefined || !isLike(previous))) {
      const at = next.getStart(source);
      texts.set(at, { text: `${texts.get(at)?.text ?? ""}${text}${eol}`, group });
      continue;
    }
    if (previous === undefined && before === undefined && next !== undefined && !hasComment(source, next)) {
      const at = next.getStart(source);
      texts.set(at, { text: `${texts.get(at)?.text ?? ""}${text}${eol}${eol}`, group });
      continue;
    }
    const behind = previous ?? (gaps.upwards ? before : list.at(-1)) ?? before ?? list.at(-1);
    if (behind === undefined) continue;
    const at = endOf(source, behind);
    const known = texts.get(at);
    const isApart =
      known !== undefined ? known.group !== group : behind === before ? gaps.own : !isLike(behind) && gaps.upwards;
    texts.set(at, { text: `${known?.text ?? ""}${isApart ? eol : ""}${eol}${text}`, group });
  }
  return [...texts].map(([at, { text }]) => ({ start: at, end: at, text }));
}

/** A comment right above an import, or behind it, speaks of it: that one does not move away from it. */
export function hasComment(source: ts.SourceFile, node: ts.ImportDeclaration): boolean {
  const above = source.text.slice(node.pos, node.getStart(source)).split(/\n[ \t]*\r?\n/);
  return /\S/.test(above.at(-1) ?? "") || !/^[ \t]*(?:\r?\n|$)/.test(source.text.slice(node.end));
}

/** Behind a statement and the comment on its line. */
function endOf(source: ts.SourceFile, node: ts.Node): number {
  const tail = /^[ \t]*(?:\/\/[^\r\n]*|\/\*(?:(?!\*\/)[^\r\n])*\*\/[ \t]*)(?=\r?\n|$)/.exec(
    source.text.slice(node.end),
  );
  return node.end + (tail?.[0].length ?? 0);
}
