/**
 * Files that name the packages in their first imports and nowhere else: most that use one. Where no recipe speaks for any,
 * all that is asked of them stands there, and the rest, which is most of the text, is not parsed.
 */
import { ts } from "../../typescript.ts";
import { replacers } from "./loaders.ts";
import { mayBeEscaped } from "./read.ts";
import type { Scope, SourceText } from "./scope.ts";

/** What may shadow names, lend them to code in a string, or belong to the import before it. */
const farReaching = /\beval\b|\bwith\s*[({/]/;

/** The first imports of a file as its syntax; undefined where they may not tell all that the whole does. */
export function headOf(scope: Scope, given: SourceText, names: ReadonlySet<string>): ts.SourceFile | undefined {
  const { file, text, component } = given;
  if (component !== undefined) return undefined;
  const last = lastNamed(text, names);
  const end = last === -1 ? -1 : text.indexOf("\n", last) + 1;
  if (end <= 0 || end > text.length / 2) return undefined;
  if (farReaching.test(text) || replacers.test(text) || mayBeEscaped(text)) return undefined;
  const head = scope.beginning(file.path, end);
  return head !== undefined && isImportsOnly(head) ? head : undefined;
}

/** Where the last of the names stands that may be a package's in a string, a path or a comment; -1 without one. */
function lastNamed(text: string, names: ReadonlySet<string>): number {
  let last = -1;
  for (const name of names) {
    let at = text.lastIndexOf(name);
    while (at > last && !mayName(text, at, at + name.length)) at = at === 0 ? -1 : text.lastIndexOf(name, at - 1);
    last = Math.max(last, at);
  }
  return last;
}

/** A name in code, as `express()` or `debug.log`, is followed by what ends no package's name in a string. */
function mayName(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? "";
  if (/\w/.test(before)) return false;
  return before === "/" || before === "\\" || /^$|[\s;&|)"'`/$\\]/.test(text[end] ?? "");
}

function isImportsOnly({ statements }: ts.SourceFile): boolean {
  const last = statements.at(-1);
  return (
    last !== undefined &&
    ts.isImportDeclaration(last) &&
    statements.every(
      (one) => ts.isImportDeclaration(one) || (ts.isExpressionStatement(one) && ts.isStringLiteral(one.expression)),
    )
  );
}
