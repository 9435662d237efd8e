/** How tightly expressions bind, and how tightly a place needs them to: the one source of parentheses. */
import { ts } from "../typescript.ts";

/** Higher binds tighter. The steps follow the grammar of ECMAScript. */
export const precedence = {
  comma: 1,
  assignment: 2,
  logical: 4,
  unary: 15,
  call: 18,
  member: 19,
  primary: 20,
} as const;

const binary: ReadonlyMap<string, number> = new Map([
  ["??", 4],
  ["||", 4],
  ["&&", 5],
  ["|", 6],
  ["^", 7],
  ["&", 8],
  ["==", 9],
  ["!=", 9],
  ["===", 9],
  ["!==", 9],
  ["<", 10],
  [">", 10],
  ["<=", 10],
  [">=", 10],
  ["in", 10],
  ["instanceof", 10],
  ["<<", 11],
  [">>", 11],
  [">>>", 11],
  ["+", 12],
  ["-", 12],
  ["*", 13],
  ["/", 13],
  ["%", 13],
  ["**", 14],
]);

export function precedenceOfOperator(operator: string): number {
  return operator === "," ? precedence.comma : (binary.get(operator) ?? precedence.assignment);
}

/** How tightly an expression of the source binds. */
export function precedenceOf(node: ts.Expression): number {
  if (ts.isBinaryExpression(node)) return precedenceOfOperator(node.operatorToken.getText());
  if (
    ts.isConditionalExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isYieldExpression(node) ||
    ts.isSpreadElement(node)
  )
    return precedence.assignment;
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return precedenceOfOperator("<");
  if (
    ts.isPrefixUnaryExpression(node) ||
    ts.isTypeOfExpression(node) ||
    ts.isVoidExpression(node) ||
    ts.isDeleteExpression(node) ||
    ts.isTypeAssertionExpression(node)
  )
    return precedence.unary;
  // The grammar takes an await in an operator without parentheses; people and formatters write them.
  if (ts.isAwaitExpression(node)) return precedence.assignment + 1;
  if (ts.isPostfixUnaryExpression(node)) return precedence.unary + 1;
  if (ts.isOptionalChain(node)) return precedence.unary + 2;
  if (ts.isCallExpression(node) || ts.isTaggedTemplateExpression(node)) return precedence.call;
  if (ts.isNewExpression(node)) return node.arguments === undefined ? precedence.unary + 1 : precedence.member;
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) || ts.isNonNullExpression(node))
    return hasCall(node) ? precedence.call : precedence.member;
  // A function or class in front of a dot or a call reads badly, and fails at the start of a statement.
  if (ts.isFunctionExpression(node) || ts.isClassExpression(node)) return precedence.unary;
  return precedence.primary;
}

/** How tightly what stands in the place of a node must bind there, not to need parentheses. */
export function precedenceNeeded(node: ts.Expression): number {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent))
    return parent.expression === node ? precedence.call : 0;
  if (ts.isCallExpression(parent)) return parent.expression === node ? precedence.call : precedence.assignment;
  if (ts.isNewExpression(parent)) return parent.expression === node ? precedence.member : precedence.assignment;
  if (
    ts.isNonNullExpression(parent) ||
    ts.isTaggedTemplateExpression(parent) ||
    ts.isExpressionWithTypeArguments(parent)
  )
    return precedence.call;
  if (ts.isDecorator(parent)) return precedence.call;
  if (ts.isBinaryExpression(parent)) return neededInBinary(parent, node);
  if (ts.isConditionalExpression(parent)) return parent.condition === node ? precedence.logical : precedence.assignment;
  if (
    ts.isPrefixUnaryExpression(parent) ||
    ts.isTypeOfExpression(parent) ||
    ts.isVoidExpression(parent) ||
    ts.isDeleteExpression(parent) ||
    ts.isAwaitExpression(parent) ||
    ts.isTypeAssertionExpression(parent)
  )
    return precedence.unary;
  if (ts.isPostfixUnaryExpression(parent)) return precedence.call;
  if (ts.isAsExpression(parent) || ts.isSatisfiesExpression(parent)) return precedenceOfOperator("<<");
  const isOpen =
    ts.isExpressionStatement(parent) ||
    ts.isParenthesizedExpression(parent) ||
    ts.isTemplateSpan(parent) ||
    ts.isJsxExpression(parent) ||
    ts.isReturnStatement(parent) ||
    ts.isThrowStatement(parent) ||
    ts.isIfStatement(parent) ||
    ts.isWhileStatement(parent);
  return isOpen ? 0 : precedence.assignment;
}

/** True for `&&` in `||`, which needs no parentheses; people and formatters write them. */
export function isMixed(node: ts.Expression, own: number): boolean {
  const { parent } = node;
  return (
    own === precedenceOfOperator("&&") &&
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.BarBarToken
  );
}

function neededInBinary(parent: ts.BinaryExpression, node: ts.Expression): number {
  const operator = parent.operatorToken.getText();
  const own = precedenceOfOperator(operator);
  if (operator === "**") return parent.left === node ? precedence.unary + 1 : own;
  // `??` may not stand beside `||` or `&&`: both sides bind tighter than any of them, or get parentheses.
  if (operator === "??") return parent.left === node ? 6 : 6;
  if (own === precedence.assignment) return parent.left === node ? precedence.call : precedence.assignment;
  return parent.left === node ? own : own + 1;
}

function hasCall(node: ts.Expression): boolean {
  let at: ts.Expression = node;
  while (ts.isPropertyAccessExpression(at) || ts.isElementAccessExpression(at) || ts.isNonNullExpression(at))
    at = at.expression;
  return ts.isCallExpression(at);
}
