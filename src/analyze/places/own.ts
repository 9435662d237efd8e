/** Whether the functions of a helper can stand in the very file that uses them, and under which names. */
import { ts } from "../../typescript.ts";
import { canRenameIn } from "../../catalog/rename.ts";
import { isComponent } from "../usages/component.ts";
import type { Scope } from "../usages/scope.ts";
import { isNameOnly } from "../usages/syntax.ts";
import { helpedBy, type ReferenceDecision, type SiteDecision, usesOf } from "../verdicts/decision.ts";
import { type Closure, closureOf } from "./closure.ts";
import { type Group, replacementsOf } from "./group.ts";
import { identifierFor } from "./place.ts";

/** The names that a helper has in the file that uses it. */
export interface OwnNames {
  /** What each export is called there. */
  readonly exports: ReadonlyMap<string, string>;
  /** Other names for what the exports need, where the file has theirs already. */
  readonly others: ReadonlyMap<string, string>;
  /** Every name that the file gets. */
  readonly all: readonly string[];
}

/** One use of an export, as the helper has to serve it. */
interface OwnUse {
  readonly export: string;
  readonly node: ts.Node;
  readonly site: SiteDecision;
}

/** The names, or why the file cannot hold the helper. `reserved` are those that it gets otherwise. */
export function ownNames(scope: Scope, group: Group, reserved: ReadonlySet<string>): OwnNames | string {
  const source = group.users[0]?.file.source;
  if (source === undefined || group.users.some(({ file }) => file.source !== source))
    return "several files would each need a copy";
  const identifiers = scope.identifiers(source);
  if (isComponent(group.users[0]?.file.path ?? "")) return "it is used in a component";
  if (identifiers.has("eval")) return "its file evaluates text";
  const uses = usesIn(group);
  if (typeof uses === "string") return uses;
  const closure = closureOf(replacementsOf(group), new Set(uses.map((use) => use.export)));
  if (closure === undefined) return "it is the package's own code";
  // What is computed would be so at another moment than the package's own, or too late for what runs before.
  if (!closure.isHoisted) return "it is more than functions";
  const loaded = whyLoadedApart(group, closure, source);
  if (loaded !== undefined) return loaded;
  const top = (name: string): ts.Symbol | undefined => scope.lookup(name, source);
  const taken = [...closure.globals].find(
    (name) => top(name) !== undefined || (identifiers.get(name) ?? []).some(isTypeName),
  );
  if (taken !== undefined) return `it needs the global ${taken}, which is something else there`;

  const leaving = new Set<ts.Node>(
    uses.flatMap(({ node, site }) => [node, ...site.site.bindings.map(({ name }) => name)]),
  );
  const given = new Set(reserved);
  const isFree = (name: string): boolean =>
    !given.has(name) &&
    // Another helper, or what a call becomes, may need the global.
    !(name in globalThis) &&
    !closure.globals.has(name) &&
    (identifiers.get(name) ?? []).every((node) => leaving.has(node) || isMember(node));
  const exports = new Map<string, string>();
  for (const name of new Set(uses.map((use) => use.export))) {
    const own = uses.filter((use) => use.export === name);
    const bound = boundName(scope, own, source);
    const local = bound !== undefined && !given.has(bound) ? bound : wantedNames(group, name).find(isFree);
    if (local === undefined) return `the file has other uses for the name ${wantedNames(group, name)[0] ?? name}`;
    if (own.some((use) => use.node.getText(source) !== local && !mayBeNamed(scope, use.node, local, bound)))
      return `${local} is something else where it is used`;
    if (closure.builtins.has(local)) return `it needs ${local} of a built-in module`;
    if (closure.globals.has(local)) return `it needs the global ${local}`;
    if (!isCallable(closure, local)) return `it means something else by ${local}`;
    exports.set(name, local);
    given.add(local);
  }
  const others = new Map<string, string>();
  for (const name of closure.declarations.keys()) {
    if ([...exports.values()].includes(name)) {
      if (!isItself(closure, name)) return `it has a function ${name} of its own`;
      continue;
    }
    if (isFree(name)) given.add(name);
    else {
      const other = `${identifierFor(group.package, group.entry)}${name[0]?.toUpperCase() ?? ""}${name.slice(1)}`;
      const statements = [...closure.roots, ...closure.declarations.values()];
      if (!isFree(other) || !statements.every((statement) => canRenameIn(statement, name, other)))
        return `the file has another ${name}`;
      if (statements.some((statement) => ts.isClassDeclaration(statement) && statement.name?.text === name))
        return `the file has another ${name}`;
      others.set(name, other);
      given.add(other);
    }
  }
  const all = [...exports.values(), ...[...closure.declarations.keys()].map((name) => others.get(name) ?? name)];
  return { exports, others, all };
}

/** True where two copies of the helper share nothing that one would miss: all of it is functions. */
export function isCopyable(group: Group): boolean {
  const uses = usesIn(group);
  if (typeof uses === "string") return false;
  return closureOf(replacementsOf(group), new Set(uses.map((use) => use.export)))?.isHoisted ?? false;
}

/** The uses, where each can take what it needs from a name of the file. */
function usesIn(group: Group): readonly OwnUse[] | string {
  const uses: OwnUse[] = [];
  for (const { site, name } of group.users) {
    const { form, declaration } = site.site;
    if (form === "dynamic-import") return "it is loaded by import()";
    if (declaration.kind === "re-export") return "it is exported again as it is imported";
    if (site.references.some(({ decision }) => decision.kind === "alias" && usesOf(decision.site).some(isHelped)))
      return "a part of it is taken under a name of its own";
    for (const { decision } of usesOf(site)) {
      if (decision.kind === "inline" && (decision.helped ?? []).length > 0) return "a chain needs it";
      if (decision.kind !== "helper") continue;
      if (decision.whole) return "it is handed on with its other exports";
      uses.push({ export: name ?? decision.use.name, node: decision.node, site });
    }
  }
  return uses;
}

function isHelped({ decision }: ReferenceDecision): boolean {
  return helpedBy(decision).length > 0;
}

/** Why what the helper needs of built-in modules could not be loaded beside what the file loads. */
function whyLoadedApart({ users }: Group, { builtins }: Closure, source: ts.SourceFile): string | undefined {
  if (builtins.size === 0) return undefined;
  if (!users.every(({ site }) => isAtTop(site))) return "it is loaded inside a function, and needs a built-in module";
  const known = [...builtins.values()].find(({ module }) => {
    const name = module.replace(/^node:/, "");
    return (
      source.text.includes(`"${name}"`) || source.text.includes(`'${name}'`) || source.text.includes(`node:${name}`)
    );
  });
  return known === undefined ? undefined : `it needs ${known.name} of ${known.module}, which the file loads itself`;
}

function isAtTop({ site }: SiteDecision): boolean {
  const { declaration } = site;
  if (declaration.kind === "import" || declaration.kind === "import-equals") return true;
  if (declaration.kind === "variable") return ts.isSourceFile(declaration.node.parent.parent.parent);
  return false;
}

/** The name by which the file has an export itself, from its top on. */
function boundName(scope: Scope, uses: readonly OwnUse[], source: ts.SourceFile): string | undefined {
  for (const { node } of uses) {
    if (!ts.isIdentifier(node)) continue;
    const symbol = scope.symbolOf(node);
    if (symbol !== undefined && scope.lookup(node.text, source) === symbol) return node.text;
  }
  return undefined;
}

/** Names for an export that the file has none for. */
function wantedNames({ package: name, entry }: Group, exported: string): readonly string[] {
  const base = identifierFor(name, entry);
  const joined = `${base}${exported[0]?.toUpperCase() ?? ""}${exported.slice(1)}`;
  const isName = /^[A-Za-z_$][\w$]*$/.test(exported) && identifierFor(exported, ".") === exported;
  return exported === "default" ? [base, `${base}Only`] : isName ? [exported, joined] : [joined];
}

/** True where an expression may give way to a name: nothing in between means something else by it. */
function mayBeNamed(scope: Scope, node: ts.Node, local: string, bound: string | undefined): boolean {
  const { parent } = node;
  if (!ts.isExpression(node) || ts.isExportSpecifier(parent) || ts.isTypeNode(parent) || ts.isQualifiedName(parent))
    return false;
  const found = scope.lookup(local, node);
  return bound === undefined ? true : found === scope.lookup(local, node.getSourceFile());
}

/** True where a type gets its name: types and values of one name may be two things. */
function isTypeName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    ts.isInterfaceDeclaration(parent) ||
    ts.isTypeAliasDeclaration(parent) ||
    ts.isTypeParameterDeclaration(parent) ||
    ts.isImportSpecifier(parent) ||
    ts.isImportClause(parent) ||
    ts.isModuleDeclaration(parent)
  );
}

function isMember(node: ts.Identifier): boolean {
  return isNameOnly(node) && (ts.isPropertyAccessExpression(node.parent) || ts.isPropertyAssignment(node.parent));
}

/** True where that declaration is what an export itself is. */
function isItself({ roots, declarations }: Closure, name: string): boolean {
  const statement = declarations.get(name);
  return roots.some((root) => ts.findAncestor(root, (each) => each === statement) !== undefined);
}

/** True where the exports' functions may be called by a name: what calls itself would find its parameter otherwise. */
function isCallable({ roots }: Closure, local: string): boolean {
  return roots.every((root) => {
    const own = ts.isVariableDeclaration(root.parent)
      ? root.parent.name
      : ts.isFunctionLike(root)
        ? root.name
        : undefined;
    return own === undefined || !ts.isIdentifier(own) || own.text === local || canRenameIn(root, own.text, local);
  });
}
