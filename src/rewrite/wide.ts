/** Objects that are written over several lines, as a person writes them where a member is a function with a block. */
import { ts } from "../typescript.ts";
import type { Expr } from "../analyze/verdicts/template.ts";
import type { FileStyle } from "./style.ts";

/** How the file writes what takes several lines. */
export interface Lines extends Pick<FileStyle, "eol" | "indent" | "trailingCommas" | "functionSpace"> {
  /** What the line begins with in which the object stands. */
  readonly margin: string;
}

/** A member of an object as it is printed, without its key; one that is spread has none. */
export interface Member {
  readonly key: string | undefined;
  readonly value: Expr;
  readonly text: string;
}

/** What the line begins with in which a node stands. */
export function marginOf(source: ts.SourceFile, node: ts.Node): string {
  const line = source.text.slice(0, node.getStart(source)).lastIndexOf("\n") + 1;
  return /^[ \t]*/.exec(source.text.slice(line))?.[0] ?? "";
}

/** The object, a member a line; undefined where one line is enough. */
export function inLines(members: readonly Member[], lines: Lines): string | undefined {
  const isLong = members.some((each) => each.text.includes("\n") && (isFunction(each) || opened(each) !== undefined));
  if (!isLong && members.filter(isFunction).length < 2) return undefined;
  const texts = members.flatMap((member) => opened(member) ?? [writeMember(member, lines)]);
  const inner = lines.margin + lines.indent;
  const end = lines.trailingCommas === "none" ? "" : ",";
  const list = texts.map((text) => inner + text).join(`,${lines.eol}`);
  return `{${lines.eol}${list}${end}${lines.eol}${lines.margin}}`;
}

function writeMember({ key, value, text }: Member, lines: Lines): string {
  const node = value.kind === "arg" ? value.argument.node : undefined;
  const moved = node === undefined ? text : moveTo(lines.margin + lines.indent, node, text);
  if (key === undefined) return `...${moved}`;
  const start = /^(?<async>async\s+)?function\s*(?<star>\*?)\s*\(/.exec(moved);
  if (node === undefined || !ts.isFunctionExpression(node) || start === null || repeatsName(node))
    return key === moved ? key : `${key}: ${moved}`;
  const before = `${start.groups?.["async"] === undefined ? "" : "async "}${start.groups?.["star"] ?? ""}`;
  return `${before}${key}${lines.functionSpace ? " " : ""}(${moved.slice(start[0].length)}`;
}

/** A method may not have two parameters of one name, where a function may. */
function repeatsName({ parameters }: ts.FunctionExpression): boolean {
  return new Set(parameters.map(({ name }) => name.getText())).size < parameters.length;
}

function isFunction({ key, value }: Member): boolean {
  if (key === undefined || value.kind !== "arg") return false;
  const { node } = value.argument;
  return ts.isFunctionExpression(node) || ts.isArrowFunction(node);
}

/** The members of an object that is spread where it is written; undefined where that is not the same, or has comments. */
function opened({ key, value, text }: Member): string[] | undefined {
  if (key !== undefined || value.kind !== "arg") return undefined;
  const { node } = value.argument;
  if (!isPlainObject(node) || node.getText() !== text || /\/[/*]/.test(text)) return undefined;
  const texts = node.properties.map((property) => property.getText());
  return texts.some((each) => each.includes("\n")) ? undefined : texts;
}

/** True for an object of names and values: spread into another it gives the same as written there. */
export function isPlainObject(node: ts.Expression): node is ts.ObjectLiteralExpression {
  return (
    ts.isObjectLiteralExpression(node) &&
    node.properties.every(
      (property) =>
        (ts.isPropertyAssignment(property) && ts.isIdentifier(property.name) && property.name.text !== "__proto__") ||
        ts.isShorthandPropertyAssignment(property),
    )
  );
}

/** The source of a node with another margin. A line that begins inside a text is part of that. */
function moveTo(margin: string, node: ts.Expression, text: string): string {
  const old = marginOf(node.getSourceFile(), node);
  const texts = textsIn(node);
  if (texts.length > 0 && text !== node.getText()) return text;
  let at = node.getStart();
  const lines = text.split("\n").map((line, index) => {
    const start = at;
    at += line.length + 1;
    const isMoved = index > 0 && line.trim() !== "" && line.startsWith(old);
    return isMoved && !texts.some((one) => one.getStart() < start && start < one.end)
      ? margin + line.slice(old.length)
      : line;
  });
  return lines.join("\n");
}

/** The texts of several lines in a node. */
function textsIn(node: ts.Node): ts.Node[] {
  const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
  if (isText || ts.isJsxText(node)) return node.getText().includes("\n") ? [node] : [];
  const found: ts.Node[] = [];
  ts.forEachChild(node, (inner) => void found.push(...textsIn(inner)));
  return found;
}
