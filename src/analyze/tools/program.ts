import { ts } from "../../typescript.ts";
import { plainText, type Token } from "./token.ts";

/**
 * Every string of a JavaScript or TypeScript configuration, under the property names it stands in. The specifiers of
 * imports and requires are left out: they are usages by code. Syntax errors give what the parser could make of it.
 */
export function programTokens(path: string, text: string): Token[] {
  const kind = /\.[cm]?ts$/.test(path)
    ? ts.ScriptKind.TS
    : path.endsWith(".tsx")
      ? ts.ScriptKind.TSX
      : ts.ScriptKind.JSX;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, kind);
  const tokens: Token[] = [];
  const visit = (node: ts.Node, keys: readonly string[]): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isExternalModuleReference(node)) return;
    if (ts.isCallExpression(node) && isModuleCall(node)) {
      node.arguments.slice(1).forEach((argument) => visit(argument, keys));
      return;
    }
    const named = nameOfValue(node);
    if (named !== undefined) {
      for (const value of named.values) visit(value, [...keys, named.name]);
      return;
    }
    if (ts.isTemplateExpression(node)) {
      const start = node.head.getStart(file) + 1;
      if (node.head.text.length > 0)
        tokens.push({ ...plainText(text, start, start + node.head.text.length), path: keys, isKey: false });
      ts.forEachChild(node, (child) => visit(child, keys));
      return;
    }
    if (ts.isPropertyAssignment(node)) {
      const name = node.name;
      if (ts.isStringLiteral(name)) tokens.push(token(file, text, name, keys, true));
      else if (ts.isIdentifier(name) && /plugins$/.test(keys.at(-1) ?? "")) {
        tokens.push({ ...plainText(text, name.getStart(file), name.end), path: keys, isKey: true });
      }
      const key = ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : undefined;
      visit(node.initializer, key === undefined ? keys : [...keys, key]);
      return;
    }
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      tokens.push(token(file, text, node, keys, false));
      return;
    }
    if ((node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) && keys.length > 0) {
      const start = node.getStart(file);
      tokens.push({ ...plainText(text, start, node.end), path: keys, isKey: false });
      return;
    }
    ts.forEachChild(node, (child) => visit(child, keys));
  };
  visit(file, []);
  return tokens;
}

/**
 * Lists and texts that have a name other than a property's: `const presets = ["x"]`, `config.plugins = ["x"]`,
 * `presets.push("x")`, `compat.extends("x")`.
 */
function nameOfValue(node: ts.Node): { readonly name: string; readonly values: readonly ts.Expression[] } | undefined {
  if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer !== undefined)
    return isListed(node.initializer) ? { name: node.name.text, values: [node.initializer] } : undefined;
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    if (!ts.isPropertyAccessExpression(node.left) || !isListed(node.right)) return undefined;
    return { name: node.left.name.text, values: [node.right] };
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { name: method, expression: holder } = node.expression;
  if (node.arguments.length === 0 || !node.arguments.every(isListed)) return undefined;
  const isAdded = /^(?:push|unshift|concat)$/.test(method.text);
  if (!isAdded) return { name: method.text, values: node.arguments };
  const last = ts.isPropertyAccessExpression(holder) ? holder.name : holder;
  return ts.isIdentifier(last) ? { name: last.text, values: node.arguments } : undefined;
}

function isListed(node: ts.Expression): boolean {
  return ts.isArrayLiteralExpression(node) || ts.isStringLiteralLike(node);
}

function isModuleCall(call: ts.CallExpression): boolean {
  if (call.expression.kind === ts.SyntaxKind.ImportKeyword) return true;
  return ts.isIdentifier(call.expression) && call.expression.text === "require";
}

function token(
  file: ts.SourceFile,
  text: string,
  node: ts.StringLiteral | ts.NoSubstitutionTemplateLiteral,
  path: readonly string[],
  isKey: boolean,
): Token {
  const start = node.getStart(file) + 1;
  const place = plainText(text, start, Math.max(start, node.end - 1));
  if (place.value === node.text) return { ...place, path, isKey };
  const offsets = Array.from({ length: node.text.length + 1 }, (_, index) => Math.min(start + index, node.end - 1));
  return { value: node.text, offsets, path, isKey };
}
