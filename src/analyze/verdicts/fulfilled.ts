/** What is done with what the promise of a call fulfils with: of a replacement with other members, only some may be read. */
import { ts } from "../../typescript.ts";
import type { Scope } from "../usages/scope.ts";
import { isWritten, outermost } from "../usages/syntax.ts";

/** Why a value that has only those members in common cannot stand in for what the call's promise gives; undefined if it can. */
export function findOtherUse(scope: Scope, call: ts.CallExpression, members: readonly string[]): string | undefined {
  const seen = new Set<ts.Symbol>();

  const ofPromise = (node: ts.Expression): string | undefined => {
    const at = outermost(node);
    const { parent } = at;
    if (ts.isAwaitExpression(parent)) return ofValue(parent);
    if (isDropped(parent)) return undefined;
    if (!ts.isPropertyAccessExpression(parent) || parent.expression !== at || parent.questionDotToken)
      return "the promise it gives is handed on, and whoever waits for it may read anything of the result";
    const use = parent.parent;
    if (!ts.isCallExpression(use) || use.expression !== parent) return "a method of its promise is handed on";
    if (parent.name.text === "catch" || parent.name.text === "finally") return ofPromise(use);
    return parent.name.text === "then" ? ofReaction(use.arguments[0]) : "its promise is used in an unknown way";
  };

  const ofReaction = (reaction: ts.Expression | undefined): string | undefined => {
    if (reaction === undefined || !(ts.isArrowFunction(reaction) || ts.isFunctionExpression(reaction)))
      return "its result goes to a function that may read anything of it: write that function where it is called";
    if (reaction.asteriskToken || (ts.isFunctionExpression(reaction) && readsArguments(reaction.body)))
      return "its result goes to a function that does not name it";
    const [first] = reaction.parameters;
    if (first === undefined) return undefined;
    return first.dotDotDotToken || first.initializer ? "its result is taken in an unknown way" : ofName(first.name);
  };

  const ofName = (name: ts.BindingName): string | undefined => {
    if (ts.isArrayBindingPattern(name)) return "its result is taken apart as a list";
    if (ts.isIdentifier(name)) return ofSymbol(name);
    for (const element of name.elements) {
      const key = element.propertyName ?? element.name;
      if (element.dotDotDotToken || !ts.isIdentifier(key) || !ts.isIdentifier(element.name))
        return "its result is taken apart in an unknown way";
      if (!members.includes(key.text)) return unknown(key.text);
    }
    return undefined;
  };

  const ofSymbol = (name: ts.Identifier): string | undefined => {
    const symbol = scope.symbolOf(name);
    if (symbol === undefined) return "its result is kept in a global";
    if (seen.has(symbol)) return undefined;
    if (symbol.declarations?.some((each) => ts.isVariableDeclaration(each) && isExported(each)))
      return "its result is exported";
    seen.add(symbol);
    const same = scope.identifiers(name.getSourceFile()).get(name.text) ?? [];
    for (const other of same) {
      if (scope.symbolOf(other) !== symbol || isDeclared(other) || isAssigned(other)) continue;
      const found = ofValue(other);
      if (found !== undefined) return found;
    }
    return undefined;
  };

  const ofValue = (node: ts.Expression): string | undefined => {
    const at = outermost(node);
    const { parent } = at;
    if (isDropped(parent) || isTested(at)) return undefined;
    if (ts.isPropertyAccessExpression(parent) && parent.expression === at) return ofMember(parent);
    if (ts.isVariableDeclaration(parent) && parent.initializer === at) return ofName(parent.name);
    if (isAssignment(parent) && parent.right === at && ts.isIdentifier(parent.left) && isDropped(parent.parent))
      return ofSymbol(parent.left);
    return "its result is handed on, and whoever gets it may read anything of it";
  };

  const ofMember = (access: ts.PropertyAccessExpression): string | undefined => {
    const name = access.name.text;
    if (isWritten(access)) return `the member ${name} of its result is written`;
    if (members.includes(name)) return undefined;
    const { parent } = access;
    const part = ts.isPropertyAccessExpression(parent) && parent.expression === access ? parent.name.text : "";
    if (members.includes(`${name}.${part}`)) return undefined;
    return unknown(part !== "" && members.some((each) => each.startsWith(`${name}.`)) ? `${name}.${part}` : name);
  };

  return ofPromise(call);
}

function unknown(member: string): string {
  return `${member} is read of its result, which the replacement does not have or gives otherwise`;
}

/** True where the value of an expression below is not used. */
function isDropped(parent: ts.Node): boolean {
  return ts.isExpressionStatement(parent) || ts.isVoidExpression(parent);
}

/** True where it is only asked whether there is a value. */
function isTested(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken;
  return ts.isIfStatement(parent) && parent.expression === node;
}

function isAssignment(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
}

function isAssigned(name: ts.Identifier): boolean {
  return isAssignment(name.parent) && name.parent.left === name && isDropped(name.parent.parent);
}

function isDeclared(name: ts.Identifier): boolean {
  const { parent } = name;
  return (ts.isVariableDeclaration(parent) || ts.isParameter(parent)) && parent.name === name;
}

function isExported(declaration: ts.VariableDeclaration): boolean {
  const statement = declaration.parent.parent;
  return ts.isVariableStatement(statement) && (statement.modifiers?.length ?? 0) > 0;
}

function readsArguments(node: ts.Node): boolean {
  const isRead = (inner: ts.Node): boolean =>
    (ts.isIdentifier(inner) && inner.text === "arguments") || (ts.forEachChild(inner, isRead) ?? false);
  return isRead(node);
}
