/** Taking names out of a list in braces: the others keep their lines, and the comments that are said of them. */
import { ts } from "../typescript.ts";
import type { TextEdit } from "./plan.ts";

type Names =
  ts.NodeArray<ts.ImportSpecifier> | ts.NodeArray<ts.BindingElement> | ts.NodeArray<ts.ObjectLiteralElementLike>;

/** The edits that leave in a list what stays; what is said behind a name on its line goes with it. Some of them stay. */
export function narrowList(source: ts.SourceFile, names: Names, stays: (node: ts.Node) => boolean): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let index = 0; index < names.length; index += 1) {
    const first = names[index];
    if (first === undefined || stays(first)) continue;
    const before = names[index - 1];
    let last = first;
    for (let next = names[index + 1]; next !== undefined && !stays(next); next = names[index + 1]) {
      last = next;
      index += 1;
    }
    const after = names[index + 1];
    if (after !== undefined) edits.push(cutForward(source, before, first, last, after));
    else if (before !== undefined) edits.push(...cutEnd(source, before, first, last, names.hasTrailingComma === true));
  }
  return edits;
}

/** The edits that take members out of object literals. Others stay in each of these. */
export function narrowLiterals(source: ts.SourceFile, gone: readonly ts.ObjectLiteralElementLike[]): TextEdit[] {
  const nodes = new Set<ts.Node>(gone);
  const literals = new Set(gone.map((member) => member.parent).filter(ts.isObjectLiteralExpression));
  return [...literals].flatMap((literal) => narrowList(source, literal.properties, (member) => !nodes.has(member)));
}

/** The edits on an import's clause that leave its names that stay: some of them do. */
export function narrowClause(
  source: ts.SourceFile,
  clause: ts.ImportClause,
  stays: (name: ts.Node) => boolean,
): TextEdit[] {
  const { name, namedBindings: named } = clause;
  const isNamed = named !== undefined && ts.isNamedImports(named);
  const isListKept =
    named !== undefined && (isNamed ? named.elements.some((element) => stays(element.name)) : stays(named.name));
  const isNameKept = name !== undefined && stays(name);
  const edits: TextEdit[] = [];
  if (name !== undefined && named !== undefined && !isNameKept)
    edits.push({ start: name.getStart(source), end: named.getStart(source), text: "" });
  if (named === undefined) return edits;
  if (!isListKept) return name === undefined ? edits : [...edits, { start: name.end, end: named.end, text: "" }];
  if (!isNamed) return edits;
  return [...edits, ...narrowList(source, named.elements, (node) => ts.isImportSpecifier(node) && stays(node.name))];
}

/** From a name to the next one that stays, or to a comment on a line of its own in front of that. */
function cutForward(
  source: ts.SourceFile,
  before: ts.Node | undefined,
  first: ts.Node,
  last: ts.Node,
  after: ts.Node,
): TextEdit {
  const start = first.getStart(source);
  const isOnLine = before !== undefined && !source.text.slice(before.end, start).includes("\n");
  const isBroken = source.text.slice(last.end, after.getStart(source)).includes("\n");
  if (isOnLine && isBroken && !hasComment(source.text.slice(before.end, start)))
    return { start: before.end, end: last.end, text: "" };
  const between = source.text.slice(last.end, after.getStart(source));
  const own = /^\s*,[ \t]*(?:\/\/[^\n]*|\/\*(?:(?!\*\/)[^\n])*\*\/[ \t]*)?\r?\n[ \t]*/.exec(between);
  return { start, end: own === null ? after.getStart(source) : last.end + own[0].length, text: "" };
}

/** The last names of a list: the one before becomes the last, with a comma behind it where there was one. */
function cutEnd(
  source: ts.SourceFile,
  before: ts.Node,
  first: ts.Node,
  last: ts.Node,
  hasTrailingComma: boolean,
): TextEdit[] {
  const { text } = source;
  const between = text.slice(before.end, first.getStart(source));
  const lineStart = text.lastIndexOf("\n", first.getStart(source) - 1) + 1;
  const rest = /^[ \t]*,?[ \t]*(?:\/\/[^\n]*|\/\*(?:(?!\*\/)[^\n])*\*\/[ \t]*)?\r?\n/.exec(text.slice(last.end));
  const isOnOwnLines = /^[ \t]*$/.test(text.slice(lineStart, first.getStart(source))) && rest !== null;
  if (!isOnOwnLines && !hasComment(between)) return [{ start: before.end, end: last.end, text: "" }];
  const comma = before.end + between.indexOf(",");
  const edits: TextEdit[] = hasTrailingComma ? [] : [{ start: comma, end: comma + 1, text: "" }];
  if (isOnOwnLines) return [...edits, { start: lineStart, end: last.end + rest[0].length, text: "" }];
  const trailing = hasTrailingComma ? /^\s*,/.exec(text.slice(last.end)) : null;
  const start = before.end + between.replace(/[ \t]+$/, "").length;
  return [...edits, { start, end: last.end + (trailing?.[0].length ?? 0), text: "" }];
}

function hasComment(text: string): boolean {
  return /\/[/*]/.test(text);
}
