/** Of which kind an import is, and between which kinds blank lines stand. */
import { isBuiltin } from "node:module";
import { ts } from "../typescript.ts";

/** Where blank lines part imports: before the project's own files, and between those above a file and those beside it. */
export interface ImportGaps {
  readonly own: boolean;
  readonly upwards: boolean;
}

/** How often imports next to each other have such a blank line, and how often none. */
export interface GapCounts {
  readonly ownApart: number;
  readonly ownTight: number;
  readonly upwardsApart: number;
  readonly upwardsTight: number;
}

export const builtIn = 0;
export const ownFile = 2;

/** What an import loads; nothing where that is no text. */
export function specifierOf({ moduleSpecifier }: ts.ImportDeclaration): string {
  return ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : "";
}

/** A built-in module, a package or a file of the project's own, in this order. */
export function rankOf(node: ts.ImportDeclaration): number {
  const name = specifierOf(node);
  if (isBuiltin(name)) return builtIn;
  return /^\.{0,2}\//.test(name) || name === "." || name === ".." ? ownFile : 1;
}

/** True for a file that is not in or below the directory of the one that loads it. */
export function isUpwards(specifier: string): boolean {
  return specifier.startsWith("..");
}

/** True for two imports with a blank line between them. */
export function isParted(source: ts.SourceFile, before: ts.Node, node: ts.Node): boolean {
  return /\n[ \t]*\r?\n/.test(source.text.slice(before.end, node.getStart(source)));
}

/** Counts the blank lines of a file at the places that tell. */
export function countGaps(source: ts.SourceFile): GapCounts {
  const found = { ownApart: 0, ownTight: 0, upwardsApart: 0, upwardsTight: 0 };
  for (const [i, node] of source.statements.entries()) {
    const before = source.statements[i - 1];
    if (before === undefined || !ts.isImportDeclaration(before) || !ts.isImportDeclaration(node)) continue;
    if (rankOf(node) !== ownFile) continue;
    const isApart = isParted(source, before, node);
    if (rankOf(before) !== ownFile) found[isApart ? "ownApart" : "ownTight"] += 1;
    else if (isUpwards(specifierOf(before)) && !isUpwards(specifierOf(node)))
      found[isApart ? "upwardsApart" : "upwardsTight"] += 1;
  }
  return found;
}
