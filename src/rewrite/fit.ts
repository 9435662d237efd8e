/** A replacement in the place of what it replaces: parentheses, comments, and the start of a statement. */
import { ts } from "../typescript.ts";
import { isMixed, precedence, precedenceNeeded } from "./precedence.ts";
import { parenthesize, type Printed } from "./print.ts";
import { endsItself } from "./removal.ts";

/** Comments inside the name of what is replaced (`kit /* why *\/ .twice`), to stand behind the replacement. */
export function commentsOf(source: ts.SourceFile, node: ts.Node): string {
  const name = ts.isCallExpression(node) ? node.expression : node;
  const text = name.getText(source);
  if (!text.includes("/*") && !text.includes("//")) return "";
  const comments: string[] = [];
  const visit = (inner: ts.Node): void => {
    // The arguments of a chain's links are printed with their own.
    const { parent } = inner;
    if (inner !== name && ts.isCallExpression(parent) && parent.arguments.includes(inner as ts.Expression)) return;
    const children = inner.getChildren(source);
    if (children.length > 0) return children.forEach(visit);
    const trivia = source.text.slice(inner.pos, inner.getStart(source));
    if (inner.pos > name.pos) comments.push(...(trivia.match(/\/\*[\s\S]*?\*\/|\/\/[^\n]*\n/g) ?? []));
  };
  visit(name);
  return comments.map((comment) => ` ${comment}`).join("");
}

/** The replacement with its comments behind it; what must follow on the same line (`as T`) never stands on a later one. */
export function withComments(node: ts.Node, text: string, comments: string): string {
  const { parent } = node;
  const isRestricted = ts.isAsExpression(parent) || ts.isSatisfiesExpression(parent) || ts.isNonNullExpression(parent);
  return isRestricted && comments.includes("\n") ? `(${text}${comments})` : text + comments;
}

/** The replacement as it stands in its place: parentheses, and nothing that the start of a statement would misread. */
export function fit(source: ts.SourceFile, node: ts.Expression, printed: Printed): string {
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent))
    return `${node.getText(source)}: ${parenthesize(printed, precedence.assignment)}`;
  let text = isMixed(node, printed.precedence) ? `(${printed.text})` : parenthesize(printed, precedenceNeeded(node));
  const place = startOf(source, node);
  if (place?.kind === "statement" && /^(?:\{|function\b|class\b|async\s+function\b|let\s*\[)/.test(text))
    text = `(${text})`;
  if (place?.kind === "body" && text.startsWith("{")) text = `(${text})`;
  if (place?.kind === "export" && /^(?:function\b|class\b|async\s+function\b)/.test(text)) text = `(${text})`;
  if (place?.kind === "statement" && /^[([`+\-/]/.test(text) && mayJoin(source, place.node)) text = `;${text}`;
  return text;
}

/** The statement, arrow body or default export that begins with this node, where what it begins with matters. */
function startOf(
  source: ts.SourceFile,
  node: ts.Expression,
): { readonly kind: "statement" | "body" | "export"; readonly node: ts.Node } | undefined {
  const start = node.getStart(source);
  for (let at: ts.Node = node; at.parent !== undefined; at = at.parent) {
    const { parent } = at;
    if (ts.isExpressionStatement(parent)) return { kind: "statement", node: parent };
    if (ts.isArrowFunction(parent) && parent.body === at) return { kind: "body", node: parent };
    if (ts.isExportAssignment(parent)) return { kind: "export", node: parent };
    if (parent.getStart(source) !== start) return undefined;
  }
  return undefined;
}

/** True when the statement before has no semicolon and would run on into this one. */
function mayJoin(source: ts.SourceFile, statement: ts.Node): boolean {
  const { parent } = statement;
  const siblings =
    ts.isSourceFile(parent) || ts.isBlock(parent) || ts.isCaseOrDefaultClause(parent) ? parent.statements : undefined;
  const previous = siblings?.[siblings.findIndex((sibling) => sibling === statement) - 1];
  return previous !== undefined && source.text[previous.end - 1] !== ";" && !endsItself(previous);
}
