/** Modules that a file loads already, and when what they give can be used. */
import { ts } from "../typescript.ts";
import type { Scope } from "../analyze/usages/scope.ts";
import { declaredNames } from "../analyze/usages/references.ts";
import { hasOwnBody } from "../analyze/usages/syntax.ts";
import type { Site } from "../analyze/usages/site.ts";
import type { FileStyle } from "./style.ts";

export interface Existing {
  readonly module: string;
  readonly whole: ts.Identifier | undefined;
  readonly elements: ReadonlyMap<string, ts.Identifier>;
  /** The list that can take one more name. */
  readonly list: ts.NamedImports | ts.ObjectBindingPattern | undefined;
  readonly statement: ts.ImportDeclaration | ts.VariableDeclaration;
}

/** Every import of a module, and every declaration that loads one by `require`, at the top of a file. */
export function findExisting(scope: Scope, source: ts.SourceFile): Existing[] {
  const found: Existing[] = [];
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      const clause = statement.importClause;
      if (clause === undefined || clause.phaseModifier !== undefined) continue;
      const named = clause.namedBindings;
      const elements = new Map<string, ts.Identifier>();
      if (named && ts.isNamedImports(named))
        for (const element of named.elements)
          if (!element.isTypeOnly) elements.set((element.propertyName ?? element.name).text, element.name);
      const whole = clause.name ?? (named && ts.isNamespaceImport(named) ? named.name : undefined);
      found.push({
        module: statement.moduleSpecifier.text.replace(/^node:/, ""),
        whole,
        elements,
        list: named && ts.isNamedImports(named) ? named : undefined,
        statement,
      });
    } else if (ts.isVariableStatement(statement)) {
      for (const declaration of statement.declarationList.declarations) {
        const { name, initializer } = declaration;
        if (declaredNames(scope, declaration) === undefined) continue;
        if (!initializer || !ts.isCallExpression(initializer) || initializer.expression.getText() !== "require")
          continue;
        const [argument] = initializer.arguments;
        if (argument === undefined || !ts.isStringLiteral(argument)) continue;
        const elements = new Map<string, ts.Identifier>();
        if (ts.isObjectBindingPattern(name))
          for (const element of name.elements) {
            const key = element.propertyName ?? element.name;
            if (
              ts.isIdentifier(key) &&
              ts.isIdentifier(element.name) &&
              !element.initializer &&
              !element.dotDotDotToken
            )
              elements.set(key.text, element.name);
          }
        found.push({
          module: argument.text.replace(/^node:/, ""),
          whole: ts.isIdentifier(name) ? name : undefined,
          elements,
          list:
            ts.isObjectBindingPattern(name) && name.elements.every((element) => !element.dotDotDotToken)
              ? name
              : undefined,
          statement: declaration,
        });
      }
    }
  }
  return found;
}

/** True when what it loads is there by the time of a use that the site serves. */
export function mayUse(statement: Existing["statement"], site: Site, at: ts.Node, style: FileStyle): boolean {
  return isEarlier(statement, site, style) || hasRunBy(statement, site, at);
}

/** True when the import has run by the time the site's own would have: always for ES imports, by order for require. */
function isEarlier(statement: Existing["statement"], site: Site, style: FileStyle): boolean {
  if (ts.isImportDeclaration(statement)) return true;
  if (style.modules === "esm" && site.declaration.kind === "import") return false;
  const place = site.declaration.kind === "variable" ? site.declaration.node : site.node;
  return isTopLevel(site) && statement.end <= place.getStart();
}

/** True for a `require` behind the site's own that has run all the same by the time the use does. */
function hasRunBy(statement: Existing["statement"], site: Site, at: ts.Node): boolean {
  if (ts.isImportDeclaration(statement) || !isTopLevel(site)) return false;
  if (ts.findAncestor(at, (node) => hasOwnBody(node) || ts.isClassLike(node)) === undefined)
    return statement.end <= at.getStart();
  // Nothing that could call the function around the use runs before it.
  const { statements } = at.getSourceFile();
  return statements.filter((each) => each.end <= statement.pos).every(isLoading);
}

/** True for a directive, and for what loads modules by `require` and does nothing else. */
function isLoading(statement: ts.Statement): boolean {
  if (ts.isExpressionStatement(statement)) return ts.isStringLiteral(statement.expression);
  if (!ts.isVariableStatement(statement)) return false;
  return statement.declarationList.declarations.every(({ initializer }) => {
    let value = initializer;
    while (value !== undefined && ts.isPropertyAccessExpression(value)) value = value.expression;
    if (value === undefined || ts.isLiteralExpression(value)) return true;
    return ts.isCallExpression(value) && value.expression.getText() === "require";
  });
}

/** True for a site that has run before anything of its file can be called. */
export function isTopLevel(site: Site): boolean {
  const { declaration } = site;
  if (declaration.kind === "import" || declaration.kind === "re-export" || declaration.kind === "import-equals")
    return true;
  return declaration.kind === "variable" && ts.isSourceFile(declaration.node.parent.parent.parent);
}
