/** Bodies of if, else and loops in braces, where the project's own files have them so. */
import { ts } from "../../typescript.ts";
import type { BodyBraces } from "../bodies.ts";
import { bodiesOf } from "../bodies.ts";
import type { TextEdit } from "../plan.ts";
import { applyEdits } from "../removal.ts";

/** A module written in this repository's style with the braces that are asked for. */
export function withBraces(text: string, braces: BodyBraces, language: "js" | "ts"): string {
  if (braces === "some") return text;
  let result = text;
  for (;;) {
    const edits = lastBare(result, braces, language);
    if (edits === undefined) return result;
    result = applyEdits(result, edits);
  }
}

/** The edits for the last body that lacks them, which holds no other; undefined where there is none. */
function lastBare(text: string, braces: BodyBraces, language: "js" | "ts"): TextEdit[] | undefined {
  const source = ts.createSourceFile(`helper.${language}`, text, ts.ScriptTarget.ESNext, true);
  let found: TextEdit[] | undefined;
  const visit = (node: ts.Node): void => {
    for (const { body, isBelow } of bodiesOf(node, source)) {
      if (ts.isBlock(body) || (braces === "below" && !isBelow && !endsBelow(body, source))) continue;
      found = edit(source, node, body) ?? found;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** True for a body that begins beside its condition and goes on on the next lines. */
function endsBelow(body: ts.Statement, source: ts.SourceFile): boolean {
  return body.getText(source).includes("\n");
}

function edit(source: ts.SourceFile, node: ts.Node, body: ts.Statement): TextEdit[] | undefined {
  const { text } = source;
  // A type that JSDoc tells stands before what it is of.
  const cast = /\/\*\* @type [^\n]*\*\/ $/.exec(text.slice(body.pos, body.getStart(source)))?.[0] ?? "";
  const start = body.getStart(source) - cast.length;
  if (/\S/.test(text.slice(body.pos, start))) return undefined;
  const line = text.slice(text.lastIndexOf("\n", node.getStart(source)) + 1);
  const indent = /^ */.exec(line)?.[0] ?? "";
  const isBelow = text.slice(body.pos, start).includes("\n");
  const edits: TextEdit[] = [{ start: body.pos, end: start, text: ` {\n${indent}  ` }];
  if (!isBelow) for (const at of linesIn(body, source)) edits.push({ start: at, end: at, text: "  " });
  const isThen = ts.isIfStatement(node) && node.thenStatement === body && node.elseStatement !== undefined;
  const gap = isThen ? /^\s*(?=else\b)/.exec(text.slice(body.end))?.[0].length : 0;
  if (gap === undefined) return undefined;
  edits.push({ start: body.end, end: body.end + gap, text: `\n${indent}}${isThen ? " " : ""}` });
  return edits;
}

/** Where the lines of a statement begin that are no part of a text. */
function linesIn(body: ts.Statement, source: ts.SourceFile): number[] {
  const inner: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTemplateLiteral(node)) inner.push(node);
    ts.forEachChild(node, visit);
  };
  visit(body);
  const starts = [...source.text.slice(0, body.end).matchAll(/\n/g)].map(({ index }) => index + 1);
  return starts.filter(
    (at) => at > body.getStart(source) && !inner.some((node) => at > node.getStart(source) && at < node.end),
  );
}
