/** Variables and functions that hold one value from their declaration on, however they are declared. */
import { ts } from "../../typescript.ts";
import type { Scope } from "./scope.ts";
import { isWritten } from "./syntax.ts";

/** True for a variable that only its own declaration gives a value. Files that call `eval` are not rewritten at all. */
export function isNeverWritten(scope: Scope, variable: ts.VariableDeclaration, name: ts.Identifier): boolean {
  const list = variable.parent;
  if (!ts.isVariableDeclarationList(list)) return false;
  if ((list.flags & ts.NodeFlags.Const) !== 0) return true;
  // An exported variable of a namespace is a property, which other files may write.
  if (ts.isModuleBlock(list.parent.parent)) return false;
  return hasOneValue(scope, name);
}

/** True for a function that is there from the start of the file or of the function it stands in, and that nothing replaces. */
export function isLastingFunction(scope: Scope, declared: ts.FunctionDeclaration, name: ts.Identifier): boolean {
  const { parent } = declared;
  const isHoisted = ts.isSourceFile(parent) || (ts.isBlock(parent) && ts.isFunctionLike(parent.parent));
  return isHoisted && declared.body !== undefined && hasOneValue(scope, name);
}

function hasOneValue(scope: Scope, name: ts.Identifier): boolean {
  const symbol = scope.symbolOf(name);
  if (symbol === undefined || symbol.declarations?.length !== 1) return false;
  const uses = scope.identifiers(name.getSourceFile()).get(name.text) ?? [];
  return !uses.some((node) => isWritten(node) && scope.symbolOf(node) === symbol);
}

/**
 * True where a use reads what the declaration gave: never before it. A constant tells by throwing; a variable is `undefined`
 * until its statement has run, so that the use has to be in a later statement of the same list, and in no function that is
 * hoisted over both.
 */
export function hasRun(variable: ts.VariableDeclaration, use: ts.Node): boolean {
  const list = variable.parent;
  if ((list.flags & ts.NodeFlags.BlockScoped) !== 0) return true;
  const statement = list.parent;
  if (!ts.isVariableStatement(statement)) return false;
  const later = ts.findAncestor(use, (node) => node.parent === statement.parent);
  return later !== undefined && later.pos >= statement.end && !ts.isFunctionDeclaration(later);
}
