/** How a file is written: what new text has to look like in it. */
import { ts } from "ts-morph";

export interface FileStyle {
  readonly quote: '"' | "'";
  readonly semicolons: boolean;
  readonly indent: string;
  readonly eol: "\n" | "\r\n";
  /** Whether built-in modules are named with "node:". */
  readonly nodePrefix: boolean;
  /** How the file loads modules. */
  readonly modules: "esm" | "cjs";
}

/** What a file that shows no example of its own goes by. */
export interface ProjectStyle {
  readonly nodePrefix: boolean;
}

/** The habit of the files together: "node:" unless most of the built-in modules they load are named without. */
export function readProjectStyle(sources: readonly ts.SourceFile[]): ProjectStyle {
  let prefixed = 0;
  let bare = 0;
  for (const { text } of sources) {
    prefixed += text.match(/["']node:[a-z_/]+["']/g)?.length ?? 0;
    bare +=
      text.match(
        /(?:\bfrom\s*|\brequire\(\s*)["'](?:assert|child_process|crypto|events|fs|http|https|os|path|stream|url|util)["']/g,
      )?.length ?? 0;
  }
  return { nodePrefix: prefixed >= bare };
}

/** Reads the style off a file's own syntax; the more frequent form wins. */
export function readStyle(
  source: ts.SourceFile,
  moduleKind: "esm" | "cjs" | "unknown",
  project: ProjectStyle = { nodePrefix: true },
): FileStyle {
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
    nodePrefix: prefixed === bare ? project.nodePrefix : prefixed > bare,
    modules: moduleKind === "cjs" || !isModule ? "cjs" : "esm",
  };
}
