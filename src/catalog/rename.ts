/** Other names for what a recipe defines, where a helper exports it under them. */
import { ts } from "../typescript.ts";
import { isReference } from "./module.ts";

/** True where what is called `from` may be called `to` in a statement: neither name means anything else where it is used. */
export function canRenameIn(statement: ts.Node, from: string, to: string): boolean {
  const isElsewhere = takes(statement, to) && !mentions(statement, from);
  return !takes(statement, from) && (isElsewhere || !mentions(statement, to));
}

/** A function whose name changed, with the uses of itself inside it: recursion, and the function handed on. */
export function renamed(text: string, from: string, to: string): string {
  const source = ts.createSourceFile("helper.ts", text, ts.ScriptTarget.ESNext, true);
  const uses: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === from && isReference(node)) uses.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses.reduceRight((result, use) => {
    const isShorthand = ts.isShorthandPropertyAssignment(use.parent);
    return `${result.slice(0, use.getStart())}${isShorthand ? `${from}: ${to}` : to}${result.slice(use.end)}`;
  }, text);
}

/** How often the statements of a text use a name that they do not declare within. */
export function countUses(text: string, name: string): number {
  const { statements } = ts.createSourceFile("helper.ts", text, ts.ScriptTarget.ESNext, true);
  const count = (node: ts.Node): number => {
    let found = ts.isIdentifier(node) && node.text === name && isReference(node) ? 1 : 0;
    ts.forEachChild(node, (inner) => {
      found += count(inner);
    });
    return found;
  };
  return statements.filter((each) => !takes(each, name)).reduce((sum, each) => sum + count(each), 0);
}

function mentions(node: ts.Node, name: string): boolean {
  if (ts.isIdentifier(node) && node.text === name) return true;
  return ts.forEachChild(node, (inner) => mentions(inner, name)) ?? false;
}

/** True where something inside a statement of a recipe declares a name, by which the statement's own is hidden. */
function takes(node: ts.Node, name: string): boolean {
  const isDeclared =
    (ts.isParameter(node) || ts.isBindingElement(node) || ts.isVariableDeclaration(node) || ts.isFunctionLike(node)) &&
    node.name !== undefined &&
    ts.isIdentifier(node.name) &&
    node.name.text === name;
  const isOwn = ts.isVariableDeclaration(node) ? node.parent.parent.parent : node.parent;
  if (isDeclared && !ts.isSourceFile(isOwn)) return true;
  return ts.forEachChild(node, (inner) => takes(inner, name)) ?? false;
}
