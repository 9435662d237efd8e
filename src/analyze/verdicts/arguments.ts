/** The arguments of a call, with what is known of each. */
import { ts } from "../../typescript.ts";
import { anything, either, type Fact, isOnly, ofKind } from "../facts/fact.ts";
import { syntacticFact } from "../facts/syntactic.ts";
import type { Types } from "../facts/typed.ts";
import type { Scope } from "../usages/scope.ts";
import { isAssignment, isWritten, skipOuter } from "../usages/syntax.ts";
import type { Argument } from "./template.ts";

/** What an argument's value is: by its syntax, and where that is silent by its type. */
export function factOfArgument(scope: Scope, types: Types, path: string, node: ts.Expression): Fact {
  const inner = ts.isSpreadElement(node) ? node.expression : node;
  const fact = factOf(scope, types, path, inner);
  return mayMiss(inner, false) ? either([fact, ofKind("undefined")]) : fact;
}

function factOf(scope: Scope, types: Types, path: string, node: ts.Expression): Fact {
  const syntactic = syntacticFact(scope, node);
  if (syntactic.literal !== undefined || syntactic.items !== undefined || syntactic.properties !== undefined)
    return syntactic;
  if (syntactic.kinds.size === 1 && !isOnly(syntactic, "array")) return syntactic;
  const typed = types.factOf(path, node.getStart(), node.end) ?? anything;
  return typed.kinds.size < syntactic.kinds.size || typed.elements !== undefined ? typed : syntactic;
}

/** Whether a value may be an element that `!` asserts, as in `list[9]!`: it is asserted more often than it is there. */
function mayMiss(node: ts.Expression, isAsserted: boolean): boolean {
  if (ts.isElementAccessExpression(node)) return isAsserted;
  if (ts.isNonNullExpression(node)) return mayMiss(node.expression, true);
  if (ts.isParenthesizedExpression(node) || ts.isSatisfiesExpression(node) || ts.isAsExpression(node))
    return mayMiss(node.expression, isAsserted);
  if (ts.isConditionalExpression(node))
    return mayMiss(node.whenTrue, isAsserted) || mayMiss(node.whenFalse, isAsserted);
  if (!ts.isBinaryExpression(node)) return false;
  const { operatorToken: operator, left, right } = node;
  if (operator.kind === ts.SyntaxKind.CommaToken || isAssignment(node)) return mayMiss(right, isAsserted);
  return logical.has(operator.kind) && (mayMiss(left, isAsserted) || mayMiss(right, isAsserted));
}

const logical: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

export function readArgument(scope: Scope, node: ts.Expression, index: number, fact: Fact): Argument {
  const constant = isConstant(scope, node);
  return { index, node, fact, constant, idle: constant || isIdle(scope, node) };
}

/** Literals, and names that nothing writes to after their declaration. */
function isConstant(scope: Scope, expression: ts.Expression): boolean {
  const node = skipOuter(expression);
  if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node) || ts.isBigIntLiteral(node)) return true;
  if (ts.isPrefixUnaryExpression(node))
    return ts.isNumericLiteral(node.operand) && node.operator !== ts.SyntaxKind.PlusPlusToken;
  switch (node.kind) {
    case ts.SyntaxKind.TrueKeyword:
    case ts.SyntaxKind.FalseKeyword:
    case ts.SyntaxKind.NullKeyword:
      return true;
    default:
      return ts.isIdentifier(node) && isSettledName(scope, node);
  }
}

/** True for a name whose only write is its declaration, so that reading it twice, or later, gives the same. */
function isSettledName(scope: Scope, node: ts.Identifier): boolean {
  const symbol = scope.symbolOf(node);
  const declarations = symbol?.declarations ?? [];
  const [declaration] = declarations;
  if (declaration === undefined) return node.text === "undefined" || node.text === "NaN" || node.text === "Infinity";
  if (declarations.length !== 1) return false;
  const isKnownForm =
    ts.isParameter(declaration) ||
    ts.isVariableDeclaration(declaration) ||
    ts.isBindingElement(declaration) ||
    ts.isFunctionDeclaration(declaration);
  if (!isKnownForm) return false;
  const identifiers = scope.identifiers(node.getSourceFile());
  // In sloppy code a parameter changes with its element of `arguments`.
  const isMapped = (identifiers.get("arguments") ?? []).some((one) =>
    ts.findAncestor(one, (at) => at === declaration.parent),
  );
  if (ts.isParameter(declaration) && isMapped) return false;
  const same = identifiers.get(node.text) ?? [];
  return same.every((other) => scope.symbolOf(other) !== symbol || !isWritten(other));
}

/** Expressions whose evaluation can be left out: reading a declared name, making a function. */
function isIdle(scope: Scope, expression: ts.Expression): boolean {
  const node = skipOuter(expression);
  if (ts.isFunctionExpression(node) || ts.isArrowFunction(node) || node.kind === ts.SyntaxKind.ThisKeyword) return true;
  return ts.isIdentifier(node) && (scope.symbolOf(node)?.declarations?.length ?? 0) > 0;
}
