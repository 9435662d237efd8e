/** What changes in a text in TypeScript on its way to JavaScript with JSDoc: what is put in, cut, and said in comments. */
import { ts } from "../../typescript.ts";
import type { TextEdit } from "../plan.ts";
import { docWith } from "./tags.ts";

export interface Annotation {
  readonly source: ts.SourceFile;
  readonly put: (at: number, text: string) => void;
  readonly cut: (start: number, end: number) => void;
  readonly replace: (start: number, end: number, text: string) => void;
  /** Says it in the comment above a node that starts its line, or in one of its own before the node. */
  readonly say: (node: ts.Node, tags: readonly string[]) => void;
  /** Puts a comment in the place of a declaration that only types are left of, with what was said above it. */
  readonly sayInstead: (node: ts.Node, tags: readonly string[]) => void;
  /** Notes that something is left untyped. */
  readonly leaveUntyped: () => void;
  /** All changes so far, in the order of the text. */
  readonly edits: () => readonly TextEdit[];
  /** False where something is left untyped. */
  readonly isComplete: () => boolean;
}

export function createAnnotation(text: string): Annotation {
  const source = ts.createSourceFile("helper.ts", text, ts.ScriptTarget.ESNext, true);
  let edits: TextEdit[] = [];
  let isComplete = true;
  const replace = (start: number, end: number, added: string): void => {
    edits.push({ start, end, text: added });
  };
  const put = (at: number, added: string): void => replace(at, at, added);
  return {
    source,
    put,
    cut: (start, end) => replace(start, end, ""),
    replace,
    say: (node, tags) => {
      if (tags.length === 0) return;
      const start = node.getStart(source);
      const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
      if (before.trim() !== "") return put(start, `/** ${tags.join(" ")} */ `);
      const doc = docAbove(node);
      if (doc === undefined) put(start, `${docWith("", tags, before)}\n${before}`);
      else replace(doc.start, doc.end, docWith(doc.text, tags, before));
    },
    sayInstead: (node, tags) => {
      const doc = docAbove(node);
      const start = doc?.start ?? node.getStart(source);
      // What was cut of it goes with it.
      edits = edits.filter((edit) => edit.start < start);
      replace(start, node.end, docWith(doc?.text ?? "", tags, ""));
    },
    leaveUntyped: () => {
      isComplete = false;
    },
    edits: () =>
      edits
        .map((edit, index) => ({ edit, index }))
        .sort(byPlace)
        .map(({ edit }) => edit),
    isComplete: () => isComplete,
  };
}

/** The comment with two stars right above a node. */
export function docAbove(node: ts.Node): TextEdit | undefined {
  const { text } = node.getSourceFile();
  const last = (ts.getLeadingCommentRanges(text, node.pos) ?? []).at(-1);
  const said = last === undefined ? "" : text.slice(last.pos, last.end);
  return last !== undefined && said.startsWith("/**") ? { start: last.pos, end: last.end, text: said } : undefined;
}

interface Placed {
  readonly edit: TextEdit;
  readonly index: number;
}

/** In the order of the text: what is put before what is cut at the same place, and the outer before the inner. */
function byPlace(one: Placed, other: Placed): number {
  const isCut = ({ edit }: Placed): number => (edit.start === edit.end ? 0 : 1);
  return one.edit.start - other.edit.start || isCut(one) - isCut(other) || one.index - other.index;
}
