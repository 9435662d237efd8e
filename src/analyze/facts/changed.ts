/** Variables that functions inside change: where one of them was called meanwhile, what the checker narrowed no longer holds. */
import { ts } from "../../typescript.ts";
import { enclosingFunction, isWritten } from "../usages/syntax.ts";
import { mayHaveChanged } from "./changed-property.ts";

/** The type of an expression; for a variable or a property that may have changed since it was narrowed, the declared one. */
export function typeAt(checker: ts.TypeChecker, node: ts.Node): ts.Type {
  const type = checker.getTypeAtLocation(node);
  if (ts.isPropertyAccessExpression(node)) {
    const property = checker.getSymbolAtLocation(node.name);
    const declared = property && checker.getTypeOfSymbol(property);
    const isNarrowed =
      declared !== undefined &&
      declared !== type &&
      !checker.isTypeAssignableTo(declared, type) &&
      mayHaveChanged(node);
    return isNarrowed ? declared : type;
  }
  if (!ts.isIdentifier(node)) return type;
  const symbol = checker.getSymbolAtLocation(node);
  const declaration = symbol?.valueDeclaration;
  if (symbol === undefined || declaration === undefined || !isChangeable(declaration)) return type;
  const declared = checker.getTypeOfSymbol(symbol);
  return declared !== type && isChangedInside(checker, symbol, declaration) ? declared : type;
}

function isChangeable(node: ts.Declaration): boolean {
  return ts.isParameter(node) || (ts.isVariableDeclaration(node) && (node.parent.flags & ts.NodeFlags.Const) === 0);
}

function isChangedInside(checker: ts.TypeChecker, symbol: ts.Symbol, declaration: ts.Declaration): boolean {
  const home = enclosingFunction(declaration);
  let isFound = false;
  const visit = (node: ts.Node): void => {
    if (isFound) return;
    if (ts.isIdentifier(node) && node.text === symbol.name && isWritten(node) && enclosingFunction(node) !== home)
      isFound = checker.getSymbolAtLocation(node) === symbol;
    ts.forEachChild(node, visit);
  };
  visit(home);
  return isFound;
}
