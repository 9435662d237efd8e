/** `const require = createRequire(import.meta.url)` goes with the last module it loads. */
import { ts } from "../typescript.ts";
import type { Scope } from "../analyze/usages/scope.ts";
import type { Site } from "../analyze/usages/site.ts";
import { editDeclarations } from "./declarations.ts";
import { narrowClause } from "./narrow.ts";
import type { TextEdit } from "./plan.ts";
import { removeStatement } from "./removal.ts";
import type { FileStyle } from "./style.ts";

/** The edits, and those that take away such functions and their imports, which nothing uses once the others are made. */
export function dropCreated(
  scope: Scope,
  source: ts.SourceFile,
  sites: readonly Site[],
  edits: readonly TextEdit[],
  style: FileStyle,
): readonly TextEdit[] {
  const found: TextEdit[] = [];
  const isUnused = (name: ts.Identifier): boolean =>
    (scope.identifiers(source).get(name.text) ?? []).every(
      (one) =>
        one === name ||
        scope.symbolOf(one) !== scope.symbolOf(name) ||
        [...edits, ...found].some(
          ({ start, end, text }) =>
            start <= one.getStart(source) && one.end <= end && !new RegExp(`\\b${name.text}\\b`).test(text),
        ),
    );
  for (const created of new Set(sites.flatMap((site) => site.created ?? []))) {
    const call = ts.isVariableDeclaration(created) ? created.initializer : created;
    if (call === undefined || !ts.isCallExpression(call)) continue;
    if (ts.isVariableDeclaration(created)) {
      const { name, parent: list } = created;
      if (!ts.isIdentifier(name) || !ts.isVariableDeclarationList(list) || !isUnused(name)) continue;
      if (!ts.isVariableStatement(list.parent) || list.declarations.length > 1) continue;
      found.push(...editDeclarations(source, list, new Map([[created, []]]), style));
    }
    const creator = ts.isPropertyAccessExpression(call.expression) ? call.expression.expression : call.expression;
    if (ts.isIdentifier(creator)) found.push(...dropImport(scope, source, creator, isUnused));
  }
  return found.reduce(replace, edits);
}

/** The edits with one more; what others add right behind what it removes stands in its place. */
function replace(edits: readonly TextEdit[], removal: TextEdit): readonly TextEdit[] {
  const isAdded = ({ start, end }: TextEdit): boolean => start === end && removal.start < start && start < removal.end;
  const added = edits.filter(isAdded).map(({ text }) => text.replace(/^\r?\n/, ""));
  if (added.length === 0) return [...edits, removal];
  const eol = /\r?\n$/.exec(added.join("")) === null ? "\n" : "";
  return [...edits.filter((edit) => !isAdded(edit)), { ...removal, text: added.join("\n") + eol }];
}

function dropImport(
  scope: Scope,
  source: ts.SourceFile,
  creator: ts.Identifier,
  isUnused: (name: ts.Identifier) => boolean,
): TextEdit[] {
  const [declaration] = scope.symbolOf(creator)?.declarations ?? [];
  const statement = declaration && ts.findAncestor(declaration, ts.isImportDeclaration);
  const clause = statement?.importClause;
  if (declaration === undefined || statement === undefined || clause === undefined) return [];
  const name = ts.isImportSpecifier(declaration) || ts.isImportClause(declaration) ? declaration.name : undefined;
  if (name === undefined || !isUnused(name)) return [];
  const named = clause.namedBindings;
  const all = [clause.name, ...(named && ts.isNamedImports(named) ? named.elements.map((one) => one.name) : [named])];
  const isOnly = all.filter((one) => one !== undefined).every((one) => one === name);
  return isOnly ? [removeStatement(source, statement, undefined)] : narrowClause(source, clause, (one) => one !== name);
}
