/** How a file is written: what new text has to look like in it. */
import { ts } from "ts-morph";

export interface FileStyle {
  readonly quote: '"' | "'";
  readonly semicolons: boolean;
  readonly indent: string;
  readonly eol: "\n" | "\r\n";
  /** True when built-in modules are named with "node:" here, or by nobody. */
  readonly nodePrefix: boolean;
  /** How the file loads modules. */
  readonly modules: "esm" | "cjs";
}

/** Reads the style off a file's own syntax; the more frequent form wins. */
export function readStyle(source: ts.SourceFile, moduleKind: "esm" | "cjs" | "unknown"): FileStyle {
  const { text } = source;
  let single = 0;
  let double = 0;
  let ended = 0;
  let open = 0;
  let prefixed = 0;
  let bare = 0;
  let isModule = moduleKind === "esm";
  const builtin = (name: string): void => {
    if (name.startsWith("node:")) prefixed += 1;
    else if (
      /^(?:assert|buffer|child_process|crypto|events|fs|http|https|module|net|os|path|process|querystring|readline|stream|timers|tty|url|util|v8|vm|zlib)(?:\/|$)/.test(
        name,
      )
    )
      bare += 1;
  };
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) && !ts.isJsxAttribute(node.parent)) {
      if (text[node.getStart(source)] === "'") single += 1;
      else double += 1;
    }
    if (
      ts.isExpressionStatement(node) ||
      ts.isVariableStatement(node) ||
      ts.isReturnStatement(node) ||
      ts.isImportDeclaration(node)
    ) {
      if (text[node.end - 1] === ";") ended += 1;
      else open += 1;
    }
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isExportAssignment(node)) {
      isModule = true;
      if (!ts.isExportAssignment(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
        builtin(node.moduleSpecifier.text);
    }
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "require") {
      const [argument] = node.arguments;
      if (argument !== undefined && ts.isStringLiteral(argument)) builtin(argument.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  const indented = /\n([ \t]+)\S/.exec(text)?.[1] ?? "  ";
  return {
    quote: single > double ? "'" : '"',
    semicolons: ended >= open,
    indent: indented.startsWith("\t") ? "\t" : indented.length >= 4 && indented.length % 4 === 0 ? "    " : "  ",
    eol: text.includes("\r\n") ? "\r\n" : "\n",
    nodePrefix: prefixed >= bare && (prefixed > 0 || bare === 0),
    modules: moduleKind === "cjs" || !isModule ? "cjs" : "esm",
  };
}
