/** A piece of a recipe as source of the project: without types where the project has none, in the project's own style. */
import { ts } from "../../typescript.ts";
import { skipOuter } from "../../analyze/usages/syntax.ts";
import { baseOfRefinement } from "../../analyze/facts/refinements.ts";
import type { TextEdit } from "../plan.ts";
import { quoteText } from "../print.ts";
import { applyEdits } from "../removal.ts";
import { isBraced, isPlain, listsOf } from "../habits.ts";
import type { FileStyle } from "../style.ts";

/** The text of a node of a recipe, its types erased for JavaScript, the engine's own type names replaced for TypeScript. */
export function textOfRecipe(node: ts.Node, language: "js" | "ts"): string {
  const source = node.getSourceFile();
  const start = node.getStart(source);
  const edits = language === "js" ? eraseTypes(node, source) : nameTypes(node, source);
  const moved = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const text = applyEdits(source.text.slice(start, node.end), moved);
  return dedent(text, columnOf(source, start));
}

function eraseTypes(root: ts.Node, source: ts.SourceFile): TextEdit[] {
  const edits: TextEdit[] = [];
  const cut = (start: number, end: number): void => {
    edits.push({ start, end, text: "" });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isParenthesizedExpression(node) && isAssertion(node.expression) && isSimple(skipOuter(node.expression))) {
      // Parentheses that only held the assertion.
      const inner = skipOuter(node.expression);
      cut(node.getStart(source), inner.getStart(source));
      visit(inner);
      return cut(inner.end, node.end);
    }
    if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isNonNullExpression(node)) {
      const inner = node.expression;
      if (ts.isParenthesizedExpression(inner) && standsAlone(node, inner, source)) {
        // Parentheses that only held what was asserted.
        cut(inner.getStart(source), inner.expression.getStart(source));
        visit(inner.expression);
        return cut(inner.expression.end, node.end);
      }
      visit(inner);
      return cut(inner.end, node.end);
    }
    if (ts.isClassElement(node) && ts.canHaveModifiers(node))
      for (const modifier of ts.getModifiers(node) ?? [])
        if (isOfTypes(modifier)) cut(modifier.getStart(source), startBehind(modifier, source));
    if (ts.isParameter(node) || ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node)) {
      if (ts.isParameter(node) && node.questionToken) cut(node.questionToken.getStart(source), node.questionToken.end);
      if (node.type !== undefined)
        cut(node.name.end + (ts.isParameter(node) && node.questionToken ? 1 : 0), node.type.end);
      visit(node.name);
      if (node.initializer) visit(node.initializer);
      return;
    }
    if (ts.isFunctionLike(node)) {
      const { typeParameters } = node;
      if (typeParameters !== undefined && typeParameters.length > 0)
        cut(typeParameters.pos - 1, typeParameters.end + 1);
      for (const parameter of node.parameters) {
        // A `this` parameter is a type only.
        if (parameter.name.getText(source) === "this")
          cut(parameter.getStart(source), node.parameters[1]?.getStart(source) ?? parameter.end);
        else visit(parameter);
      }
      if (node.type !== undefined) cut(closingParen(node, source), node.type.end);
      if ("body" in node && node.body !== undefined) visit(node.body);
      return;
    }
    if (
      (ts.isCallExpression(node) || ts.isNewExpression(node)) &&
      node.typeArguments &&
      node.typeArguments.length > 0
    ) {
      cut(node.typeArguments.pos - 1, node.typeArguments.end + 1);
      visit(node.expression);
      for (const argument of node.arguments ?? []) visit(argument);
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(root);
  return edits.sort((a, b) => a.start - b.start);
}

/** A modifier that only the types know. */
function isOfTypes({ kind }: ts.Modifier): boolean {
  return (
    kind === ts.SyntaxKind.ReadonlyKeyword ||
    kind === ts.SyntaxKind.OverrideKeyword ||
    kind === ts.SyntaxKind.PrivateKeyword ||
    kind === ts.SyntaxKind.ProtectedKeyword ||
    kind === ts.SyntaxKind.PublicKeyword
  );
}

/** Where the word behind a node starts. */
function startBehind(node: ts.Node, source: ts.SourceFile): number {
  return node.end + (/^\s*/.exec(source.text.slice(node.end))?.[0].length ?? 0);
}

function isAssertion(node: ts.Expression): boolean {
  return ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isNonNullExpression(node);
}

/** True where an assertion is a whole value, so that what it asserts needs no parentheses; never before a line break. */
function standsAlone(node: ts.Expression, inner: ts.ParenthesizedExpression, source: ts.SourceFile): boolean {
  const { parent } = node;
  const isWhole = ts.isReturnStatement(parent) || (ts.isVariableDeclaration(parent) && parent.initializer === node);
  const gap = source.text.slice(inner.getStart(source) + 1, inner.expression.getStart(source));
  const isSequence =
    ts.isBinaryExpression(inner.expression) && inner.expression.operatorToken.kind === ts.SyntaxKind.CommaToken;
  return isWhole && gap.trim() === gap && !gap.includes("\n") && !isSequence;
}

function isSimple(node: ts.Expression): boolean {
  return (
    ts.isIdentifier(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isCallExpression(node)
  );
}

/** The offset behind the parenthesis that closes a parameter list. */
function closingParen(node: ts.SignatureDeclaration, source: ts.SourceFile): number {
  const from = node.parameters.end;
  return source.text.indexOf(")", from) + 1;
}

function nameTypes(root: ts.Node, source: ts.SourceFile): TextEdit[] {
  const edits: TextEdit[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) {
      const base = baseOfRefinement(node.typeName.text);
      if (base !== undefined) {
        const text = /\W/.test(base) && isPartOfType(node.parent) ? `(${base})` : base;
        edits.push({ start: node.getStart(source), end: node.end, text });
        return;
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(root);
  return edits;
}

function isPartOfType(node: ts.Node): boolean {
  return (
    ts.isArrayTypeNode(node) ||
    ts.isUnionTypeNode(node) ||
    ts.isIntersectionTypeNode(node) ||
    ts.isTypeOperatorNode(node) ||
    ts.isIndexedAccessTypeNode(node)
  );
}

function columnOf(source: ts.SourceFile, start: number): number {
  const lineStart = source.text.lastIndexOf("\n", start - 1) + 1;
  return /^[ ]*/.exec(source.text.slice(lineStart))?.[0].length ?? 0;
}

function dedent(text: string, column: number): string {
  const margin = new RegExp(`^ {0,${column}}`);
  return text
    .split("\n")
    .map((line, index) => (index === 0 ? line : line.replace(margin, "")))
    .join("\n");
}

/** A module written in this repository's style, in another file's: quotes, semicolons, indentation, line ends. */
export function restyle(text: string, style: FileStyle, language: "js" | "ts"): string {
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
    for (const { kind, list } of listsOf(node)) {
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

function isNaked({ body }: ts.ArrowFunction, { arrowParens }: FileStyle): boolean {
  return arrowParens === "never" || (arrowParens === "block" && !ts.isBlock(body));
}

function isFunctionWithParameters(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node) || ts.isMethodDeclaration(node);
}

/** Statements that end with a semicolon of their own, not with that of a statement inside them. */
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
    ts.isTypeAliasDeclaration(node)
  );
}
