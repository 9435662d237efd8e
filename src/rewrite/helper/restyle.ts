/** A helper in the style of the project: what recipes write one way, as its own files write it. */
import { ts } from "../../typescript.ts";
import { isBraced, isPlain, listsOf } from "../habits.ts";
import type { TextEdit } from "../plan.ts";
import { quoteText } from "../print.ts";
import { applyEdits } from "../removal.ts";
import type { FileStyle } from "../style.ts";
import { withBraces } from "./braces.ts";

/** A module written in this repository's style, in another file's: quotes, semicolons, indentation, line ends. */
export function restyle(written: string, style: FileStyle, language: "js" | "ts"): string {
  const text = withBraces(written, style.bodies, language);
  const source = ts.createSourceFile(`helper.${language}`, text, ts.ScriptTarget.ESNext, true);
  const edits: TextEdit[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node)) {
      edits.push({ start: node.getStart(source), end: node.end, text: quoteText(node.text, style.quote) });
    } else if (!style.semicolons && text[node.end - 1] === ";" && hasOwnSemicolon(node)) {
      const next = text.slice(node.end).replace(/^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)+/, "");
      if (!/^[([`+\-/*]/.test(next) && /^[ \t]*(?:\n|$|\})/.test(text.slice(node.end)))
        edits.push({ start: node.end - 1, end: node.end, text: "" });
    }
    const [parameter] = ts.isArrowFunction(node) ? node.parameters : [];
    if (parameter !== undefined && ts.isArrowFunction(node) && isPlain(node, parameter) && isNaked(node, style)) {
      const start = parameter.getStart(source);
      if (text[start - 1] === "(" && text[parameter.end] === ")") {
        edits.push(
          { start: start - 1, end: start, text: "" },
          { start: parameter.end, end: parameter.end + 1, text: "" },
        );
      }
    }
    const joined = language === "js" && ts.isFunctionLike(node) ? onOneLine(node, source) : [];
    edits.push(...joined);
    if (style.functionSpace && isFunctionWithParameters(node)) {
      const open = text.lastIndexOf("(", node.parameters.pos);
      if (/[\w>]$/.test(text.slice(0, open))) edits.push({ start: open, end: open, text: " " });
    }
    if (!style.braceSpace && (isBraced(node) || ts.isTypeLiteralNode(node))) {
      const start = node.getStart(source) + 1;
      const [whole = ""] = /^\{ [^\n]* \}$/.exec(text.slice(start - 1, node.end)) ?? [];
      if (whole !== "") {
        edits.push({ start, end: start + 1, text: "" }, { start: node.end - 2, end: node.end - 1, text: "" });
      }
    }
    for (const { kind, list } of joined.length > 0 ? [] : listsOf(node)) {
      const isKept = style.trailingCommas === "all" || (style.trailingCommas === "values" && kind === "values");
      const [last] = list.slice(-1);
      // Behind a hole the comma counts: `[1, , ]` has two elements.
      const isIdle = list.hasTrailingComma === true && last !== undefined && !ts.isOmittedExpression(last);
      if (isIdle && !isKept) edits.push({ start: list.end - 1, end: list.end, text: "" });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  // Statements that end together share their semicolon.
  const distinct = new Map(edits.map((edit) => [edit.start, edit]));
  const restyled = applyEdits(
    text,
    [...distinct.values()].sort((a, b) => a.start - b.start),
  )
    .split("\n")
    .map((line) => line.replace(/^(?: {2})+/, (spaces) => style.indent.repeat(spaces.length / 2)))
    .join(style.eol);
  return restyled.endsWith(style.eol) ? restyled : restyled + style.eol;
}

/** The widest line that parameters without their types are put together on. */
const width = 80;

/** Parameters on a line each that fit on one, now that they have no types. */
function onOneLine({ parameters }: ts.SignatureDeclaration, source: ts.SourceFile): TextEdit[] {
  const text = source.text.slice(parameters.pos, parameters.end);
  const end = parameters.end + (/^\s*/.exec(source.text.slice(parameters.end))?.[0].length ?? 0);
  const isPlainList = parameters.every(({ initializer, name }) => initializer === undefined && ts.isIdentifier(name));
  if (!/^\n[^/]*$/.test(text) || !isPlainList) return [];
  const line = parameters.map((parameter) => parameter.getText(source)).join(", ");
  const before = source.text.slice(source.text.lastIndexOf("\n", parameters.pos) + 1, parameters.pos);
  return before.length + line.length > width ? [] : [{ start: parameters.pos, end, text: line }];
}

function isNaked({ body }: ts.ArrowFunction, { arrowParens }: FileStyle): boolean {
  return arrowParens === "never" || (arrowParens === "block" && !ts.isBlock(body));
}

function isFunctionWithParameters(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node) || ts.isMethodDeclaration(node);
}

/** Statements and members of types that end with a semicolon of their own, not with that of a statement inside them. */
function hasOwnSemicolon(node: ts.Node): boolean {
  return (
    ts.isExpressionStatement(node) ||
    ts.isVariableStatement(node) ||
    ts.isReturnStatement(node) ||
    ts.isThrowStatement(node) ||
    ts.isBreakOrContinueStatement(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isExportAssignment(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isTypeElement(node) ||
    (ts.isFunctionDeclaration(node) && node.body === undefined)
  );
}
