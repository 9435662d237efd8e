/** A last look at a rewritten file, before anyone sees it: it parses, and every name in it still means something. */
import { ts } from "ts-morph";
import { createScope, type Scope } from "../analyze/usages/scope.ts";
import { isNameOnly } from "../analyze/usages/syntax.ts";
import type { SourceFile } from "../project/project.ts";

/**
 * What is wrong with the new text of a file; undefined when nothing is. Names that were bound to a declaration of the
 * file before, and are bound to none now, were lost with an import.
 */
export function findDamage(scope: Scope, source: ts.SourceFile, file: SourceFile, after: string): string | undefined {
  const next = createScope([{ file, text: after }]);
  const error = next.syntaxError(file.path);
  if (error !== undefined) return `would no longer parse (line ${error.line}: ${error.message})`;
  const changed = next.source(file.path);
  if (changed === undefined) return "would no longer parse";
  const boundBefore = boundNames(scope, source);
  for (const [name, identifiers] of next.identifiers(changed)) {
    if (!boundBefore.has(name)) continue;
    const lost = identifiers.find(
      (node) =>
        !isNameOnly(node) &&
        isExpressionName(node) &&
        next.symbolOf(node) === undefined &&
        next.lookup(name, node) === undefined,
    );
    if (lost === undefined) continue;
    const before = scope.identifiers(source).get(name) ?? [];
    const wereLost = before.filter(
      (node) => !isNameOnly(node) && isExpressionName(node) && scope.symbolOf(node) === undefined,
    );
    if (wereLost.length === 0) return `would use ${name} without its declaration`;
  }
  return undefined;
}

/** Names that something in the file is bound to by a declaration of the file. */
function boundNames(scope: Scope, source: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  for (const [name, identifiers] of scope.identifiers(source))
    if (identifiers.some((node) => (scope.symbolOf(node)?.declarations?.length ?? 0) > 0)) names.add(name);
  return names;
}

function isExpressionName(node: ts.Identifier): boolean {
  return (
    ts.isExpressionStatement(node.parent) ||
    ts.isExpression(node.parent) ||
    ts.isVariableDeclaration(node.parent) ||
    ts.isReturnStatement(node.parent) ||
    ts.isSpreadElement(node.parent)
  );
}
