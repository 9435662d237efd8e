/** Variables that functions inside change: where one of them was called meanwhile, what the checker narrowed no longer holds. */
import { ts } from "../../typescript.ts";
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
  const home = functionAround(declaration);
  const root = home ?? declaration.getSourceFile();
  let isFound = false;
  const visit = (node: ts.Node): void => {
    if (isFound) return;
    if (ts.isIdentifier(node) && node.text === symbol.name && isAssigned(node) && functionAround(node) !== home)
      isFound = checker.getSymbolAtLocation(node) === symbol;
    ts.forEachChild(node, visit);
  };
  visit(root);
  return isFound;
}

function functionAround(node: ts.Node): ts.Node | undefined {
  return ts.findAncestor(node.parent, (each) => ts.isFunctionLike(each) || ts.isClassStaticBlockDeclaration(each));
}

/** True for a name that is assigned to, by itself or in a pattern; in doubt too. */
function isAssigned(node: ts.Identifier): boolean {
  let at: ts.Node = node;
  while (
    ts.isArrayLiteralExpression(at.parent) ||
    ts.isObjectLiteralExpression(at.parent) ||
    ts.isObjectLiteralElement(at.parent) ||
    ts.isSpreadElement(at.parent) ||
    ts.isParenthesizedExpression(at.parent)
  )
    at = at.parent;
  const { parent } = at;
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent))
    return parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken;
  if (ts.isForInStatement(parent) || ts.isForOfStatement(parent)) return parent.initializer === at;
  return (
    ts.isBinaryExpression(parent) &&
    parent.left === at &&
    parent.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
    parent.operatorToken.kind <= ts.SyntaxKind.LastAssignment
  );
}
