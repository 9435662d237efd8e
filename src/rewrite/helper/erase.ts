/** A piece of a recipe as source of the project: without types where the project has none. */
import { ts } from "../../typescript.ts";
import { skipOuter } from "../../analyze/usages/syntax.ts";
import { baseOfRefinement } from "../../analyze/facts/refinements.ts";
import type { TextEdit } from "../plan.ts";
import { applyEdits } from "../removal.ts";

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
    const held = ts.isParenthesizedExpression(node) ? assertedIn(node) : undefined;
    if (held !== undefined) {
      // Parentheses around an assertion of what has some of its own.
      cut(node.getStart(source), held.getStart(source));
      visit(held);
      return cut(held.end, node.end);
    }
    if (ts.isPropertyAssignment(node) && isAssertion(node.initializer) && isNamedAlike(node)) {
      // What has the name of its property needs none.
      return cut(node.name.end, node.end);
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

/** The parentheses that an assertion in parentheses is made of. */
function assertedIn({ expression }: ts.ParenthesizedExpression): ts.ParenthesizedExpression | undefined {
  if (!isAssertion(expression)) return undefined;
  let inner: ts.Expression = expression;
  while (ts.isAsExpression(inner) || ts.isSatisfiesExpression(inner) || ts.isNonNullExpression(inner))
    inner = inner.expression;
  return ts.isParenthesizedExpression(inner) ? inner : undefined;
}

function isNamedAlike({ name, initializer }: ts.PropertyAssignment): boolean {
  const value = skipOuter(initializer);
  return ts.isIdentifier(name) && ts.isIdentifier(value) && value.text === name.text;
}

/** True where an assertion is a whole value, so that what it asserts needs no parentheses; never before a line break. */
function standsAlone(node: ts.Expression, inner: ts.ParenthesizedExpression, source: ts.SourceFile): boolean {
  const { parent } = node;
  const isWhole =
    ts.isReturnStatement(parent) ||
    ((ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) && parent.initializer === node) ||
    (ts.isArrowFunction(parent) &&
      parent.body === node &&
      source.text[inner.expression.getStart(source)] !== "{" &&
      !ts.isConditionalExpression(inner.expression)) ||
    (ts.isCallExpression(parent) && parent.expression !== node);
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
    ts.isArrayLiteralExpression(node) ||
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
    const inner = ts.isParenthesizedTypeNode(node) ? node.type : node;
    if (ts.isUnionTypeNode(inner)) {
      const parts = inner.types.map((type) => namedText(type, source));
      const distinct = [...new Set(parts)];
      // Refinements of one type are that type together.
      if (distinct.length < parts.length) {
        const text = distinct.join(" | ");
        const isWhole = inner === node || (distinct.length === 1 && !/\W/.test(text));
        edits.push({ start: node.getStart(source), end: node.end, text: isWhole ? text : `(${text})` });
        return;
      }
    }
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

function namedText(type: ts.TypeNode, source: ts.SourceFile): string {
  const start = type.getStart(source);
  const edits = nameTypes(type, source).map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return applyEdits(source.text.slice(start, type.end), edits);
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
