/** Taking a statement, a declaration or a part of one out of the text, as a careful person would. */
import { ts } from "../typescript.ts";
import type { TextEdit } from "./plan.ts";

/** Comments that speak to a tool about the next line only: they go with it. */
const directive =
  /^\s*\/[/*]\s*(?:eslint-disable-next-line|@ts-ignore|@ts-expect-error|biome-ignore|prettier-ignore|tslint:disable-next-line|istanbul ignore next|c8 ignore next|oxlint-disable-next-line)\b.*$/;

/**
 * The edit that takes a statement away, or puts `instead` in its place. Alone on its lines it takes them whole, with a
 * comment behind it and directives above it; other comments above stay. No two blank lines are left where it was.
 */
export function removeStatement(source: ts.SourceFile, node: ts.Node, instead: string | undefined): TextEdit {
  const { text } = source;
  const start = node.getStart(source);
  const own = endOf(source, node);
  if (instead !== undefined) return { start, end: own, text: instead };
  let from = lineStart(text, start);
  const tail = trailing(text, own);
  if (text.slice(from, start).trim() !== "" || tail === undefined) {
    const end = own + (/^[ \t]+/.exec(text.slice(own))?.[0].length ?? 0);
    return { start, end: tail === undefined ? end : own, text: "" };
  }
  for (
    let above = previousLine(text, from);
    above !== undefined && directive.test(above.text);
    above = previousLine(text, from)
  )
    from = above.start;
  let end = tail;
  const before = previousLine(text, from);
  const after = /^[ \t]*(?:\r?\n)/.exec(text.slice(end));
  const isFirst = before === undefined || before.text.trim() === "" || /^\s*[{]?\s*$/.test(before.text);
  if (after !== null && isFirst) end += after[0].length;
  return keepsApart(source, node, { start: from, end, text: "" });
}

/** The end of a statement, without a semicolon that stands on a later line for the statement behind it. */
function endOf(source: ts.SourceFile, node: ts.Node): number {
  const last = node.getLastToken(source);
  if (last?.kind !== ts.SyntaxKind.SemicolonToken) return node.end;
  const before = source.text.slice(node.getStart(source), last.getStart(source)).trimEnd();
  return /\n/.test(source.text.slice(node.getStart(source) + before.length, last.getStart(source)))
    ? node.getStart(source) + before.length
    : node.end;
}

/** Where the previous statement would run on into the next one, a semicolon keeps them apart. */
function keepsApart(source: ts.SourceFile, node: ts.Node, edit: TextEdit): TextEdit {
  const next = source.text.slice(edit.end).replace(/^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)+/, "");
  if (!/^(?:[([`+\-/*.,?]|in\b|instanceof\b)/.test(next)) return edit;
  const siblings = ts.isSourceFile(node.parent) || ts.isBlock(node.parent) ? node.parent.statements : undefined;
  const previous = siblings?.[siblings.findIndex((sibling) => sibling === node) - 1];
  if (previous === undefined || source.text[previous.end - 1] === ";" || endsItself(previous)) return edit;
  return { ...edit, text: `;${source.text.slice(edit.start, edit.end).endsWith("\n") ? "\n" : ""}` };
}

/** True for statements that need no semicolon behind them. */
export function endsItself(node: ts.Statement): boolean {
  if (ts.isIfStatement(node)) return endsItself(node.elseStatement ?? node.thenStatement);
  if (ts.isIterationStatement(node, false)) return !ts.isDoStatement(node) && endsItself(node.statement);
  if (ts.isLabeledStatement(node)) return endsItself(node.statement);
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isBlock(node) ||
    ts.isSwitchStatement(node) ||
    ts.isTryStatement(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isModuleDeclaration(node) ||
    ts.isEnumDeclaration(node)
  );
}

/** Applies sorted, disjoint edits. Throws `RangeError` when two of them overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let at = 0;
  for (const edit of edits) {
    if (edit.start < at) throw new RangeError(`edits overlap at offset ${edit.start}`);
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

function lineStart(text: string, at: number): number {
  const found = text.lastIndexOf("\n", at - 1) + 1;
  return found === 0 && text.startsWith("\uFEFF") ? 1 : found;
}

function previousLine(text: string, start: number): { start: number; text: string } | undefined {
  if (start <= (text.startsWith("\uFEFF") ? 1 : 0)) return undefined;
  const from = lineStart(text, start - 1);
  return { start: from, text: text.slice(from, start).replace(/\r?\n$/, "") };
}

/** The end of the line behind a statement, its newline included, when only blanks and one comment are left on it. */
function trailing(text: string, end: number): number | undefined {
  const match = /^[ \t]*(?:\/\/[^\n]*|\/\*(?:(?!\*\/)[^\n])*\*\/[ \t]*)?(?:\r?\n|$)/.exec(text.slice(end));
  return match === null ? undefined : end + match[0].length;
}
