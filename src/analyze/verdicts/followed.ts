/** Where the value of a call goes: under which names it is kept, and every place where something else is done with it. */
import { ts } from "../../typescript.ts";
import type { Scope } from "../usages/scope.ts";
import { outermost } from "../usages/syntax.ts";

/** What is asked about a value that is followed. An answer is a reason not to go on, undefined is none. */
export interface Questions {
  readonly scope: Scope;
  /** Names whose uses were followed already. */
  readonly seen: Set<ts.Symbol>;
  /** About an expression that has the value, without what TypeScript erases around it: something is done with it there. */
  readonly ofUse: (node: ts.Expression) => string | undefined;
  /** About a pattern that takes the value apart. */
  readonly ofPattern: (pattern: ts.BindingPattern) => string | undefined;
}

/** Asks about every use of an expression's value, through the names it is kept under. */
export function followValue(questions: Questions, node: ts.Expression): string | undefined {
  const at = outermost(node);
  const { parent } = at;
  if (isDropped(parent) || isTested(at)) return undefined;
  if (ts.isVariableDeclaration(parent) && parent.initializer === at) return followName(questions, parent.name);
  if (isAssignment(parent) && parent.right === at && ts.isIdentifier(parent.left) && isDropped(parent.parent))
    return followSymbol(questions, parent.left);
  return questions.ofUse(at);
}

/** Asks about every use of what a declaration names. */
export function followName(questions: Questions, name: ts.BindingName): string | undefined {
  return ts.isIdentifier(name) ? followSymbol(questions, name) : questions.ofPattern(name);
}

function followSymbol(questions: Questions, name: ts.Identifier): string | undefined {
  const { scope, seen } = questions;
  const symbol = scope.symbolOf(name);
  if (symbol === undefined) return "its result is kept in a global";
  if (seen.has(symbol)) return undefined;
  if (symbol.declarations?.some((each) => ts.isVariableDeclaration(each) && isExported(each)))
    return "its result is exported";
  seen.add(symbol);
  const same = scope.identifiers(name.getSourceFile()).get(name.text) ?? [];
  for (const other of same) {
    if (scope.symbolOf(other) !== symbol || isDeclared(other) || isAssigned(other)) continue;
    const found = followValue(questions, other);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** True where the value of an expression below is not used. */
export function isDropped(parent: ts.Node): boolean {
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
