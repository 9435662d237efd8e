/** What becomes of the places that load a package: removed, led to a helper, or replaced by built-in imports. */
import { ts } from "../typescript.ts";
import { type Decision, helpedBy, type SiteDecision } from "../analyze/verdicts/decision.ts";
import type { Binding, Site } from "../analyze/usages/site.ts";
import { type createBuiltins, writeImports } from "./builtins.ts";
import type { FileInput } from "./file.ts";
import type { TextEdit } from "./plan.ts";
import { quoteText } from "./print.ts";
import { addDeclarations, editDeclarations } from "./declarations.ts";
import type { HelperPlace } from "./helper/plan.ts";
import { placeImports } from "./import-order.ts";
import { joinLoads, type Load, type Taken, textOf } from "./join.ts";
import { narrowClause, narrowList } from "./narrow.ts";
import { removeStatement } from "./removal.ts";
import { type FileStyle, inBraces } from "./style.ts";

/** The edits on imports, requires and declarations: removed, led to a helper, or replaced by built-in imports. */
export function editSites(
  input: FileInput,
  kept: ReadonlySet<Site>,
  added: ReturnType<typeof createBuiltins>["added"],
): TextEdit[] {
  const { source, style, isTypeScript } = input;
  const edits: TextEdit[] = [];
  const lists = new Map<ts.VariableDeclarationList, Map<ts.VariableDeclaration, readonly string[]>>();
  const leave = (declaration: ts.VariableDeclaration, instead: readonly string[]): void => {
    const list = declaration.parent;
    if (!ts.isVariableDeclarationList(list)) return;
    const changes = lists.get(list) ?? new Map<ts.VariableDeclaration, readonly string[]>();
    lists.set(list, changes);
    changes.set(declaration, instead);
  };
  const top: string[] = [];
  const all: Load[] = [];
  for (const decided of input.sites) {
    const { site } = decided;
    // TypeScript that becomes CommonJS (.cts) imports all the same: a new import looks like the one it stands for.
    const isImport = site.declaration.kind === "import" || site.declaration.kind === "import-equals";
    const ownStyle: FileStyle = isImport ? { ...style, modules: "esm" } : style;
    const imports = writeImports(added.get(site) ?? [], ownStyle, isTypeScript);
    const isKept = kept.has(site);
    const helper = isKept ? input.helperOf(site) : undefined;
    const renamed = helper === undefined ? [] : loadHelper(decided, helper, input);
    const { declaration } = site;
    if (declaration.kind === "import") {
      const kind = !isKept ? "gone" : helper === undefined ? "stays" : "helper";
      const inner = isKept ? [...renamed, ...narrowImport(source, decided, declaration.node)] : [];
      all.push({ node: declaration.node, kind, edits: inner, imports, taken: takenBy(site, helper) });
    } else edits.push(...renamed);
    if (declaration.kind === "variable") {
      // In an ES module a new import is a statement of the file, not a declaration of this list.
      if (style.modules === "esm") top.push(...imports.splice(0));
      if (!isKept) leave(declaration.node, imports);
      else {
        edits.push(...keptNames(decided));
        if (imports.length > 0) edits.push(addDeclarations(source, declaration.node, imports, style));
      }
    } else if (declaration.kind === "import-equals") {
      edits.push(...inPlace(source, { node: declaration.node, isGone: !isKept, imports }, style));
    } else if (declaration.kind === "statement" && !isKept) {
      edits.push(removeStatement(source, declaration.node, undefined));
    } else if (declaration.kind !== "import" && imports.length > 0) {
      top.push(...imports);
    }
    for (const alias of aliasesOf(decided))
      if (kept.has(alias.site)) edits.push(...keptNames(alias));
      else if (alias.site.declaration.kind === "variable") leave(alias.site.declaration.node, []);
  }
  const loads = joinLoads(source, all, style);
  const builtins = loads.flatMap(({ imports }) => imports);
  edits.push(
    ...(placeImports(source, loads, builtins, style) ??
      loads.flatMap(({ node, kind, edits: inner, imports }) => [
        ...inner,
        ...inPlace(source, { node, isGone: kind === "gone", imports }, style),
      ])),
  );
  for (const [list, changes] of lists) edits.push(...editDeclarations(source, list, changes, style));
  if (top.length > 0) edits.push(insertAtTop(source, top.join(style.eol), style, edits));
  return edits;
}

/** The edit by which a site loads its helper instead of the package. */
function loadHelper(
  decided: SiteDecision,
  helper: HelperPlace,
  { source, style, isTypeScript }: FileInput,
): TextEdit[] {
  const { specifier } = helper;
  const { site } = decided;
  const { literal, declaration } = site;
  if (literal === undefined) return [];
  const start = literal.getStart(source);
  const quoted = quoteLike(source, literal, specifier);
  const taken = takenBy(site, helper);
  if (helper.name !== undefined && taken === undefined) {
    const member = `${quoted}${source.text.slice(literal.end, site.node.end)}.${helper.name}`;
    return [{ start, end: site.node.end, text: member }];
  }
  if (taken !== undefined && declaration.kind === "import-equals") {
    const { name, moduleReference } = declaration.node;
    const text = `${inBraces(textOf(taken), style)} from ${quoted}`;
    return [{ start: name.getStart(source), end: moduleReference.end, text }];
  }
  const clause = declaration.kind === "import" ? declaration.node.importClause : undefined;
  if (taken !== undefined && clause !== undefined)
    return [
      { start: clause.getStart(source), end: clause.end, text: inBraces(textOf(taken), style) },
      { start, end: literal.end, text: quoted },
    ];
  const hasDefault = decided.era?.require === "default";
  if (declaration.kind === "import-equals") {
    const { name, moduleReference } = declaration.node;
    const clause = hasDefault ? name.text : `* as ${name.text}`;
    return [{ start: name.getStart(source), end: moduleReference.end, text: `${clause} from ${quoted}` }];
  }
  if (isTypeScript && site.form === "require" && hasDefault)
    // A helper in TypeScript is an ES module: require() of one gives its namespace.
    return [{ start, end: site.node.end, text: `${quoted}${source.text.slice(literal.end, site.node.end)}.default` }];
  const named = clause?.namedBindings;
  const isModule = hasDefault && site.bindings.some(({ root }) => root.kind === "module");
  if (named !== undefined && ts.isNamespaceImport(named) && isModule)
    return [
      { start: named.getStart(source), end: named.end, text: named.name.text },
      { start, end: literal.end, text: quoted },
    ];
  return [{ start, end: literal.end, text: quoted }];
}

/** What an import takes from a helper by another name than it had. */
function takenBy(site: Site, helper: HelperPlace | undefined): Taken | undefined {
  const [binding] = site.bindings;
  const isImport = site.declaration.kind === "import" || site.declaration.kind === "import-equals";
  if (helper?.name === undefined || binding === undefined || !isImport) return undefined;
  return { specifier: helper.specifier, name: helper.name, local: binding.name.text };
}

/** New imports where a statement was, or behind it where it stays. */
function inPlace(
  source: ts.SourceFile,
  { node, isGone, imports }: { readonly node: ts.Node; readonly isGone: boolean; readonly imports: readonly string[] },
  style: FileStyle,
): TextEdit[] {
  const joined = imports.join(style.eol);
  if (isGone) return [removeStatement(source, node, joined === "" ? undefined : joined)];
  return joined === "" ? [] : [{ start: node.end, end: node.end, text: `${style.eol}${joined}` }];
}

function aliasesOf(decided: SiteDecision): SiteDecision[] {
  return decided.references.flatMap(({ decision }) =>
    decision.kind === "alias" ? [decision.site, ...aliasesOf(decision.site)] : [],
  );
}

/** Drops the names of a destructured require that nothing uses any more. */
function keptNames(decided: SiteDecision): TextEdit[] {
  const { declaration } = decided.site;
  if (declaration.kind !== "variable" || !ts.isObjectBindingPattern(declaration.node.name)) return [];
  const { elements } = declaration.node.name;
  return narrowList(declaration.node.getSourceFile(), elements, (node) =>
    decided.site.bindings.some((one) => one.name.parent === node && isBindingKept(decided, one)),
  );
}

/** Drops the imported names that nothing uses any more. */
function narrowImport(source: ts.SourceFile, decided: SiteDecision, node: ts.ImportDeclaration): TextEdit[] {
  if (node.importClause === undefined) return [];
  return narrowClause(source, node.importClause, (name) =>
    decided.site.bindings.some((binding) => binding.name === name && isBindingKept(decided, binding)),
  );
}

function isBindingKept(decided: SiteDecision, binding: Binding): boolean {
  const isStaying = ({ decision }: { decision: Decision }): boolean =>
    helpedBy(decision).length > 0 ||
    decision.kind === "refuse" ||
    (decision.kind === "alias" && (decision.site.refused !== undefined || decision.site.references.some(isStaying)));
  return decided.references.some((use) => binding.references.includes(use.reference) && isStaying(use));
}

/** Behind the last import that stays, or at the top: below a shebang, a licence header and directives. */
function insertAtTop(source: ts.SourceFile, text: string, style: FileStyle, edits: readonly TextEdit[]): TextEdit {
  const isStaying = (node: ts.Node): boolean =>
    !edits.some((edit) => edit.start <= node.getStart(source) && edit.end >= node.end);
  const imports = source.statements.filter(ts.isImportDeclaration).filter(isStaying);
  const last = imports[imports.length - 1];
  if (last !== undefined) return { start: last.end, end: last.end, text: style.eol + text };
  const first = source.statements.find(
    (statement) => !(ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression)),
  );
  const at = first?.getStart(source) ?? source.end;
  return { start: at, end: at, text: text + style.eol };
}

function quoteLike(source: ts.SourceFile, literal: ts.StringLiteralLike, text: string): string {
  const mark = source.text[literal.getStart(source)];
  return mark === "`" ? `\`${text}\`` : quoteText(text, mark === "'" ? "'" : '"');
}
