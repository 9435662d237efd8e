/** Finds every place in a file that loads one of the candidate packages, in whatever form. */
import { ts } from "../../typescript.ts";
import type { UsageForm } from "../usage.ts";
import { mayLoad } from "./created.ts";
import { dynamicScope, enclosingDefine, enclosingMocker, isInComment, loaderOf, replacesModules } from "./loaders.ts";
import { type Holding, loaded, refuseLoad } from "./loaded.ts";
import { bind, type SiteHead } from "./references.ts";
import type { Scope } from "./scope.ts";
import type { Binding, Declaration, Root, Site } from "./site.ts";
import { splitSpecifier } from "./syntax.ts";

/**
 * The sites of those packages in a file, in order. `isPlain` where `import * as x` gives what require() would, as
 * TypeScript compiles it without interop.
 */
export function findSites(
  scope: Scope,
  source: ts.SourceFile,
  names: ReadonlySet<string>,
  isPlain: () => boolean = () => false,
): Site[] {
  const sites: Site[] = [];
  const dynamic = dynamicScope(scope, source);
  const isReplacing = replacesModules(source);
  const handled = new Set<ts.Node>();

  const isNamed = (literal: ts.StringLiteralLike): boolean => names.has(splitSpecifier(literal.text)?.package ?? "");
  const headOf = (form: UsageForm, node: ts.Node, literal: ts.StringLiteralLike): SiteHead | undefined => {
    const split = splitSpecifier(literal.text);
    if (split === undefined || !names.has(split.package)) return undefined;
    handled.add(literal);
    return { form, package: split.package, specifier: literal.text, entry: split.entry, node, literal };
  };
  const add = (head: SiteHead, rest: Holding): void => {
    sites.push({
      ...head,
      bindings: rest.bindings ?? [],
      expression: rest.expression,
      declaration: rest.declaration ?? { kind: "none" },
      refused: rest.refused ?? dynamic,
    });
  };

  /** As `add`, for what is looked at only where the package has a recipe. */
  const addLater = (head: SiteHead, rest: () => Holding): void => {
    let holding: Holding | undefined;
    const held = (): Holding => (holding ??= rest());
    sites.push({
      ...head,
      get bindings() {
        return held().bindings ?? [];
      },
      get expression() {
        return held().expression;
      },
      get declaration() {
        return held().declaration ?? { kind: "none" };
      },
      refused: dynamic,
    });
  };

  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) importDeclaration(node);
    else if (ts.isExportDeclaration(node)) exportDeclaration(node);
    else if (ts.isImportEqualsDeclaration(node)) importEquals(node);
    else if (ts.isImportTypeNode(node)) importType(node);
    else if (ts.isModuleDeclaration(node)) moduleDeclaration(node);
    else if (ts.isCallExpression(node)) call(node);
    else if (ts.isNewExpression(node)) construction(node);
    ts.forEachChild(node, visit);
    if (ts.isStringLiteralLike(node) && !handled.has(node)) looseLiteral(node);
    else if (isReplacing && ts.isPropertyAssignment(node)) replacedKey(node);
  };

  const importDeclaration = (node: ts.ImportDeclaration): void => {
    if (!ts.isStringLiteral(node.moduleSpecifier)) return;
    const clause = node.importClause;
    const form = clause === undefined ? "side-effect" : isTypeOnly(clause) ? "type" : "import";
    const head = headOf(form, node, node.moduleSpecifier);
    if (head === undefined) return;
    const declaration: Declaration = { kind: "import", node };
    if (node.attributes !== undefined) return add(head, { refused: "is imported with attributes" });
    if (clause === undefined) return add(head, { declaration });
    if (clause.phaseModifier === ts.SyntaxKind.DeferKeyword) return add(head, { refused: "is imported with defer" });
    const bindings: Binding[] = [];
    const whole = isTypeOnly(clause);
    const on = (name: ts.Identifier, root: Root, typeOnly = false): void => {
      bindings.push(bind(scope, head, name, { root, members: [] }, whole || typeOnly));
    };
    if (clause.name) on(clause.name, { kind: "export", name: "default" });
    const named = clause.namedBindings;
    if (named !== undefined && ts.isNamespaceImport(named))
      on(named.name, { kind: clause.name === undefined && isPlain() ? "module" : "namespace" });
    if (named !== undefined && ts.isNamedImports(named))
      for (const element of named.elements)
        on(element.name, { kind: "export", name: (element.propertyName ?? element.name).text }, element.isTypeOnly);
    add(head, { bindings, declaration });
  };

  const exportDeclaration = (node: ts.ExportDeclaration): void => {
    if (node.moduleSpecifier === undefined || !ts.isStringLiteral(node.moduleSpecifier)) return;
    const head = headOf(node.isTypeOnly ? "type" : "re-export", node, node.moduleSpecifier);
    if (head === undefined) return;
    if (node.isTypeOnly) return add(head, { refused: "its types are exported again" });
    const clause = node.exportClause;
    if (clause === undefined || !ts.isNamedExports(clause))
      return add(head, { refused: "everything of it is exported again; name the exports that are meant" });
    if (clause.elements.some((element) => element.isTypeOnly))
      return add(head, { refused: "its types are exported again" });
    add(head, { declaration: { kind: "re-export", node } });
  };

  const importEquals = (node: ts.ImportEqualsDeclaration): void => {
    if (!ts.isExternalModuleReference(node.moduleReference)) return;
    const literal = node.moduleReference.expression;
    if (!ts.isStringLiteral(literal)) return;
    const head = headOf(node.isTypeOnly ? "type" : "import", node, literal);
    if (head === undefined) return;
    if (node.modifiers !== undefined && node.modifiers.length > 0)
      return add(head, { refused: "is exported again by import = require()" });
    const binding = bind(scope, head, node.name, { root: { kind: "module" }, members: [] }, node.isTypeOnly);
    add(head, { bindings: [binding], declaration: { kind: "import-equals", node } });
  };

  const importType = (node: ts.ImportTypeNode): void => {
    if (!ts.isLiteralTypeNode(node.argument) || !ts.isStringLiteral(node.argument.literal)) return;
    const head = headOf("type", node, node.argument.literal);
    if (head !== undefined) add(head, { refused: "its types are used; write the type out" });
  };

  const moduleDeclaration = (node: ts.ModuleDeclaration): void => {
    if (!ts.isStringLiteral(node.name)) return;
    const head = headOf("ambient", node, node.name);
    if (head === undefined) return;
    if (node.body === undefined) return add(head, { declaration: { kind: "statement", node } });
    add(head, { refused: "its types are declared or extended here" });
  };

  const call = (node: ts.CallExpression): void => {
    const [argument] = node.arguments;
    if (argument === undefined || !ts.isStringLiteralLike(argument) || !isNamed(argument)) return;
    const loader = loaderOf(scope, node);
    if (loader === undefined) return;
    const found = headOf(loader.form, node, argument);
    if (found === undefined) return;
    const head: SiteHead = loader.created === undefined ? found : { ...found, created: loader.created };
    const mocker = enclosingMocker(node);
    if (mocker !== undefined) return add({ ...head, form: "mock" }, { refused: `${mocker} replaces it by its name` });
    if (loader.refused !== undefined) return add(head, { refused: loader.refused });
    if (node.arguments.length !== 1) return add(head, { refused: "is loaded with further arguments" });
    const isDynamic = loader.form === "dynamic-import";
    const refused = refuseLoad(node, isDynamic);
    if (refused !== undefined) return add(head, { refused });
    addLater(head, () => loaded(scope, head, node, isDynamic));
  };

  /** `new require("x")()` loads x with `new`, and calls what that gave. */
  const construction = (node: ts.NewExpression): void => {
    const [argument] = node.arguments ?? [];
    if (argument === undefined || !ts.isStringLiteralLike(argument)) return;
    if (!ts.isIdentifier(node.expression) || node.expression.text !== "require") return;
    const head = headOf("require", node, argument);
    if (head !== undefined) add(head, { refused: "is loaded by new require(), where parentheses may be missing" });
  };

  const looseLiteral = (node: ts.StringLiteralLike): void => {
    const split = splitSpecifier(node.text);
    if (split === undefined || !names.has(split.package)) return;
    const mocker = enclosingMocker(node);
    const amd = mocker === undefined ? enclosingDefine(node) : undefined;
    if (mocker === undefined && amd === undefined) {
      if (isReplacing) replaced(node, split.package);
      else if (isGivenToLoader(scope, node)) loadedElsewhere(node);
      return;
    }
    const head = headOf(mocker === undefined ? "require" : "mock", node, node);
    if (head !== undefined)
      add(head, { refused: mocker === undefined ? `is loaded by ${amd}()` : `${mocker} replaces it by its name` });
  };

  const loadedElsewhere = (node: ts.StringLiteralLike): void => {
    const head = headOf("require", node, node);
    if (head !== undefined) add(head, { refused: "its name is given to a function that may load it" });
  };

  const replacedKey = (node: ts.PropertyAssignment): void => {
    if (ts.isIdentifier(node.name) && names.has(node.name.text)) replaced(node.name, node.name.text);
  };

  const replaced = (node: ts.Node, name: string): void => {
    sites.push({
      form: "mock",
      package: name,
      specifier: name,
      entry: ".",
      node,
      literal: undefined,
      bindings: [],
      expression: undefined,
      declaration: { kind: "none" },
      refused: "is named in a file that replaces modules by their names",
    });
  };

  visit(source);
  for (const match of source.text.matchAll(/\bimport\(\s*(["'])([^"'\n]+)\1\s*\)/g)) {
    const name = splitSpecifier(match[2] ?? "")?.package;
    if (name === undefined || !names.has(name) || !isInComment(source, match.index)) continue;
    sites.push({
      form: "type",
      package: name,
      specifier: match[2] ?? name,
      entry: ".",
      node: source,
      literal: undefined,
      bindings: [],
      expression: undefined,
      declaration: { kind: "none" },
      at: match.index,
      refused: "its types are used in a comment",
    });
  }
  for (const reference of source.typeReferenceDirectives)
    if (names.has(reference.fileName))
      sites.push({
        form: "type",
        package: reference.fileName,
        specifier: reference.fileName,
        entry: ".",
        node: source,
        at: reference.pos,
        literal: undefined,
        bindings: [],
        expression: undefined,
        declaration: { kind: "none" },
        refused: "its types are referred to by a comment at the top of the file",
      });
  return sites;
}

function isGivenToLoader(scope: Scope, node: ts.StringLiteralLike): boolean {
  const { parent } = node;
  return ts.isCallExpression(parent) && parent.arguments[0] === node && mayLoad(scope, parent.expression);
}

function isTypeOnly(clause: ts.ImportClause): boolean {
  return clause.phaseModifier === ts.SyntaxKind.TypeKeyword;
}
