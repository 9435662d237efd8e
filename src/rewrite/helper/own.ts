/** A helper in the very file that uses it: its functions by names of the file, at its end. */
import { ts } from "../../typescript.ts";
import type { PlacedHelper } from "../../analyze/places/decide.ts";
import { replacementsOf } from "../../analyze/places/group.ts";
import type { Site } from "../../analyze/usages/site.ts";
import { canRenameIn, renamed } from "../../catalog/rename.ts";
import type { TextEdit } from "../plan.ts";
import { applyEdits } from "../removal.ts";
import type { FileStyle } from "../style.ts";
import { type HelperLanguage, type OwnText, writeOwn } from "./module.ts";
import { restyle } from "./restyle.ts";

export interface OwnHelper {
  readonly package: string;
  readonly text: OwnText;
  /** Every name it declares. */
  readonly names: readonly string[];
  /** What each place that loads the package calls the exports, by their names there. */
  readonly locals: ReadonlyMap<Site, (name: string) => string | undefined>;
  readonly language: "js" | "ts";
}

/** The helper as it was decided. */
export function ownHelper(
  { group, names }: PlacedHelper & { readonly kind: "own" },
  language: HelperLanguage,
): OwnHelper {
  const { text, builtins } = writeOwn({ replacements: replacementsOf(group), language }, names.exports);
  return {
    package: group.package,
    text: { text: [...names.others].reduce((part, [from, to]) => renamed(part, from, to), text), builtins },
    names: names.all,
    locals: new Map(
      group.users.map(({ site, name: taken }) => [site.site, (name: string) => names.exports.get(taken ?? name)]),
    ),
    language: group.language,
  };
}

/** The helper's text with the file's names for built-in modules; undefined where one means something else in it. */
function withBuiltins({ text: { text } }: OwnHelper, reached: ReadonlyMap<string, string>): string | undefined {
  let result = text;
  for (const [from, to] of reached) {
    if (from === to) continue;
    const source = ts.createSourceFile("helper.ts", result, ts.ScriptTarget.ESNext, true);
    const root = to.split(".")[0] ?? to;
    if (!source.statements.every((statement) => canRenameIn(statement, from, root))) return undefined;
    result = renamed(result, from, to);
  }
  return result;
}

/** The edits of a file with its own helpers put in; `failed` are packages whose helper could not. */
export function putHelpers(
  source: ts.SourceFile,
  edits: readonly TextEdit[],
  helpers: ReadonlyMap<OwnHelper, ReadonlyMap<string, string>>,
  style: FileStyle,
): { readonly edits: readonly TextEdit[]; readonly failed: readonly string[] } {
  const texts = [...helpers].map(([helper, reached]) => withBuiltins(helper, reached));
  const all = [...helpers.keys()];
  if (all.length === 0) return { edits, failed: [] };
  const text = texts.map((one) => one ?? "").join("\n\n");
  const failed = all.filter((_, index) => texts[index] === undefined).map((helper) => helper.package);
  return { edits: putHelper(source, edits, text, all[0]?.language ?? "js", style), failed };
}

/** The edits of a file, and the helper's text behind its last statement: functions are there from the start all the same. */
function putHelper(
  source: ts.SourceFile,
  edits: readonly TextEdit[],
  text: string,
  language: "js" | "ts",
  style: FileStyle,
): readonly TextEdit[] {
  const after = applyEdits(source.text, edits);
  const last = ts.createSourceFile(source.fileName, after, ts.ScriptTarget.ESNext, true).statements.at(-1);
  const body = restyle(text, style, language).trimEnd();
  const gap = style.eol.repeat(2);
  const at = last === undefined ? after.length : lineEnd(after, last.end);
  const behind = after.slice(at);
  const next = behind.trimStart();
  const isApart = next === "" || /^[ \t]*\r?\n[ \t]*\r?\n/.test(behind);
  const isOnLine = !/^[ \t]*\r?\n/.test(behind) && next !== "";
  return insert(edits, at, `${gap}${body}${isApart ? "" : isOnLine ? gap : style.eol}`);
}

/** The end of the line that a statement ends on, with the comment behind it; the statement's own where more follows. */
function lineEnd(text: string, end: number): number {
  const match = /^[ \t]*(?:\/\/[^\r\n]*|\/\*(?:(?!\*\/)[^\n])*\*\/[ \t]*)?(?=\r?\n|$)/.exec(text.slice(end));
  return end + (match?.[0].length ?? 0);
}

/** The edits with a text put at a place of what they make of the file. */
function insert(edits: readonly TextEdit[], at: number, text: string): readonly TextEdit[] {
  let shift = 0;
  for (const [index, edit] of edits.entries()) {
    const start = edit.start + shift;
    const end = start + edit.text.length;
    if (at < start) break;
    if (at <= end) {
      const inner = at - start;
      const whole = edit.text.slice(0, inner) + text + edit.text.slice(inner);
      return [...edits.slice(0, index), { ...edit, text: whole }, ...edits.slice(index + 1)];
    }
    shift = end - edit.end;
  }
  const added = { start: at - shift, end: at - shift, text };
  const index = edits.findIndex(({ start }) => start > added.start);
  return index === -1 ? [...edits, added] : [...edits.slice(0, index), added, ...edits.slice(index)];
}
