/** Questions about syntax that several steps ask. */
import { ts } from "../../typescript.ts";

/** True where the expression is written to: assigned, counted up, deleted, the target of a loop or destructuring. */
export function isWritten(node: ts.Expression): boolean {
  const parent = node.parent;
  if (ts.isBinaryExpression(parent)) return parent.left === node && isAssignment(parent);
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent))
    return parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken;
  if (ts.isDeleteExpression(parent)) return true;
  if (ts.isForInStatement(parent) || ts.isForOfStatement(parent)) return parent.initializer === node;
  if (
    ts.isParenthesizedExpression(parent) ||
    ts.isNonNullExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isSatisfiesExpression(parent) ||
    ts.isTypeAssertionExpression(parent)
  )
    return isWritten(parent);
  if (ts.isSpreadElement(parent) || ts.isSpreadAssignment(parent)) return isPattern(parent.parent);
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node && isPattern(parent.parent);
  if (ts.isShorthandPropertyAssignment(parent)) return isPattern(parent.parent);
  if (ts.isArrayLiteralExpression(parent)) return isPattern(parent);
  return false;
}

/** True for an assignment of any kind: `=`, `+=`, `??=`. */
export function isAssignment({ operatorToken }: ts.BinaryExpression): boolean {
  return operatorToken.kind >= ts.SyntaxKind.FirstAssignment && operatorToken.kind <= ts.SyntaxKind.LastAssignment;
}

/** True for what has a body that runs by itself: a function, or the static block of a class. */
export function hasOwnBody(node: ts.Node): node is ts.SignatureDeclaration | ts.ClassStaticBlockDeclaration {
  return ts.isFunctionLike(node) || ts.isClassStaticBlockDeclaration(node);
}

/** True for an object or array literal that is the target of a destructuring assignment. */
function isPattern(node: ts.Node): boolean {
  if (!ts.isArrayLiteralExpression(node) && !ts.isObjectLiteralExpression(node)) return false;
  return isWritten(node);
}

/** True where an identifier only names something: a property, a label, a key, a declaration. */
export function isNameOnly(node: ts.Identifier): boolean {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isQualifiedName(parent)) return parent.right === node;
  if (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent))
    return parent.name === node;
  if (ts.isBindingElement(parent)) return parent.propertyName === node || parent.name === node;
  if (ts.isImportSpecifier(parent) || ts.isImportClause(parent) || ts.isNamespaceImport(parent)) return true;
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent)) return parent.name === node;
  if (ts.isFunctionDeclaration(parent) || ts.isClassDeclaration(parent)) return parent.name === node;
  if (ts.isFunctionExpression(parent) || ts.isClassExpression(parent)) return parent.name === node;
  return ts.isLabeledStatement(parent) || ts.isBreakStatement(parent) || ts.isContinueStatement(parent);
}

/** The nearest function around a node, or its source file. */
export function enclosingFunction(
  node: ts.Node,
): ts.SignatureDeclaration | ts.SourceFile | ts.ClassStaticBlockDeclaration {
  let at: ts.Node = node.parent;
  while (!ts.isSourceFile(at) && !hasOwnBody(at)) at = at.parent;
  return at;
}

/** The statement of the file itself that a node is in. */
export function topLevelStatement(node: ts.Node): ts.Node {
  let at = node;
  while (at.parent !== undefined && !ts.isSourceFile(at.parent)) at = at.parent;
  return at;
}

/** The expression without parentheses and the assertions that TypeScript erases. */
export function skipOuter(node: ts.Expression): ts.Expression {
  let at = node;
  while (
    ts.isParenthesizedExpression(at) ||
    ts.isAsExpression(at) ||
    ts.isSatisfiesExpression(at) ||
    ts.isNonNullExpression(at) ||
    ts.isTypeAssertionExpression(at)
  )
    at = at.expression;
  return at;
}

/** The outermost expression that has the value of one: parentheses and the assertions that TypeScript erases around it. */
export function outermost(node: ts.Expression): ts.Expression {
  let at = node;
  while (
    ts.isParenthesizedExpression(at.parent) ||
    ts.isAsExpression(at.parent) ||
    ts.isSatisfiesExpression(at.parent) ||
    ts.isNonNullExpression(at.parent) ||
    ts.isTypeAssertionExpression(at.parent)
  )
    at = at.parent;
  return at;
}

/** The package a bare specifier belongs to, and the entry point asked of it; undefined for paths and URLs. */
export function splitSpecifier(specifier: string): { readonly package: string; readonly entry: string } | undefined {
  const match = /^((?:@[^/\\%]+\/)?[^./\\%@][^/\\%]*)(\/.*)?$/.exec(specifier);
  if (match === null || match[1] === undefined || /^[a-z][a-z0-9+.-]*:/i.test(specifier)) return undefined;
  return { package: match[1], entry: match[2] === undefined || match[2] === "/" ? "." : `.${match[2]}` };
}
