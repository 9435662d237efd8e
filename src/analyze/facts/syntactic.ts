/** What an expression's own syntax proves of its value: no types are asked, so it holds in any project. */
import { ts } from "../../typescript.ts";
import { hasRun, isLastingFunction, isNeverWritten } from "../usages/constant.ts";
import { skipOuter } from "../usages/syntax.ts";
import type { Scope } from "../usages/scope.ts";
import {
  anything,
  either,
  type Fact,
  isOnly,
  ofArray,
  ofClass,
  ofKind,
  ofLiteral,
  ofObject,
  ofPath,
  truthiness,
  without,
} from "./fact.ts";
import { factOfDeclaration, factOfDeclaredProperty, factOfDeclaredResult } from "./declared.ts";
import { factOfKnownCall } from "./known.ts";

/** The fact of an expression, following constants; `anything` where the syntax proves nothing. */
export function syntacticFact(scope: Scope, expression: ts.Expression, depth = 0): Fact {
  const node = skipOuter(expression);
  const of = (inner: ts.Expression): Fact => syntacticFact(scope, inner, depth);
  if (ts.isStringLiteralLike(node)) return ofLiteral(node.text);
  if (ts.isTemplateExpression(node)) return ofKind("string");
  if (ts.isNumericLiteral(node)) return ofLiteral(Number(node.text));
  if (ts.isBigIntLiteral(node)) return ofKind("bigint");
  if (ts.isRegularExpressionLiteral(node)) return ofClass("RegExp");
  if (ts.isFunctionExpression(node) || ts.isArrowFunction(node)) return factOfFunction(node);
  if (ts.isClassExpression(node)) return ofKind("function");
  if (ts.isArrayLiteralExpression(node)) return factOfArray(node, of);
  if (ts.isObjectLiteralExpression(node)) return factOfObject(scope, node, of);
  if (ts.isPrefixUnaryExpression(node)) return factOfPrefix(node, of);
  if (ts.isPostfixUnaryExpression(node)) return ofKind("number", "bigint");
  if (ts.isTypeOfExpression(node)) return ofKind("string");
  if (ts.isVoidExpression(node)) return ofLiteral(undefined);
  if (ts.isDeleteExpression(node)) return ofKind("boolean");
  if (ts.isBinaryExpression(node)) return factOfBinary(node, of);
  if (ts.isConditionalExpression(node)) return either([of(node.whenTrue), of(node.whenFalse)]);
  if (ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isPropertyAccessExpression(node)) {
    const known = factOfKnownCall(scope, node, of);
    if (known !== anything || !scope.trusts(node.getSourceFile())) return known;
    if (ts.isPropertyAccessExpression(node)) return factOfDeclaredProperty(scope, node);
    return ts.isCallExpression(node) ? factOfDeclaredResult(scope, node.expression) : anything;
  }
  if (ts.isIdentifier(node)) return factOfName(scope, node, depth);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return ofLiteral(true);
  if (node.kind === ts.SyntaxKind.FalseKeyword) return ofLiteral(false);
  if (node.kind === ts.SyntaxKind.NullKeyword) return ofLiteral(null);
  return anything;
}

function factOfFunction(node: ts.FunctionExpression | ts.ArrowFunction): Fact {
  const tellsAll = (inner: ts.Node): boolean =>
    (ts.isIdentifier(inner) && inner.text === "arguments") || (ts.forEachChild(inner, tellsAll) ?? false);
  const fact: Fact = {
    ...ofKind("function"),
    ...(givesNothing(node) && { isProcedure: true }),
    ...(ts.isArrowFunction(node) && { isArrow: true }),
  };
  if (node.parameters.some((parameter) => parameter.dotDotDotToken) || tellsAll(node)) return fact;
  return { ...fact, arity: node.parameters.length };
}

function givesNothing(node: ts.FunctionExpression | ts.ArrowFunction): boolean {
  if (node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword)) return true;
  const givesValue = (inner: ts.Node): boolean => {
    if (ts.isFunctionLike(inner) || ts.isClassLike(inner)) return false;
    if (ts.isReturnStatement(inner)) return inner.expression !== undefined;
    return ts.forEachChild(inner, givesValue) ?? false;
  };
  return ts.isBlock(node.body) && node.asteriskToken === undefined && !givesValue(node.body);
}

function factOfArray(node: ts.ArrayLiteralExpression, of: (inner: ts.Expression) => Fact): Fact {
  if (node.elements.some((element) => ts.isSpreadElement(element) || ts.isOmittedExpression(element)))
    return ofArray(anything);
  const items = node.elements.map(of);
  return items.length === 0 ? { ...ofArray(ofKind("undefined")), items } : ofArray(either(items), items);
}

function factOfObject(scope: Scope, node: ts.ObjectLiteralExpression, of: (inner: ts.Expression) => Fact): Fact {
  const properties = new Map<string, Fact>();
  for (const member of node.properties) {
    if (ts.isPropertyAssignment(member) && !ts.isComputedPropertyName(member.name)) {
      const name = ts.isIdentifier(member.name) || ts.isStringLiteralLike(member.name) ? member.name.text : undefined;
      if (name === undefined || name === "__proto__") return ofKind("object");
      properties.set(name, of(member.initializer));
    } else if (ts.isShorthandPropertyAssignment(member)) {
      properties.set(member.name.text, factOfName(scope, member.name, 1));
    } else if (ts.isMethodDeclaration(member) && ts.isIdentifier(member.name)) {
      properties.set(member.name.text, ofKind("function"));
    } else {
      return ofKind("object");
    }
  }
  return ofObject(properties);
}

function factOfPrefix(node: ts.PrefixUnaryExpression, of: (inner: ts.Expression) => Fact): Fact {
  if (node.operator === ts.SyntaxKind.ExclamationToken) {
    const truth = truthiness(of(node.operand));
    return truth === undefined ? ofKind("boolean") : ofLiteral(!truth);
  }
  if (node.operator === ts.SyntaxKind.PlusToken) return ofKind("number");
  const operand = of(node.operand);
  if (node.operator === ts.SyntaxKind.MinusToken && typeof operand.literal?.value === "number")
    return ofLiteral(-operand.literal.value);
  return isOnly(operand, "number") ? ofKind("number") : ofKind("number", "bigint");
}

function factOfBinary(node: ts.BinaryExpression, of: (inner: ts.Expression) => Fact): Fact {
  const operator = node.operatorToken.kind;
  switch (operator) {
    case ts.SyntaxKind.PlusToken: {
      const sides = [of(node.left), of(node.right)];
      // If either side is a string, + gives a string or throws.
      if (sides.some((side) => isOnly(side, "string"))) return ofKind("string");
      return sides.every((side) => isOnly(side, "number")) ? ofKind("number") : ofKind("string", "number", "bigint");
    }
    case ts.SyntaxKind.MinusToken:
    case ts.SyntaxKind.AsteriskToken:
    case ts.SyntaxKind.SlashToken:
    case ts.SyntaxKind.PercentToken:
    case ts.SyntaxKind.AsteriskAsteriskToken:
    case ts.SyntaxKind.AmpersandToken:
    case ts.SyntaxKind.BarToken:
    case ts.SyntaxKind.CaretToken:
    case ts.SyntaxKind.LessThanLessThanToken:
    case ts.SyntaxKind.GreaterThanGreaterThanToken:
      // Numbers and bigints do not mix: one side decides for both.
      return [node.left, node.right].some((side) => isOnly(of(side), "number"))
        ? ofKind("number")
        : ofKind("number", "bigint");
    case ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken:
      return ofKind("number");
    case ts.SyntaxKind.EqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
    case ts.SyntaxKind.LessThanToken:
    case ts.SyntaxKind.LessThanEqualsToken:
    case ts.SyntaxKind.GreaterThanToken:
    case ts.SyntaxKind.GreaterThanEqualsToken:
    case ts.SyntaxKind.InKeyword:
    case ts.SyntaxKind.InstanceOfKeyword:
      return ofKind("boolean");
    case ts.SyntaxKind.BarBarToken:
      return either([truthyPart(of(node.left)), of(node.right)]);
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return either([of(node.left), of(node.right)]);
    case ts.SyntaxKind.QuestionQuestionToken: {
      const left = without(of(node.left), "undefined", "null");
      return left === undefined ? of(node.right) : either([left, of(node.right)]);
    }
    case ts.SyntaxKind.CommaToken:
    case ts.SyntaxKind.EqualsToken:
      return of(node.right);
    default:
      return anything;
  }
}

function truthyPart(fact: Fact): Fact {
  return without(fact, "undefined", "null") ?? fact;
}

function factOfName(scope: Scope, node: ts.Identifier, depth: number): Fact {
  const symbol = scope.symbolOf(node);
  const declarations = symbol?.declarations ?? [];
  const [declaration] = declarations;
  if (declaration === undefined || declarations.length !== 1) {
    if (node.text === "undefined" && declaration === undefined) return ofLiteral(undefined);
    if (node.text === "NaN" && declaration === undefined) return ofLiteral(Number.NaN);
    if ((node.text === "__dirname" || node.text === "__filename") && declaration === undefined)
      return ofPath({ entry: false, plain: true });
    return anything;
  }
  if (ts.isFunctionDeclaration(declaration))
    return isLastingFunction(scope, declaration, node) ? ofKind("function") : anything;
  const constant = factOfConstant(scope, node, declaration, depth);
  if (constant.kinds.size === 1 || !scope.trusts(node.getSourceFile())) return constant;
  const declared = factOfDeclaration(scope, declaration);
  return declared.kinds.size < constant.kinds.size ? declared : constant;
}

function factOfConstant(scope: Scope, use: ts.Identifier, declaration: ts.Declaration, depth: number): Fact {
  if (!ts.isVariableDeclaration(declaration) || declaration.name.kind !== ts.SyntaxKind.Identifier) return anything;
  if (declaration.initializer === undefined || depth > 8) return anything;
  if (!ts.isVariableStatement(declaration.parent.parent)) return anything;
  if (!hasRun(declaration, use) || !isNeverWritten(scope, declaration, use)) return anything;
  return lasting(syntacticFact(scope, declaration.initializer, depth + 1));
}

/** What stays true of a constant's value: its contents may have changed since. */
function lasting(fact: Fact): Fact {
  const { kinds, literal, path } = fact;
  if (literal !== undefined) return { kinds, literal };
  if (path !== undefined) return { kinds, path };
  return fact.class === undefined ? { kinds } : { kinds, class: fact.class };
}
