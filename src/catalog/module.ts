/** A file of the catalogue as a module: what its names mean, here and in the modules of its family. */
import { ts } from "../typescript.ts";
import type { RecipeModule } from "./catalog.ts";
import { ShrinkdepsError } from "../errors.ts";

/** The modules that recipes share functions by: their text, by path as it stands in the repository. */
export interface Family {
  read(path: string): string | undefined;
  /** The modules read so far, by path. */
  readonly modules: Map<string, RecipeModule>;
}

/** For a recipe that stands alone. */
export const noFamily: Family = { read: () => undefined, modules: new Map() };

/** A family whose modules `read` gives. */
export function familyOf(read: (path: string) => string | undefined): Family {
  return { read, modules: new Map() };
}

/** Reads a file of the catalogue, and what it imports. Throws `recipe` with file and line for an import it cannot have. */
export function readModule(path: string, text: string, family: Family): RecipeModule {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS);
  const builtins = new Map<string, { module: string; name: string }>();
  const declarations = new Map<string, ts.Statement>();
  const imports = new Map<string, RecipeModule>();
  const module: RecipeModule = { path, source, builtins, declarations, imports };
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      const specifier = statement.moduleSpecifier.text;
      if (specifier.startsWith("node:")) readBuiltins(statement.importClause, specifier, builtins);
      else if (!isRecipeModule(specifier)) readImports(module, statement, specifier, family, imports);
    } else {
      for (const name of declaredNames(statement)) declarations.set(name, statement);
    }
  }
  refuseAmbiguous(module);
  return module;
}

/** True for the one module of the engine a recipe imports: by the package's name, or by its path in this repository. */
export function isRecipeModule(specifier: string): boolean {
  return specifier === "shrinkdeps/recipe" || /^\.{1,2}\/(?:.*\/)?recipe(?:\.[jt]s)?$/.test(specifier);
}

function readBuiltins(
  clause: ts.ImportClause | undefined,
  module: string,
  builtins: Map<string, { module: string; name: string }>,
): void {
  if (clause === undefined) return;
  if (clause.name) builtins.set(clause.name.text, { module, name: "default" });
  const named = clause.namedBindings;
  if (named && ts.isNamespaceImport(named)) builtins.set(named.name.text, { module, name: "*" });
  if (named && ts.isNamedImports(named))
    for (const element of named.elements)
      builtins.set(element.name.text, { module, name: (element.propertyName ?? element.name).text });
}

function readImports(
  module: RecipeModule,
  statement: ts.ImportDeclaration,
  specifier: string,
  family: Family,
  imports: Map<string, RecipeModule>,
): void {
  const fail = (message: string, hint?: string): ShrinkdepsError => failure(module, statement, message, hint);
  const path = resolve(module.path, specifier);
  const known = path === undefined ? undefined : family.modules.get(path);
  const text = path === undefined || known !== undefined ? undefined : family.read(path);
  if (path === undefined || (known === undefined && text === undefined))
    throw fail(
      `imports ${JSON.stringify(specifier)}`,
      'a recipe imports "shrinkdeps/recipe", built-ins ("node:path") and modules of recipes/families, nothing else',
    );
  const from = known ?? readModule(path, text ?? "", family);
  family.modules.set(path, from);
  const named = statement.importClause?.namedBindings;
  if (named === undefined || !ts.isNamedImports(named) || statement.importClause?.name)
    throw fail("what a module of a family has is imported by name");
  for (const element of named.elements) {
    const { text: name } = element.name;
    // A helper is written from several modules together, where a name has one meaning.
    if (element.propertyName !== undefined && element.propertyName.text !== name)
      throw fail(`${name} keeps its own name, ${element.propertyName.text}`);
    const declared = from.declarations.get(name);
    if (declared === undefined || !isExported(declared)) throw fail(`${path} exports no ${name}`);
    imports.set(name, from);
  }
}

/** The path a relative specifier leads to; undefined outside recipes/families. */
function resolve(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  const parts = from.split("/").slice(0, -1);
  for (const part of specifier.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  const path = parts.join("/");
  return path.startsWith("recipes/families/") ? path : undefined;
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function declaredNames(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => namesOf(name));
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isClassDeclaration(statement);
  return isNamed && statement.name ? [statement.name.text] : [];
}

function namesOf(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesOf(element.name) : []));
}

/** Every module a file reaches has its own names: what is written into a project comes from all of them. */
function refuseAmbiguous(module: RecipeModule): void {
  const owners = new Map<string, RecipeModule>();
  for (const one of reachedFrom(module)) {
    for (const [name, statement] of one.declarations) {
      const other = owners.get(name) ?? one;
      if (other !== one) throw failure(one, statement, `${name} is a name of ${other.path} too`);
      owners.set(name, one);
    }
  }
}

function reachedFrom(module: RecipeModule, seen = new Set<RecipeModule>()): ReadonlySet<RecipeModule> {
  if (seen.has(module)) return seen;
  seen.add(module);
  for (const other of module.imports.values()) reachedFrom(other, seen);
  return seen;
}

function failure(module: RecipeModule, at: ts.Node, message: string, hint?: string): ShrinkdepsError {
  const line = module.source.getLineAndCharacterOfPosition(at.getStart(module.source)).line + 1;
  return new ShrinkdepsError("recipe", message, { path: module.path, line, ...(hint !== undefined && { hint }) });
}

/** What a name of a file means: a top-level statement of it, or of the module it is imported from. */
export function findDeclaration(
  module: RecipeModule,
  name: string,
): { readonly module: RecipeModule; readonly statement: ts.Statement } | undefined {
  const own = module.declarations.get(name);
  if (own !== undefined) return { module, statement: own };
  const from = module.imports.get(name);
  return from === undefined ? undefined : findDeclaration(from, name);
}

/** The value of a constant that a name of a file means, with the module it is written in. */
export function findValue(
  module: RecipeModule,
  name: string,
): { readonly module: RecipeModule; readonly value: ts.Expression } | undefined {
  const found = findDeclaration(module, name);
  if (found === undefined || !ts.isVariableStatement(found.statement)) return undefined;
  for (const declaration of found.statement.declarationList.declarations)
    if (ts.isIdentifier(declaration.name) && declaration.name.text === name && declaration.initializer)
      return { module: found.module, value: unwrap(declaration.initializer) };
  return undefined;
}

/** True for an identifier that stands for a value or a type, and is not the name of a member. */
export function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) return parent.name !== node;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  if (ts.isClassLike(parent)) return parent.name !== node;
  return !(ts.isPropertySignature(parent) || ts.isMethodDeclaration(parent) || ts.isMethodSignature(parent));
}

/** An expression without parentheses and assertions around it. */
export function unwrap(node: ts.Expression): ts.Expression {
  let at = node;
  while (ts.isParenthesizedExpression(at) || ts.isAsExpression(at) || ts.isSatisfiesExpression(at)) at = at.expression;
  return at;
}
