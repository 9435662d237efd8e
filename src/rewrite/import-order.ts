/** Where imports go in a file that keeps an order: built-in modules, then packages, then its own files, as sorted as these are. */
import { isBuiltin } from "node:module";
import { ts } from "../typescript.ts";
import type { TextEdit } from "./plan.ts";
import { applyEdits, removeStatement } from "./removal.ts";
import type { FileStyle } from "./style.ts";

/** What becomes of one import statement. */
export interface ImportFate {
  readonly node: ts.ImportDeclaration;
  /** It goes; or it loads a helper of the project's own from here on; or it stays what it was. */
  readonly kind: "gone" | "helper" | "stays";
  /** Edits inside it. */
  readonly edits: readonly TextEdit[];
}

/**
 * The edits for those statements and for new imports of built-in modules, so that the order still holds; undefined for a
 * file that has no such order, where every import is best left in its place.
 */
export function placeImports(
  source: ts.SourceFile,
  fates: readonly ImportFate[],
  builtins: readonly string[],
  style: FileStyle,
): TextEdit[] | undefined {
  const fateOf = new Map(fates.map((fate) => [fate.node, fate]));
  const written = source.statements.filter(ts.isImportDeclaration);
  const end = written.findLastIndex((node) => !isOfTypes(node) || fateOf.has(node)) + 1;
  // Types may stand in a block of their own at the end.
  const all = isOrdered(written) || end < 2 ? written : written.slice(0, end);
  // What is no file of the project's own may be sorted as one.
  const isMixed = !isOrdered(all);
  if (isMixed && (builtins.length > 0 || !isOwnLast(all, fateOf))) return undefined;
  const isSpaced = all.some((node, i) => isApart(source, all[i - 1], node, isMixed));
  const staying = all.filter((node) => (fateOf.get(node)?.kind ?? "stays") === "stays");
  const own = staying.filter((node) => rankOf(node) === ownFile);
  const others = staying.filter((node) => rankOf(node) !== ownFile);
  const mustMove = (node: ts.ImportDeclaration): boolean =>
    !hasComment(source, node) &&
    !isUsedAmong(source, node, all.at(-1) ?? node) &&
    (others.some((other) => other.pos > node.pos) || (isSpaced && own.length > 0 && others.length > 0));

  const edits: TextEdit[] = [];
  const moved: Moved[] = [];
  const instead = new Map<ts.ImportDeclaration, string>();
  const leaves = new Set<ts.ImportDeclaration>();
  for (const { node, kind, edits: inner } of fates) {
    if (kind === "gone") leaves.add(node);
    else if (kind === "helper" && mustMove(node)) {
      leaves.add(node);
      const start = node.getStart(source);
      const shifted = inner.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
      const text = applyEdits(
        node.getText(source),
        [...shifted].sort((a, b) => a.start - b.start),
      );
      moved.push({ text, specifier: /(["'])([^"']*)\1;?$/.exec(text)?.[2] ?? "" });
    } else edits.push(...inner);
  }
  if (builtins.length > 0) {
    const text = builtins.join(style.eol);
    const last = staying.findLast((node) => rankOf(node) === builtIn);
    const first = all[0];
    if (last !== undefined) edits.push(insertBehind(source, last, style.eol + text));
    else if (first !== undefined && leaves.has(first)) instead.set(first, text);
    else if (first !== undefined) {
      const at = first.getStart(source);
      edits.push({ start: at, end: at, text: text + style.eol + (isSpaced ? style.eol : "") });
    }
  }
  for (const node of leaves) edits.push(removeStatement(source, node, instead.get(node)));
  const specifiers = own.map(specifierOf);
  const isSorted = own.length > 1 && specifiers.join("\n") === [...specifiers].sort().join("\n");
  if (isSorted) moved.sort((a, b) => (a.specifier < b.specifier ? -1 : 1));
  const last = own.at(-1) ?? others.at(-1);
  const [head] = own;
  const first: string[] = [];
  const places = new Map<ts.ImportDeclaration, string[]>();
  for (const { text, specifier } of moved) {
    const before = isSorted ? own.findLast((node) => specifierOf(node) < specifier) : undefined;
    const behind = before ?? last;
    if (isSorted && before === undefined && head !== undefined && !hasComment(source, head))
      first.push(text + style.eol);
    else if (behind !== undefined) places.set(behind, [...(places.get(behind) ?? []), text]);
  }
  if (head !== undefined && first.length > 0) {
    const at = head.getStart(source);
    edits.push({ start: at, end: at, text: first.join("") });
  }
  for (const [behind, texts] of places) {
    const gap = isSpaced && own.length === 0 ? style.eol : "";
    edits.push(insertBehind(source, behind, gap + texts.map((text) => style.eol + text).join("")));
  }
  return edits;
}

interface Moved {
  readonly text: string;
  readonly specifier: string;
}

const builtIn = 0;
const ownFile = 2;

function specifierOf({ moduleSpecifier }: ts.ImportDeclaration): string {
  return ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : "";
}

function rankOf(node: ts.ImportDeclaration): number {
  const name = specifierOf(node);
  if (isBuiltin(name)) return builtIn;
  return /^\.{0,2}\//.test(name) || name === "." || name === ".." ? ownFile : 1;
}

function isOrdered(all: readonly ts.ImportDeclaration[]): boolean {
  return all.every((node, i) => {
    const before = all[i - 1];
    return before === undefined || rankOf(before) <= rankOf(node);
  });
}

/** True where the project's own files come last, and one of them stays to show it. */
function isOwnLast(
  all: readonly ts.ImportDeclaration[],
  fateOf: ReadonlyMap<ts.ImportDeclaration, ImportFate>,
): boolean {
  const first = all.findIndex((node) => rankOf(node) === ownFile);
  const own = first === -1 ? [] : all.slice(first);
  return own.some((node) => !fateOf.has(node)) && own.every((node) => rankOf(node) === ownFile);
}

function isOfTypes({ importClause }: ts.ImportDeclaration): boolean {
  return importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

/** True for two of different kinds with a blank line between them; built-in modules and packages may be of one kind. */
function isApart(
  source: ts.SourceFile,
  before: ts.ImportDeclaration | undefined,
  node: ts.ImportDeclaration,
  isMixed: boolean,
): boolean {
  if (before === undefined || rankOf(before) === rankOf(node)) return false;
  if (isMixed && rankOf(before) !== ownFile && rankOf(node) !== ownFile) return false;
  return /\n[ \t]*\r?\n/.test(source.text.slice(before.end, node.getStart(source)));
}

/** A comment above an import speaks of it: that one does not move away from it. */
export function hasComment(source: ts.SourceFile, node: ts.ImportDeclaration): boolean {
  return (
    /\S/.test(source.text.slice(node.pos, node.getStart(source))) ||
    !/^[ \t]*(?:\r?\n|$)/.test(source.text.slice(node.end))
  );
}

/** True where code between imports names what one of them binds: it would stand above its import. */
function isUsedAmong(source: ts.SourceFile, node: ts.ImportDeclaration, last: ts.ImportDeclaration): boolean {
  const names = new Set<string>();
  const bind = (inner: ts.Node): void => {
    if (ts.isIdentifier(inner)) names.add(inner.text);
    else ts.forEachChild(inner, bind);
  };
  if (node.importClause !== undefined) bind(node.importClause);
  const uses = (inner: ts.Node): boolean =>
    ts.isIdentifier(inner) ? names.has(inner.text) : (ts.forEachChild(inner, uses) ?? false);
  return source.statements.some(
    (one) => !ts.isImportDeclaration(one) && one.pos >= node.end && one.end <= last.pos && uses(one),
  );
}

/** Behind a statement and the comment on its line. */
function insertBehind(source: ts.SourceFile, node: ts.Node, text: string): TextEdit {
  const tail = /^[ \t]*(?:\/\/[^\r\n]*|\/\*(?:(?!\*\/)[^\r\n])*\*\/[ \t]*)(?=\r?\n|$)/.exec(
    source.text.slice(node.end),
  );
  const at = node.end + (tail?.[0].length ?? 0);
  return { start: at, end: at, text };
}
