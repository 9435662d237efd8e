/** The types that declaration files of a helper's users name: those its exports show. */
import { ts } from "../../typescript.ts";
import { applyEdits } from "../removal.ts";

/** The module's text with the types exported that what it exports shows: a file can then export something of such a type. */
export function exportVisibleTypes(text: string): string {
  const source = ts.createSourceFile("helper.ts", text, ts.ScriptTarget.ESNext, true);
  const declared = new Map<string, ts.Node>();
  for (const statement of source.statements) {
    if (ts.isVariableStatement(statement))
      for (const node of statement.declarationList.declarations) declared.set(node.name.getText(source), node);
    else if (isNamed(statement) && statement.name !== undefined) declared.set(statement.name.text, statement);
  }
  const seen = new Set<ts.Node>();
  const follow = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const target = declared.get(node.text);
      if (target !== undefined && !seen.has(target)) {
        seen.add(target);
        follow(target);
      }
    } else if (isFunction(node) && node.type !== undefined) {
      for (const part of [...(node.typeParameters ?? []), ...node.parameters, node.type]) follow(part);
    } else if (ts.isVariableDeclaration(node) && node.type !== undefined) follow(node.type);
    else ts.forEachChild(node, follow);
  };
  for (const statement of source.statements) {
    const isExport = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(isExportKeyword) === true;
    if (isExport || ts.isExportAssignment(statement) || ts.isExportDeclaration(statement)) follow(statement);
  }
  const edits = source.statements.flatMap((statement) => {
    const isType = ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement);
    if (!isType || !seen.has(statement)) return [];
    const at = statement.getStart(source);
    return [{ start: at, end: at, text: "export " }];
  });
  return applyEdits(text, edits);
}

function isNamed(node: ts.Statement): node is ts.DeclarationStatement & { readonly name?: ts.Identifier } {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isInterfaceDeclaration(node)
  );
}

function isFunction(node: ts.Node): node is ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression {
  return ts.isFunctionDeclaration(node) || ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}

function isExportKeyword({ kind }: ts.ModifierLike): boolean {
  return kind === ts.SyntaxKind.ExportKeyword;
}
