/** Functions that load modules and are not the `require` of CommonJS. */
import { ts } from "../../typescript.ts";
import type { Scope } from "./scope.ts";
import { isWritten, skipOuter } from "./syntax.ts";

/** The declaration `const load = createRequire(import.meta.url)` that a called name comes from; undefined for others. */
export function createdBy(scope: Scope, callee: ts.Identifier): ts.VariableDeclaration | undefined {
  // A name may be spelled with escapes.
  if (!/createRequire|\\u/.test(callee.getSourceFile().text)) return undefined;
  const symbol = scope.symbolOf(callee);
  const [declaration, ...others] = symbol?.declarations ?? [];
  if (declaration === undefined || others.length > 0 || !ts.isVariableDeclaration(declaration)) return undefined;
  if (declaration.initializer === undefined || !isCreation(scope, skipOuter(declaration.initializer))) return undefined;
  const same = scope.identifiers(callee.getSourceFile()).get(callee.text) ?? [];
  return same.some((other) => scope.symbolOf(other) === symbol && isWritten(other)) ? undefined : declaration;
}

/** `createRequire(import.meta.url)`, or with the file's own path: it loads what an import of this file would. */
export function isCreation(scope: Scope, node: ts.Expression): boolean {
  if (!ts.isCallExpression(node) || node.arguments.length !== 1) return false;
  const base = node.arguments[0]?.getText().replace(/\s+/g, "") ?? "";
  if (!/^(?:import\.meta\.(?:url|filename)|__filename)$/.test(base)) return false;
  const callee = node.expression;
  if (ts.isIdentifier(callee)) return isFromModule(scope, callee, "createRequire");
  return (
    ts.isPropertyAccessExpression(callee) &&
    callee.name.text === "createRequire" &&
    ts.isIdentifier(callee.expression) &&
    isFromModule(scope, callee.expression, undefined)
  );
}

/** True for a name of that export of node:module; of the module itself without one. */
function isFromModule(scope: Scope, name: ts.Identifier, wanted: string | undefined): boolean {
  const [declaration] = scope.symbolOf(name)?.declarations ?? [];
  if (declaration === undefined) return false;
  const isWanted =
    ts.isImportSpecifier(declaration) || ts.isBindingElement(declaration)
      ? (declaration.propertyName ?? declaration.name).getText() === (wanted ?? "default")
      : wanted === undefined;
  const statement = ts.findAncestor(
    declaration,
    (node) => ts.isImportDeclaration(node) || ts.isVariableDeclaration(node),
  );
  return isWanted && statement !== undefined && /["'](?:node:)?module["']\s*\)?;?$/.test(statement.getText());
}

const loadingName = /requir|import|resolv|lazy|lazi|(?:^|_)load|Load(?!ing|ed|er$)|[a-z]Load(?!ing|ed|er)/;

/** True for the callee of a call that may load what it is given the name of, in a way that cannot be followed. */
export function mayLoad(scope: Scope, callee: ts.Expression): boolean {
  const node = skipOuter(callee);
  if (ts.isCallExpression(node)) return /createRequire$/.test(node.expression.getText()) || isGivenRequire(node);
  if (ts.isBinaryExpression(node)) return mayLoad(scope, node.right);
  const name = ts.isPropertyAccessExpression(node) ? node.name : ts.isIdentifier(node) ? node : undefined;
  if (name === undefined || /^(?:path|Promise)\b/.test(node.getText())) return false;
  if (loadingName.test(name.text)) return true;
  const [declaration] =
    ts.isIdentifier(node) && isOfVariable(scope, node) ? (scope.symbolOf(node)?.declarations ?? []) : [];
  const initializer =
    declaration !== undefined && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  return initializer !== undefined && isGivenRequire(initializer);
}

/** True where the file has a variable of that name, whichever its scope: what can be said without binding. */
function isOfVariable(scope: Scope, name: ts.Identifier): boolean {
  const same = scope.identifiers(name.getSourceFile()).get(name.text) ?? [];
  return same.some((other) => ts.isVariableDeclaration(other.parent) && other.parent.name === other);
}

/** True for an expression that has `require` itself in it, not a call of it. */
function isGivenRequire(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return false;
  if (ts.isIdentifier(node) && node.text === "require")
    return (
      !(ts.isCallExpression(node.parent) && node.parent.expression === node) &&
      !ts.isPropertyAccessExpression(node.parent)
    );
  if (ts.isPropertyAccessExpression(node) && /^(?:createRequire|require)$/.test(node.name.text)) return true;
  if (ts.isIdentifier(node) && node.text === "createRequire") return true;
  return ts.forEachChild(node, isGivenRequire) ?? false;
}
