/** Loads whose target is not written out: a package named in a string may be meant by one. */
import { ts } from "../../typescript.ts";
import { quoteForPattern } from "../usages/read.ts";
import { splitSpecifier } from "../usages/syntax.ts";

/**
 * The strings of a file that are one of the names, or start with one as a path does, where the file also loads something by
 * a computed name that is not evidently a path.
 */
export function findComputedLoads(source: ts.SourceFile, names: ReadonlySet<string>): Map<string, ts.Node> {
  const mentioned = new Map<string, ts.Node>();
  let hasComputed = false;
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const isLoad =
        node.expression.kind === ts.SyntaxKind.ImportKeyword ||
        /(?:^|\.)require(?:\.resolve)?$/.test(node.expression.getText());
      const [argument] = node.arguments;
      if (isLoad && argument !== undefined && !ts.isStringLiteralLike(argument) && !isPath(argument))
        hasComputed = true;
    } else if ((ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) && !isLoadArgument(node)) {
      // "pad/lib/" may be the start of what is loaded.
      const start = splitSpecifier(node.text)?.package;
      if (start !== undefined && names.has(start)) mentioned.set(start, node);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return hasComputed ? mentioned : new Map();
}

function isPath(node: ts.Expression): boolean {
  if (ts.isTemplateExpression(node)) return /^[./]/.test(node.head.text);
  if (ts.isBinaryExpression(node))
    return isPath(node.left) || (ts.isStringLiteralLike(node.left) && /^[./]/.test(node.left.text));
  if (ts.isIdentifier(node)) return node.text === "__dirname" || node.text === "__filename";
  return ts.isCallExpression(node) && /^path\.(?:join|resolve)$/.test(node.expression.getText());
}

function isLoadArgument(node: ts.StringLiteralLike | ts.TemplateHead): boolean {
  const parent = node.parent;
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isExternalModuleReference(parent))
    return true;
  if (!ts.isCallExpression(parent)) return false;
  return (
    parent.expression.kind === ts.SyntaxKind.ImportKeyword ||
    /(?:^|\.)require(?:\.resolve)?$/.test(parent.expression.getText())
  );
}

/** Calls that start a program, by the names of the usual functions. */
const runners = /(?:^|\.)(?:exec\w*|spawn\w*|fork|sh|\$)$/;

/** Strings that run a package's command, point into its folder or hold code that loads it, by package. */
export function findCommandStrings(source: ts.SourceFile, names: ReadonlySet<string>): Map<string, ts.Node> {
  const found = new Map<string, ts.Node>();
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      for (const name of names)
        if (
          node.text.includes(name) &&
          (pointsInto(node.text, name) || isCommand(node, name) || isLoadedIn(node.text, name))
        )
          found.set(name, node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function pointsInto(text: string, name: string): boolean {
  const at = [`node_modules/${name}`, `node_modules/.bin/${name}`].map(
    (path) => [text.indexOf(path), path.length] as const,
  );
  return at.some(([start, length]) => start !== -1 && !/[\w.-]/.test(text[start + length] ?? ""));
}

/** True for code in a string, to be written to a file or run later, that loads the package. */
function isLoadedIn(text: string, name: string): boolean {
  const loads = /(?:\brequire\s*\(|\bfrom|\bimport\s*\(?)\s*(["'`])(?<specifier>[^"'`\n]+)\1/g;
  return [...text.matchAll(loads)].some(({ groups }) => {
    const specifier = groups?.["specifier"] ?? "";
    return specifier === name || specifier.startsWith(`${name}/`);
  });
}

function isCommand(node: ts.Node & { readonly text: string }, name: string): boolean {
  const escaped = quoteForPattern(name);
  if (!new RegExp(`(?:^|[\\s;&|("'])${escaped}(?:$|[\\s;&|)"'])`).test(node.text)) return false;
  for (let at: ts.Node = node.parent, depth = 0; depth < 3 && at !== undefined; at = at.parent, depth += 1) {
    if (ts.isCallExpression(at)) return runners.test(at.expression.getText().replace(/\s+/g, ""));
    if (ts.isTaggedTemplateExpression(at)) return runners.test(at.tag.getText());
  }
  return false;
}
