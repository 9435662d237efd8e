/** Taking variables out of the list they are declared in, or putting others there. */
import { ts } from "../typescript.ts";
import type { TextEdit } from "./plan.ts";
import { removeStatement } from "./removal.ts";
import type { FileStyle } from "./style.ts";

/** The edits on one list: for each changed declaration what stands there instead; nothing takes it away. */
export function editDeclarations(
  source: ts.SourceFile,
  list: ts.VariableDeclarationList,
  changes: ReadonlyMap<ts.VariableDeclaration, readonly string[]>,
  style: FileStyle,
): TextEdit[] {
  const { declarations } = list;
  const isGone = (declaration: ts.VariableDeclaration | undefined): boolean =>
    declaration !== undefined && changes.get(declaration)?.length === 0;
  if (declarations.every(isGone)) return [removeStatement(source, list.parent, undefined)];
  const edits: TextEdit[] = [];
  const between = declarations.length === 1 ? statementBreak(source, list, style) : listBreak(source, list, style);
  for (const [declaration, texts] of changes)
    if (texts.length > 0)
      edits.push({ start: declaration.getStart(source), end: declaration.end, text: texts.join(between) });
  let index = 0;
  while (index < declarations.length) {
    if (!isGone(declarations[index])) {
      index += 1;
      continue;
    }
    let end = index;
    while (isGone(declarations[end + 1])) end += 1;
    const first = declarations[index];
    const last = declarations[end];
    const before = declarations[index - 1];
    const after = declarations[end + 1];
    if (first !== undefined && last !== undefined) {
      if (after !== undefined && (before === undefined || hasComment(source, before.end, after.getStart(source))))
        edits.push(cutWithComment(source, first, last, after));
      else if (before !== undefined) edits.push(...cutLast(source, list, before, first, last));
    }
    index = end + 1;
  }
  return edits;
}

function hasComment(source: ts.SourceFile, from: number, to: number): boolean {
  return /\/[/*]/.test(source.text.slice(from, to));
}

/** From a declaration to the next one, or to a comment on a line of its own in front of that: what is said behind the
 * declaration goes with it. */
function cutWithComment(
  source: ts.SourceFile,
  first: ts.VariableDeclaration,
  last: ts.VariableDeclaration,
  after: ts.VariableDeclaration,
): TextEdit {
  const start = first.getStart(source);
  const between = source.text.slice(last.end, after.getStart(source));
  const own = /^\s*,[ \t]*(?:\/\/[^\n]*|\/\*(?:(?!\*\/)[^\n])*\*\/[ \t]*)?\r?\n[ \t]*/.exec(between);
  return { start, end: own === null ? after.getStart(source) : last.end + own[0].length, text: "" };
}

/** The last declarations of a list: the statement ends behind the one before, and comments in between stay. */
function cutLast(
  source: ts.SourceFile,
  list: ts.VariableDeclarationList,
  before: ts.VariableDeclaration,
  first: ts.VariableDeclaration,
  last: ts.VariableDeclaration,
): TextEdit[] {
  const start = first.getStart(source);
  const isEnd = last === list.declarations[list.declarations.length - 1];
  if (!isEnd || !hasComment(source, before.end, start)) return [{ start: before.end, end: last.end, text: "" }];
  const comma = source.text.indexOf(",", before.end);
  const comments = ts.getTrailingCommentRanges(source.text, comma + 1) ?? [];
  const kept = comments[comments.length - 1]?.end ?? comma + 1;
  const { end } = list.parent;
  const mark = source.text[end - 1] === ";" ? ";" : "";
  const behind = source.text.slice(last.end, end - mark.length).trimEnd();
  return [{ start: comma, end, text: mark + source.text.slice(comma + 1, kept) + behind }];
}

/** The edit that declares more behind the statement of a declaration that stays. */
export function addDeclarations(
  source: ts.SourceFile,
  declaration: ts.VariableDeclaration,
  texts: readonly string[],
  style: FileStyle,
): TextEdit {
  const list = declaration.parent;
  if (!ts.isVariableDeclarationList(list)) throw new TypeError("only a list of declarations takes another");
  const start = /;?$/.exec(list.parent.getText(source))?.[0] === ";" ? list.parent.end : list.end;
  const between = statementBreak(source, list, style);
  return {
    start,
    end: start,
    text:
      texts
        .map((text) => `${between}${text}`)
        .join("")
        .replace(/^;/, "") + (style.semicolons ? ";" : ""),
  };
}

/** What ends one statement and begins the next one of the same keyword. */
function statementBreak(source: ts.SourceFile, list: ts.VariableDeclarationList, style: FileStyle): string {
  const lineStart = source.text.lastIndexOf("\n", list.getStart(source) - 1) + 1;
  const indent = /^[ \t]*/.exec(source.text.slice(lineStart))?.[0] ?? "";
  const keyword = /^\w+/.exec(list.getText(source))?.[0] ?? "const";
  return `${style.semicolons ? ";" : ""}${style.eol}${indent}${keyword} `;
}

/** What stands between two declarations of a list, as it is written there. */
function listBreak(source: ts.SourceFile, list: ts.VariableDeclarationList, style: FileStyle): string {
  const [first, second] = list.declarations;
  if (first === undefined || second === undefined) return ", ";
  const written = source.text.slice(first.end, second.getStart(source));
  if (/^\s*,\s*$/.test(written)) return written;
  const indent = /\n([ \t]*)$/.exec(written)?.[1];
  return indent === undefined ? ", " : `,${style.eol}${indent}`;
}
