/** From a local name of a package to every place that uses it, through the names taken from it. */
import { ts } from "../../typescript.ts";
import type { Scope } from "./scope.ts";
import type { Binding, Reference, Root, Site } from "./site.ts";
import { enclosingFunction, isWritten } from "./syntax.ts";

/** What a site is, before its names are followed. */
export type SiteHead = Omit<Site, "bindings" | "expression" | "declaration" | "refused">;

interface Start {
  readonly root: Root;
  readonly members: readonly string[];
}

/** The binding of an imported name. Its references are looked for when they are first asked: most packages have no recipe. */
export function bind(scope: Scope, head: SiteHead, name: ts.Identifier, start: Start, typeOnly = false): Binding {
  let found: readonly Reference[] | undefined;
  const find = (): readonly Reference[] => {
    const symbol = scope.symbolOf(name);
    const same = scope.identifiers(name.getSourceFile()).get(name.text) ?? [];
    return same
      .filter((identifier) => identifier !== name && symbol !== undefined && scope.symbolOf(identifier) === symbol)
      .map((identifier) => referenceAt(scope, head, identifier, start));
  };
  return {
    name,
    root: start.root,
    members: start.members,
    typeOnly,
    get references() {
      return (found ??= find());
    },
  };
}

/** The reference that starts at an expression, as far as members are read from it. */
export function referenceAt(scope: Scope, head: SiteHead, expression: ts.Expression, start: Start): Reference {
  const chain: ts.Expression[] = [expression];
  const members = [...start.members];
  const type = isInType(expression);
  if (!type && start.root.kind !== "promise") {
    for (let link = nextLink(expression); link !== undefined; link = nextLink(link.node)) {
      chain.push(link.node);
      members.push(link.name);
    }
  }
  const last = chain[chain.length - 1] ?? expression;
  return {
    root: start.root,
    members,
    fixed: start.members.length,
    chain,
    type,
    alias: type ? undefined : aliasOf(scope, head, last, { root: start.root, members }, chain.length > 1),
  };
}

function nextLink(node: ts.Expression): { node: ts.Expression; name: string } | undefined {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent) && parent.expression === node && !parent.questionDotToken)
    return ts.isIdentifier(parent.name) ? { node: parent, name: parent.name.text } : undefined;
  if (ts.isElementAccessExpression(parent) && parent.expression === node && !parent.questionDotToken)
    return ts.isStringLiteralLike(parent.argumentExpression)
      ? { node: parent, name: parent.argumentExpression.text }
      : undefined;
  return undefined;
}

/** `const { sync } = rimraf` and `const red = chalk.red`: names of their own for parts of the package. */
function aliasOf(scope: Scope, head: SiteHead, node: ts.Expression, start: Start, part: boolean): Site | undefined {
  const declaration = node.parent;
  if (!ts.isVariableDeclaration(declaration) || declaration.initializer !== node) return undefined;
  if (ts.isIdentifier(declaration.name) && !part) return undefined;
  const names = declaredNames(scope, declaration);
  if (names === undefined) return undefined;
  // What an awaited import gave is awaited still, under any name.
  const form = head.form === "dynamic-import" ? head.form : "reference";
  const alias: SiteHead = { ...head, form, node: declaration, literal: undefined };
  return {
    ...alias,
    bindings: names.map(({ name, members }) =>
      bind(scope, alias, name, { root: start.root, members: [...start.members, ...members] }),
    ),
    expression: undefined,
    declaration: { kind: "variable", node: declaration },
    refused: undefined,
  };
}

/**
 * The names a variable declaration gives to the parts of its value, where each stands for that part from the
 * declaration on: not reassigned, not exported, not hoisted out of a block, no defaults, rests or nested patterns.
 */
export function declaredNames(
  scope: Scope,
  declaration: ts.VariableDeclaration,
): { name: ts.Identifier; members: string[] }[] | undefined {
  const list = declaration.parent;
  if (!ts.isVariableDeclarationList(list) || !ts.isVariableStatement(list.parent)) return undefined;
  const statement = list.parent;
  if (statement.modifiers !== undefined && statement.modifiers.length > 0) return undefined;
  const isBlockScoped = (list.flags & ts.NodeFlags.BlockScoped) !== 0;
  if ((list.flags & ts.NodeFlags.Using) === ts.NodeFlags.Using || declaration.type !== undefined) return undefined;
  if (!isBlockScoped && !isBodyOfFunction(statement.parent)) return undefined;
  const names: { name: ts.Identifier; members: string[] }[] = [];
  if (ts.isIdentifier(declaration.name)) {
    names.push({ name: declaration.name, members: [] });
  } else if (ts.isObjectBindingPattern(declaration.name)) {
    for (const element of declaration.name.elements) {
      const key = element.propertyName ?? element.name;
      if (element.dotDotDotToken || element.initializer || !ts.isIdentifier(element.name)) return undefined;
      if (!ts.isIdentifier(key) && !ts.isStringLiteral(key)) return undefined;
      names.push({ name: element.name, members: [key.text] });
    }
  } else {
    return undefined;
  }
  return names.every(({ name }) => isSettled(scope, name)) ? names : undefined;
}

/** True when nothing but its declaration gives the name a value. */
function isSettled(scope: Scope, name: ts.Identifier): boolean {
  const symbol = scope.symbolOf(name);
  if (symbol === undefined || (symbol.declarations?.length ?? 0) !== 1) return false;
  const same = scope.identifiers(name.getSourceFile()).get(name.text) ?? [];
  // In sloppy code a function declared in a block is assigned to the variable of its name around it.
  const isReplaced = ({ parent }: ts.Identifier): boolean =>
    ts.isFunctionDeclaration(parent) &&
    !isBodyOfFunction(parent.parent) &&
    enclosingFunction(parent) === enclosingFunction(name);
  return same.every(
    (other) => other === name || (!isReplaced(other) && (scope.symbolOf(other) !== symbol || !isWritten(other))),
  );
}

function isBodyOfFunction(node: ts.Node): boolean {
  return ts.isSourceFile(node) || (ts.isBlock(node) && ts.isFunctionLike(node.parent));
}

function isInType(node: ts.Node): boolean {
  if (ts.isPartOfTypeNode(node)) return true;
  for (let at = node; at.parent !== undefined; at = at.parent) {
    if (ts.isTypeQueryNode(at.parent)) return true;
    if (!ts.isQualifiedName(at.parent)) return false;
  }
  return false;
}
