/** Where imports go in a file that keeps an order: built-in modules, then packages, then its own files, as sorted as these are. */
import { ts } from "../typescript.ts";
import { builtIn, countGaps, isParted, ownFile, rankOf } from "./import-gaps.ts";
import { hasComment, type NewImport, orderOf, placeAmong } from "./import-places.ts";
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
  const ofRank = (rank: number): readonly ts.ImportDeclaration[] => all.filter((node) => rankOf(node) === rank);
  const foreign = all.filter((node) => rankOf(node) !== ownFile);
  const staying = all.filter((node) => (fateOf.get(node)?.kind ?? "stays") === "stays");
  const own = staying.filter((node) => rankOf(node) === ownFile);
  const others = staying.filter((node) => rankOf(node) !== ownFile);
  const isOneList = orderOf([foreign]) !== undefined && others.length > 0;
  if (isMixed && ((builtins.length > 0 && !isOneList) || !isOwnLast(all, fateOf))) return undefined;
  const isSpaced = all.some((node, i) => isApart(source, all[i - 1], node, isMixed));
  const { ownApart, ownTight } = countGaps(source);
  const gaps = { ...style.gaps, own: style.gaps.own || (isSpaced && ownApart + ownTight === 0) };
  const lists = isMixed ? [foreign, ofRank(ownFile)] : [ofRank(builtIn), ofRank(1), ofRank(ownFile)];
  const compareIn = (list: readonly ts.ImportDeclaration[]) => orderOf(list.length > 1 ? [list] : lists);
  const mustMove = (node: ts.ImportDeclaration): boolean =>
    !hasComment(source, node) &&
    !isUsedAmong(source, node, all.at(-1) ?? node) &&
    (others.some((other) => other.pos > node.pos) ||
      (gaps.own && others.length > 0 && !standsApart(source, node, own)));

  const edits: TextEdit[] = [];
  const moved: NewImport[] = [];
  const instead = new Map<ts.ImportDeclaration, string>();
  const leaves = new Set<ts.ImportDeclaration>();
  for (const { node, kind, edits: inner } of fates) {
    if (kind === "gone") leaves.add(node);
    else if (kind === "helper" && mustMove(node)) {
      leaves.add(node);
      const start = node.getStart(source);
      const shifted = inner.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
      moved.push(
        newImport(
          applyEdits(
            node.getText(source),
            [...shifted].sort((a, b) => a.start - b.start),
          ),
        ),
      );
    } else edits.push(...inner);
  }
  const known = isMixed ? others : staying.filter((node) => rankOf(node) === builtIn);
  const [first] = all;
  if (builtins.length > 0 && known.length > 0) {
    const neighbours = {
      list: known,
      before: undefined,
      compare: compareIn(known),
      gaps: { own: false, upwards: false },
    };
    edits.push(...placeAmong(source, builtins.map(newImport), neighbours, style.eol));
  } else if (builtins.length > 0 && first !== undefined) {
    const text = builtins.join(style.eol);
    const at = first.getStart(source);
    if (leaves.has(first)) instead.set(first, text);
    else edits.push({ start: at, end: at, text: text + style.eol + (isSpaced ? style.eol : "") });
  }
  for (const node of leaves) edits.push(removeStatement(source, node, instead.get(node)));
  edits.push(
    ...placeAmong(source, moved, { list: own, before: others.at(-1), compare: compareIn(own), gaps }, style.eol),
  );
  return edits;
}

function newImport(text: string): NewImport {
  return { text, specifier: /(["'])([^"']*)\1;?$/.exec(text)?.[2] ?? "" };
}

/** True where nothing of the project's own stays to stand with, and a blank line parts it from what is before it. */
function standsApart(source: ts.SourceFile, node: ts.ImportDeclaration, own: readonly ts.ImportDeclaration[]): boolean {
  const before = source.statements[source.statements.indexOf(node) - 1];
  return own.length === 0 && before !== undefined && isParted(source, before, node);
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
  return isParted(source, before, node);
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
