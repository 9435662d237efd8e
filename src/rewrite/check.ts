/** A last look at a rewritten file, before anyone sees it: it parses, and no name in it has lost its declaration. */
import { ts } from "../typescript.ts";
import { readComponent } from "../analyze/usages/component.ts";
import { createScope, type SourceText } from "../analyze/usages/scope.ts";
import { isNameOnly } from "../analyze/usages/syntax.ts";
import type { SourceFile } from "../project/project.ts";

/** What is wrong with the new text of a file; undefined when nothing is. `gone` are the names its imports gave up. */
export function findDamage(read: SourceText, after: string, gone: ReadonlySet<string>): string | undefined {
  const { file } = read;
  const text = read.component === undefined ? { file, text: after } : again(file, after);
  if (text === undefined) return "would no longer be a component that can be read";
  const scope = createScope([text]);
  const error = scope.syntaxError(file.path);
  if (error !== undefined) return `would no longer parse (line ${error.line}: ${error.message})`;
  const source = scope.source(file.path);
  if (source === undefined) return "would no longer parse";
  if (directivesOf(source) > directivesIn(read)) return "would take a string for a directive";
  const identifiers = scope.identifiers(source);
  for (const name of gone) {
    const lost = (identifiers.get(name) ?? []).find(
      (node) =>
        !isNameOnly(node) &&
        !ts.isJsxAttribute(node.parent) &&
        !isNameOfAnother(node) &&
        scope.lookup(name, node) === undefined &&
        !isGlobal(name),
    );
    if (lost !== undefined) return `would use ${name} without its declaration`;
  }
  return undefined;
}

function directivesIn(read: SourceText): number {
  const source = createScope([read]).source(read.file.path);
  return source === undefined ? 0 : directivesOf(source);
}

/** How many strings stand before anything else: 'use strict' and its kin. */
function directivesOf(source: ts.SourceFile): number {
  const first = source.statements.findIndex(
    (statement) => !(ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression)),
  );
  return first === -1 ? source.statements.length : first;
}

/** The name of what another module exports, in `export { name } from`. */
function isNameOfAnother({ parent }: ts.Identifier): boolean {
  return ts.isExportSpecifier(parent) && parent.parent.parent.moduleSpecifier !== undefined;
}

function again(file: SourceFile, text: string): SourceText | undefined {
  const component = readComponent({ path: file.path, workspace: file.workspace, kind: "other" }, text);
  return component && { file: component.file, text, component };
}

/** A package's name for a global ("Buffer", "AbortController") may well go on under the global's own. */
function isGlobal(name: string): boolean {
  return name in globalThis;
}
