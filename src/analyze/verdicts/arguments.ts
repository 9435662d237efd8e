/** The arguments of a call, with what is known of each. */
import { ts } from "ts-morph";
import { anything, type Fact, isOnly } from "../facts/fact.ts";
import { syntacticFact } from "../facts/syntactic.ts";
import type { Types } from "../facts/typed.ts";
import type { Scope } from "../usages/scope.ts";
import { isWritten, skipOuter } from "../usages/syntax.ts";
import type { Argument } from "./template.ts";

/** What an argument's value is: by its syntax, and where that is silent by its type. */
export function factOfArgument(scope: Scope, types: Types, path: string, node: ts.Expression): Fact {
  const inner = unasserted(ts.isSpreadElement(node) ? node.expression : node);
  const syntactic = syntacticFact(scope, inner);
  if (syntactic.literal !== undefined || syntactic.items !== undefined || syntactic.properties !== undefined)
    return syntactic;
  if (syntactic.kinds.size === 1 && !isOnly(syntactic, "array")) return syntactic;
  const typed = types.factOf(path, inner.getStart(), inner.end) ?? anything;
  return typed.kinds.size < syntactic.kinds.size || typed.elements !== undefined ? typed : syntactic;
}

/** `list[9]!` as `list[9]`: that an element is there is asserted more often than it is true. */
function unasserted(node: ts.Expression): ts.Expression {
  const isElement = ts.isNonNullExpression(node) && ts.isElementAccessExpression(node.expression);
  return isElement ? node.expression : node;
}

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
