/** The calls that load a module by its name, and what else may read or replace one. */
import { ts } from "../../typescript.ts";
import type { UsageForm } from "../usage.ts";
import { createdBy, isCreation } from "./created.ts";
import type { Scope } from "./scope.ts";

/** Tools that load a module with others in the place of what it loads, by their names, and mocks by a name that is computed. */
export const replacers =
  /\b(?:jest|vi|vitest|mock)\s*\.\s*(?:mock|doMock|setMock|unstable_mockModule|module)\(\s*(?![\s"'`]|import\b)|\b(?:proxyquire|requireInject|require-inject|sandboxed-module|SandboxedModule|rewire|rewiremock|mock-require|mockery|esmock|quibble|testdouble)\b|\bModule\._(?:load|resolveFilename)\b/;

/** True for a file in which any mention of a package may be a replacement of it. */
export function replacesModules(source: ts.SourceFile): boolean {
  return replacers.test(source.text);
}

const mockers =
  /^(?:\w*[mM]ock\w*|jest|vi|vitest|td|sinon|rewiremock|proxyquire|requireInject|SandboxedModule|esmock|quibble)\b/;

export interface Loader {
  readonly form: UsageForm;
  readonly refused?: string;
  /** The declaration that createRequire() gave the called name by, or the call of it that is called. */
  readonly created?: ts.VariableDeclaration | ts.CallExpression;
}

export function loaderOf(scope: Scope, node: ts.CallExpression): Loader | undefined {
  const callee = node.expression;
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return { form: "dynamic-import" };
  if (ts.isIdentifier(callee)) {
    const isRequire = callee.text === "require";
    if (isRequire && isGlobal(scope, callee)) return { form: "require" };
    const created = createdBy(scope, callee);
    if (created !== undefined) return { form: "require", created };
    return isRequire
      ? { form: "require", refused: "is loaded by a require that this file declares itself" }
      : undefined;
  }
  if (ts.isCallExpression(callee) && isCreation(scope, callee)) return { form: "require", created: callee };
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const text = callee.getText().replace(/\s+/g, "");
  if (text === "require.resolve" || text === "import.meta.resolve" || text === "require.resolve.paths")
    return { form: "require.resolve", refused: `${text}() asks for its place on disk` };
  if (text === "module.require" && scope.lookup("module", callee) === undefined) return { form: "require" };
  if (/\brequire$/.test(text)) return { form: "require", refused: `is loaded by ${text}()` };
  return undefined;
}

/** True for a name that nothing in the file gives a value; `declare` only says that there is one. */
function isGlobal(scope: Scope, name: ts.Identifier): boolean {
  // A file that only calls it declares nothing of that name, which needs no binding to see.
  const same = scope.identifiers(name.getSourceFile()).get(name.text) ?? [];
  if (same.every(isOnlyRead)) return true;
  const declarations = scope.lookup(name.text, name)?.declarations ?? [];
  return declarations.every(
    (declaration) => (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Ambient) !== 0,
  );
}

/** True where a name is called, or a member of it is read or has its name: it is declared nowhere here. */
function isOnlyRead(node: ts.Identifier): boolean {
  const { parent } = node;
  return (ts.isCallExpression(parent) && parent.expression === node) || ts.isPropertyAccessExpression(parent);
}

export function enclosingMocker(node: ts.Node): string | undefined {
  for (let at: ts.Node = node.parent; at !== undefined && !ts.isStatement(at); at = at.parent) {
    if (!ts.isCallExpression(at)) continue;
    const text = at.expression.getText().replace(/\s+/g, "");
    if (
      mockers.test(text) ||
      /\.(?:mock|mock\.module|doMock|unmock|requireActual|importActual|registerMock|__set__)$/.test(text)
    )
      return text;
  }
  return undefined;
}

/** `define(["x"], …)` of an AMD loader. */
export function enclosingDefine(node: ts.Node): string | undefined {
  if (!ts.isArrayLiteralExpression(node.parent) || !ts.isCallExpression(node.parent.parent)) return undefined;
  const text = node.parent.parent.expression.getText();
  return /^(?:define|require|requirejs)$/.test(text) ? text : undefined;
}

export function isInComment(source: ts.SourceFile, at: number): boolean {
  let found: ts.Node = source;
  const descend = (node: ts.Node): void => {
    if (node.pos <= at && at < node.end) {
      found = node;
      ts.forEachChild(node, descend);
    }
  };
  descend(source);
  // Comments belong to no token: the position is in front of the innermost node that covers it.
  return at < found.getStart(source) || (ts.isSourceFile(found) && !ts.isCallExpression(found));
}

/** Why names of this file may be read in ways its syntax does not show. */
export function dynamicScope(scope: Scope, source: ts.SourceFile): string | undefined {
  // A name may be spelled with escapes.
  const named = /eval|\\u/.test(source.text) ? scope.identifiers(source).get("eval") : undefined;
  for (const name of named ?? [])
    if (ts.isCallExpression(name.parent) && name.parent.expression === name && scope.symbolOf(name) === undefined)
      return "the file calls eval, which may use its name";
  const hasWith = (node: ts.Node): boolean => ts.isWithStatement(node) || (ts.forEachChild(node, hasWith) ?? false);
  return source.text.includes("with") && hasWith(source)
    ? "the file has a with statement, which may shadow its name"
    : undefined;
}
