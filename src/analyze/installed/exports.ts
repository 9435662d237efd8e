import { ts } from "../../typescript.ts";

/** Names a file exports: of ES modules, `module.exports` ("default") and `exports.x`. */
export function exportsOf(file: ts.SourceFile): ReadonlySet<string> {
  const found = new Set<string>();
  file.statements.forEach((statement) => addStatement(statement, found));
  return found;
}

function addStatement(statement: ts.Statement, found: Set<string>): void {
  if (ts.isExportAssignment(statement)) found.add("default");
  else if (ts.isExportDeclaration(statement)) addClause(statement, found);
  else if (isExported(statement)) addDeclared(statement, found);
  else if (ts.isExpressionStatement(statement)) addAssigned(statement.expression, found);
  else if (ts.isVariableStatement(statement)) {
    for (const { initializer } of statement.declarationList.declarations) {
      if (initializer !== undefined) addAssigned(initializer, found);
    }
  } else if (ts.isBlock(statement)) {
    statement.statements.forEach((inner) => addStatement(inner, found));
  } else if (ts.isIfStatement(statement)) {
    addStatement(statement.thenStatement, found);
    if (statement.elseStatement !== undefined) addStatement(statement.elseStatement, found);
  } else if (ts.isTryStatement(statement)) {
    addStatement(statement.tryBlock, found);
    if (statement.catchClause !== undefined) addStatement(statement.catchClause.block, found);
  }
}

function addClause({ exportClause }: ts.ExportDeclaration, found: Set<string>): void {
  if (exportClause === undefined) found.add("*");
  else if (ts.isNamespaceExport(exportClause)) found.add(exportClause.name.text);
  else for (const { name } of exportClause.elements) found.add(name.text);
}

function isExported(statement: ts.Statement): boolean {
  if (!ts.canHaveModifiers(statement)) return false;
  return ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
}

function addDeclared(statement: ts.Statement, found: Set<string>): void {
  if (ts.isVariableStatement(statement)) {
    for (const { name } of statement.declarationList.declarations) if (ts.isIdentifier(name)) found.add(name.text);
  } else if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
    const isDefault = ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) === true;
    found.add(isDefault ? "default" : (statement.name?.text ?? "default"));
  }
}

function addAssigned(expression: ts.Expression, found: Set<string>): void {
  if (!ts.isBinaryExpression(expression) || expression.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return;
  const target = expression.left.getText();
  const name = /^(?:module\.)?exports\.([\w$]+)$/.exec(target)?.[1];
  if (target === "module.exports") found.add("default");
  else if (name !== undefined) found.add(name);
  addAssigned(expression.right, found);
}
