/**
 * YAML as lockfiles and settings of package managers are written: block and flow mappings and lists, plain and quoted
 * scalars of one line, block scalars, comments, several documents. Anchors, aliases, tags, directives, keys that are
 * collections and scalars over several lines are refused with their place, never guessed.
 */
import { lineAndColumn } from "../lines.ts";
import { flowAt, lineEndFrom } from "./flow.ts";
import { plainLine, type Key } from "./line.ts";
import { blockScalarAt } from "./literal.ts";
import { isSyntaxError, syntaxError, type YamlItem, type YamlMap, type YamlMember, type YamlNode } from "./node.ts";
import { isBlank, keyColon, plainAt, quotedAt, refuseIndicator, skipBlanks } from "./scalar.ts";

export type YamlReading =
  { readonly documents: readonly YamlNode[] } | { readonly error: { readonly message: string; readonly line: number } };

/** The documents of a text, or where and how it is not read. An empty text has none. */
export function readYaml(text: string): YamlReading {
  try {
    return { documents: readDocuments(text) };
  } catch (error) {
    if (!isSyntaxError(error)) throw error;
    return { error: { message: error.message, line: lineAndColumn(text, error.offset).line } };
  }
}

/** The line that is looked at: where its content starts, in which column, and where it ends. */
interface Cursor {
  readonly text: string;
  at: number;
  indent: number;
  lineEnd: number;
  /** What stands there: content, a mark between documents, or nothing any more. */
  state: "content" | "mark" | "end";
}

function readDocuments(text: string): YamlNode[] {
  const cursor: Cursor = { text, at: 0, indent: 0, lineEnd: 0, state: "content" };
  const documents: YamlNode[] = [];
  toLine(cursor, text.startsWith("\uFEFF") ? 1 : 0);
  while (cursor.state !== "end") {
    if (cursor.state === "mark") {
      toLine(cursor, cursor.lineEnd + 1);
      continue;
    }
    documents.push(readNode(cursor, 0));
    if (cursor.state === "content") throw syntaxError("its indentation fits nothing above it", cursor.at);
  }
  return documents;
}

/** Moves to the next line with content, from the start of a line. */
function toLine(cursor: Cursor, from: number): void {
  const { text } = cursor;
  for (let start = from; start < text.length; start = nextLine(text, start)) {
    let at = start;
    while (text.charCodeAt(at) === 32) at++;
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13 || code === 35 || at >= text.length) continue;
    if (code === 9) throw syntaxError("a tab indents it", at);
    cursor.at = at;
    cursor.indent = at - start;
    cursor.lineEnd = lineEndFrom(text, at);
    cursor.state = at === start && /^(?:---|\.\.\.)\s*$/.test(text.slice(at, cursor.lineEnd)) ? "mark" : "content";
    if (at === start && code === 45 && text.startsWith("--- ", at)) {
      throw syntaxError("content on the line of a document's mark is not read", at);
    }
    return;
  }
  cursor.at = text.length;
  cursor.indent = -1;
  cursor.lineEnd = text.length;
  cursor.state = "end";
}

function nextLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end + 1;
}

function readNode(cursor: Cursor, depth: number): YamlNode {
  if (depth > 100) throw syntaxError("it is nested deeper than 100 levels", cursor.at);
  const { text, at, lineEnd, indent } = cursor;
  if (isDash(text, at, lineEnd)) return readList(cursor, indent, depth);
  if (text[at] === "|" || text[at] === ">") {
    throw syntaxError("a block scalar is read only behind its key", at);
  }
  if (isQuestion(text, at, lineEnd) || keyColon(text, at, lineEnd) !== -1) return readMap(cursor, indent, depth);
  return readInline(cursor, at, indent - 1);
}

function readMap(cursor: Cursor, indent: number, depth: number): YamlMap {
  const { text } = cursor;
  const members = new Map<string, YamlMember>();
  const start = cursor.at;
  let end = start;
  while (cursor.state === "content" && cursor.indent === indent && !isDash(text, cursor.at, cursor.lineEnd)) {
    const keyStart = cursor.at;
    const plain = plainLine(text, keyStart);
    const key = plain?.key ?? readKey(cursor, indent);
    if (members.has(key.text)) throw syntaxError(`the key ${JSON.stringify(key.text)} is there twice`, keyStart);
    const value =
      plain?.value === undefined ? readValue(cursor, key, indent, depth) : behindLine(cursor, plain.value, indent);
    end = value.end;
    members.set(key.text, { key: key.text, value, start: keyStart, end });
  }
  return { kind: "map", members, flow: false, start, end };
}

function readKey(cursor: Cursor, indent: number): Key {
  const { text, at, lineEnd } = cursor;
  if (isQuestion(text, at, lineEnd)) {
    const from = skipBlanks(text, at + 1, lineEnd);
    if (from < lineEnd && keyColon(text, from, lineEnd) !== -1) {
      throw syntaxError("only a plain or quoted key is read", from);
    }
    const key = inlineScalar(text, from, lineEnd);
    toLine(cursor, nextLine(text, at));
    const isValue = cursor.state === "content" && cursor.indent === indent && text[cursor.at] === ":";
    if (!isValue) throw syntaxError('a line with ":" has to follow the key', at);
    return { text: key, colon: cursor.at, isExplicit: true };
  }
  const colon = keyColon(text, at, lineEnd);
  if (colon === -1) throw syntaxError("a key and a colon are expected", at);
  return { text: inlineScalar(text, at, colon), colon, isExplicit: false };
}

function inlineScalar(text: string, at: number, end: number): string {
  const first = text[at];
  if (first === "'" || first === '"') return quotedAt(text, at, end + 1).text;
  if (first === "{" || first === "[" || at >= end) throw syntaxError("only a plain or quoted key is read", at);
  return plainAt(text, at, end).text;
}

function readValue(cursor: Cursor, { colon, isExplicit }: Key, indent: number, depth: number): YamlNode {
  const { text, lineEnd } = cursor;
  const at = skipBlanks(text, colon + 1, lineEnd);
  if (at < lineEnd && text[at] !== "#") {
    if (!isExplicit) return readInline(cursor, at, indent);
    if (text.slice(colon, at).includes("\t")) throw syntaxError("a tab indents it", colon);
    // Behind the colon of a `?` key a block may begin on the same line.
    cursor.at = at;
    cursor.indent = indent + at - colon;
    return readNode(cursor, depth + 1);
  }
  toLine(cursor, nextLine(text, colon));
  const isDeeper = cursor.state === "content" && cursor.indent > indent;
  const isList = cursor.state === "content" && cursor.indent === indent && isDash(text, cursor.at, cursor.lineEnd);
  if (isDeeper || isList) return readNode(cursor, depth + 1);
  return { kind: "scalar", text: "", quoted: false, start: colon + 1, end: colon + 1 };
}

function readList(cursor: Cursor, indent: number, depth: number): YamlNode {
  const { text } = cursor;
  const items: YamlItem[] = [];
  const start = cursor.at;
  while (cursor.state === "content" && cursor.indent === indent && isDash(text, cursor.at, cursor.lineEnd)) {
    const dash = cursor.at;
    const at = skipBlanks(text, dash + 1, cursor.lineEnd);
    if (at < cursor.lineEnd && text.slice(dash, at).includes("\t")) throw syntaxError("a tab indents it", dash);
    let value: YamlNode;
    if (at >= cursor.lineEnd || text[at] === "#") {
      toLine(cursor, nextLine(text, dash));
      const isInside = cursor.state === "content" && cursor.indent > indent;
      value = isInside
        ? readNode(cursor, depth + 1)
        : { kind: "scalar", text: "", quoted: false, start: dash + 1, end: dash + 1 };
    } else {
      cursor.indent = indent + (at - dash);
      cursor.at = at;
      value = readNode(cursor, depth + 1);
    }
    items.push({ value, start: dash, end: value.end });
  }
  return { kind: "list", items, flow: false, start, end: items.at(-1)?.end ?? start };
}

/** The value that starts on this line, in a block of this indentation; the cursor moves behind it. */
function readInline(cursor: Cursor, at: number, indent: number): YamlNode {
  const { text, lineEnd } = cursor;
  const first = text[at];
  if (first === "|" || first === ">") {
    const scalar = blockScalarAt(text, at, lineEnd, indent);
    toLine(cursor, nextLine(text, scalar.end));
    return scalar;
  }
  let node: YamlNode;
  if (first === "{" || first === "[") node = flowAt(text, at);
  else if (first === "'" || first === '"') node = quotedAt(text, at, lineEnd);
  else {
    refuseIndicator(text, at);
    if (keyColon(text, at, lineEnd) !== -1) throw syntaxError("a key is not expected behind another", at);
    node = plainAt(text, at, lineEnd);
  }
  const rest = skipBlanks(text, node.end, text.length);
  if (rest < lineEndFrom(text, node.end) && (text[rest] !== "#" || !isBlank(text.charCodeAt(rest - 1)))) {
    throw syntaxError("nothing is expected behind the value", rest);
  }
  return behindLine(cursor, node, indent);
}

/** Moves to the line behind a value; it has to be no part of it. */
function behindLine(cursor: Cursor, node: YamlNode, indent: number): YamlNode {
  toLine(cursor, nextLine(cursor.text, node.end));
  if (cursor.state === "content" && cursor.indent > indent) {
    throw syntaxError("a value over several lines is not read", cursor.at);
  }
  return node;
}

function isDash(text: string, at: number, lineEnd: number): boolean {
  return text.charCodeAt(at) === 45 && (at + 1 >= lineEnd || isBlank(text.charCodeAt(at + 1)));
}

function isQuestion(text: string, at: number, lineEnd: number): boolean {
  return text.charCodeAt(at) === 63 && (at + 1 >= lineEnd || isBlank(text.charCodeAt(at + 1)));
}
