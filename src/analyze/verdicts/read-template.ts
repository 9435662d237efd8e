/** Reads a recipe function into a template. */
import { ts } from "../../typescript.ts";
import { isAssignment } from "../usages/syntax.ts";
import type { RecipeCase, RecipeModule } from "../../catalog/catalog.ts";
import { findDeclaration } from "../../catalog/module.ts";
import type { TypeNames } from "../facts/accepts.ts";
import type { Expr, ObjectMember, Parameter, Template, UnaryOperator } from "./template.ts";

/** Reads the function of a case. */
export function readTemplate({ function: node, module }: RecipeCase): Template {
  const names: TypeNames = {
    module,
    parameters: new Map((node.typeParameters ?? []).map((parameter) => [parameter.name.text, parameter.constraint])),
  };
  const scope = new Map<string, Expr>();
  node.parameters.forEach((parameter, index) => {
    if (ts.isIdentifier(parameter.name)) scope.set(parameter.name.text, { kind: "param", index });
  });
  let isWhole = node.parameters.every((parameter) => ts.isIdentifier(parameter.name));
  const parameters = node.parameters.map((parameter): Parameter => {
    const fallback = parameter.initializer && readExpr(parameter.initializer, module, scope);
    if (parameter.initializer !== undefined && fallback === undefined) isWhole = false;
    return {
      name: parameter.name.getText(),
      type: parameter.type,
      optional: parameter.questionToken !== undefined || parameter.initializer !== undefined,
      rest: parameter.dotDotDotToken !== undefined,
      default: fallback,
    };
  });
  const isAsync = node.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.AsyncKeyword) ?? false;
  const expression = isAsync || !isWhole ? undefined : bodyExpression(node);
  return {
    parameters,
    names,
    body: expression && readExpr(expression, module, scope),
    gives: givesOf(node.type),
  };
}

function bodyExpression(node: RecipeCase["function"]): ts.Expression | undefined {
  if (node.body === undefined || node.asteriskToken !== undefined) return undefined;
  if (!ts.isBlock(node.body)) return node.body;
  const [only] = node.body.statements;
  return node.body.statements.length === 1 && only && ts.isReturnStatement(only) ? only.expression : undefined;
}

function givesOf(type: ts.TypeNode | undefined): Template["gives"] {
  if (type === undefined) return "value";
  if (type.kind === ts.SyntaxKind.VoidKeyword) return "nothing";
  if (ts.isTypeReferenceNode(type) && type.typeName.getText() === "Promise")
    return type.typeArguments?.[0]?.kind === ts.SyntaxKind.VoidKeyword ? "promise of nothing" : "value";
  return "value";
}

/** True for `(a?.b)` with more behind it, which is read of undefined where `a?.b.c` would end. */
function endsChain(node: ts.ParenthesizedExpression): boolean {
  const { parent } = node;
  const isContinued =
    (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent) || ts.isCallExpression(parent)) &&
    parent.expression === node;
  return isContinued && ts.isOptionalChain(node.expression);
}

type Names = ReadonlyMap<string, Expr>;

function readExpr(node: ts.Expression, module: RecipeModule, scope: Names): Expr | undefined {
  const of = (inner: ts.Expression): Expr | undefined => readExpr(inner, module, scope);
  if (ts.isParenthesizedExpression(node) && endsChain(node)) return undefined;
  if (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node)
  )
    return of(node.expression);
  if (ts.isIdentifier(node)) return readName(node.text, module, scope);
  if (ts.isStringLiteralLike(node)) return { kind: "literal", value: node.text };
  if (ts.isNumericLiteral(node)) return { kind: "literal", value: Number(node.text) };
  if (ts.isRegularExpressionLiteral(node)) return { kind: "regex", text: node.text };
  if (node.kind === ts.SyntaxKind.TrueKeyword) return { kind: "literal", value: true };
  if (node.kind === ts.SyntaxKind.FalseKeyword) return { kind: "literal", value: false };
  if (node.kind === ts.SyntaxKind.NullKeyword) return { kind: "literal", value: null };
  if (ts.isTemplateExpression(node)) {
    const values = all(node.templateSpans.map((span) => of(span.expression)));
    const texts = [rawText(node.head), ...node.templateSpans.map((span) => rawText(span.literal))];
    return values && { kind: "template", texts, values };
  }
  if (ts.isPropertyAccessExpression(node)) {
    const object = of(node.expression);
    if (object === undefined || !ts.isIdentifier(node.name)) return undefined;
    return { kind: "member", object, name: node.name.text, optional: node.questionDotToken !== undefined };
  }
  if (ts.isElementAccessExpression(node)) {
    const object = of(node.expression);
    const index = of(node.argumentExpression);
    return object && index && { kind: "index", object, index, optional: node.questionDotToken !== undefined };
  }
  if (ts.isCallExpression(node)) {
    const callee = of(node.expression);
    const args = all(node.arguments.map(of));
    return callee && args && { kind: "call", callee, args, optional: node.questionDotToken !== undefined };
  }
  if (ts.isNewExpression(node)) {
    const callee = of(node.expression);
    const args = all((node.arguments ?? []).map(of));
    return callee && args && { kind: "new", callee, args };
  }
  if (ts.isTypeOfExpression(node)) return unary("typeof", of(node.expression));
  if (ts.isVoidExpression(node)) return unary("void", of(node.expression));
  if (ts.isAwaitExpression(node)) return undefined;
  if (ts.isPrefixUnaryExpression(node)) return readPrefix(node, of);
  if (ts.isBinaryExpression(node)) {
    const kind = node.operatorToken.kind;
    if (isAssignment(node)) return undefined;
    if (kind === ts.SyntaxKind.CommaToken) return undefined;
    const left = of(node.left);
    const right = of(node.right);
    return left && right && { kind: "binary", operator: node.operatorToken.getText(), left, right };
  }
  if (ts.isConditionalExpression(node)) {
    const test = of(node.condition);
    const then = of(node.whenTrue);
    const otherwise = of(node.whenFalse);
    return test && then && otherwise && { kind: "conditional", test, then, otherwise };
  }
  if (ts.isArrayLiteralExpression(node)) {
    if (node.elements.some(ts.isOmittedExpression)) return undefined;
    const items = all(node.elements.map(of));
    return items && { kind: "array", items };
  }
  if (ts.isSpreadElement(node)) {
    const operand = of(node.expression);
    return operand && { kind: "spread", operand };
  }
  if (ts.isObjectLiteralExpression(node)) return readObject(node, of);
  if (ts.isArrowFunction(node)) return readArrow(node, module, scope);
  return undefined;
}

function readName(name: string, module: RecipeModule, scope: Names): Expr | undefined {
  const bound = scope.get(name);
  if (bound !== undefined) return bound;
  if (name === "undefined") return { kind: "literal", value: undefined };
  const builtin = module.builtins.get(name);
  if (builtin !== undefined) return { kind: "builtin", ...builtin };
  return findDeclaration(module, name) === undefined ? { kind: "global", name } : undefined;
}

function readPrefix(node: ts.PrefixUnaryExpression, of: (inner: ts.Expression) => Expr | undefined): Expr | undefined {
  switch (node.operator) {
    case ts.SyntaxKind.ExclamationToken:
      return unary("!", of(node.operand));
    case ts.SyntaxKind.MinusToken:
      return unary("-", of(node.operand));
    case ts.SyntaxKind.PlusToken:
      return unary("+", of(node.operand));
    case ts.SyntaxKind.TildeToken:
      return unary("~", of(node.operand));
    default:
      return undefined;
  }
}

function readObject(
  node: ts.ObjectLiteralExpression,
  of: (inner: ts.Expression) => Expr | undefined,
): Expr | undefined {
  const members: ObjectMember[] = [];
  for (const property of node.properties) {
    const value = ts.isPropertyAssignment(property)
      ? of(property.initializer)
      : ts.isShorthandPropertyAssignment(property)
        ? of(property.name)
        : ts.isSpreadAssignment(property)
          ? of(property.expression)
          : undefined;
    if (value === undefined || (property.name !== undefined && ts.isComputedPropertyName(property.name)))
      return undefined;
    members.push({ key: property.name?.getText(), value });
  }
  return { kind: "object", members };
}

function readArrow(node: ts.ArrowFunction, module: RecipeModule, scope: Names): Expr | undefined {
  if (node.modifiers !== undefined && node.modifiers.length > 0) return undefined;
  const params: string[] = [];
  const inner = new Map(scope);
  for (const parameter of node.parameters) {
    if (!ts.isIdentifier(parameter.name) || parameter.initializer || parameter.dotDotDotToken) return undefined;
    params.push(parameter.name.text);
    inner.set(parameter.name.text, { kind: "local", name: parameter.name.text });
  }
  const expression = bodyExpression(node);
  const body = expression && readExpr(expression, module, inner);
  return body && { kind: "arrow", params, body };
}

function unary(operator: UnaryOperator, operand: Expr | undefined): Expr | undefined {
  return operand && { kind: "unary", operator, operand };
}

function all(list: readonly (Expr | undefined)[]): readonly Expr[] | undefined {
  const found = list.filter((item) => item !== undefined);
  return found.length === list.length ? found : undefined;
}

function rawText(node: ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail): string {
  return node.rawText ?? node.text;
}
