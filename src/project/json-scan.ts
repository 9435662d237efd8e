/** A strict JSON scanner that keeps the range of every property, key, comma and value. */
import { lineAndColumn } from "./lines.ts";

export interface JsonRange {
  readonly start: number;
  readonly end: number;
}

export interface JsonMember {
  /** The key's meaning. Keys may repeat; the last one counts. */
  readonly key: string;
  readonly keyRange: JsonRange;
  readonly value: JsonNode;
  /** Offset of the comma behind it; undefined when there is none. */
  readonly comma: number | undefined;
}

export type JsonNode = JsonRange &
  (
    | { readonly kind: "object"; readonly members: readonly JsonMember[] }
    | { readonly kind: "array"; readonly items: readonly JsonNode[]; readonly commas: readonly number[] }
    | { readonly kind: "string"; readonly value: string }
    | { readonly kind: "number"; readonly value: number }
    | { readonly kind: "literal"; readonly value: boolean | null }
  );

export interface JsonSyntaxError {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
  /** What is wrong, as in "a comma or } is missing". */
  readonly message: string;
}

export type JsonReading = { readonly root: JsonNode } | { readonly error: JsonSyntaxError };

interface Scan {
  readonly text: string;
  readonly comments: boolean;
  at: number;
  depth: number;
  failure: string | undefined;
}

const deepest = 500;
const numberPattern = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const wordPattern = /true|false|null/y;
const blank = /[ \t\r\n]*/y;
const comment = /\/\/[^\n\r]*|\/\*[^]*?\*\//y;

/**
 * Reads what JSON.parse reads, after a BOM if there is one; with `comments`, also comments and trailing commas. More
 * than 500 levels of nesting are an error.
 */
export function scanJson(text: string, options: { readonly comments?: boolean } = {}): JsonReading {
  const at = text.startsWith("\uFEFF") ? 1 : 0;
  const scan: Scan = { text, comments: options.comments === true, at, depth: 0, failure: undefined };
  skipBlank(scan);
  const root = value(scan);
  if (root !== undefined) skipBlank(scan);
  if (root !== undefined && scan.at < text.length) fail(scan, "something follows the end of the JSON value");
  if (root !== undefined && scan.failure === undefined) return { root };
  const message = scan.failure ?? "a value is missing";
  return { error: { offset: scan.at, ...lineAndColumn(text, scan.at), message } };
}

function value(scan: Scan): JsonNode | undefined {
  const start = scan.at;
  const first = scan.text[start];
  if (first === "{" || first === "[") {
    if (scan.depth >= deepest) return fail(scan, `the nesting is deeper than ${deepest} levels`);
    scan.depth++;
    const node = first === "{" ? object(scan) : array(scan);
    scan.depth--;
    return node;
  }
  if (first === '"') {
    const string = stringValue(scan);
    return string === undefined ? undefined : { kind: "string", value: string, start, end: scan.at };
  }
  const word = take(scan, wordPattern);
  if (word !== undefined)
    return { kind: "literal", value: word === "null" ? null : word === "true", start, end: scan.at };
  const number = take(scan, numberPattern);
  if (number !== undefined) return { kind: "number", value: Number(number), start, end: scan.at };
  return fail(scan, start >= scan.text.length ? "the file ends too early" : "a value is missing");
}

function object(scan: Scan): JsonNode | undefined {
  const start = scan.at++;
  const members: JsonMember[] = [];
  for (skipBlank(scan); scan.text[scan.at] !== "}"; skipBlank(scan)) {
    if (scan.text[scan.at] !== '"') return fail(scan, misplaced(scan, "a key in double quotes"));
    const keyStart = scan.at;
    const key = stringValue(scan);
    if (key === undefined) return undefined;
    const keyRange = { start: keyStart, end: scan.at };
    skipBlank(scan);
    if (scan.text[scan.at] !== ":") return fail(scan, misplaced(scan, "a colon"));
    scan.at++;
    skipBlank(scan);
    const node = value(scan);
    if (node === undefined) return undefined;
    const comma = separator(scan, "}");
    if (scan.failure !== undefined) return undefined;
    members.push({ key, keyRange, value: node, comma });
  }
  return { kind: "object", members, start, end: ++scan.at };
}

function array(scan: Scan): JsonNode | undefined {
  const start = scan.at++;
  const items: JsonNode[] = [];
  const commas: number[] = [];
  for (skipBlank(scan); scan.text[scan.at] !== "]"; skipBlank(scan)) {
    const node = value(scan);
    if (node === undefined) return undefined;
    const comma = separator(scan, "]");
    if (scan.failure !== undefined) return undefined;
    items.push(node);
    if (comma !== undefined) commas.push(comma);
  }
  return { kind: "array", items, commas, start, end: ++scan.at };
}

/** Offset of the comma after a member; undefined before the closing bracket. Fails on anything else. */
function separator(scan: Scan, closing: "}" | "]"): number | undefined {
  skipBlank(scan);
  if (scan.text[scan.at] === closing) return undefined;
  if (scan.text[scan.at] !== ",") return fail(scan, misplaced(scan, `a comma or ${closing}`));
  const comma = scan.at++;
  skipBlank(scan);
  if (scan.text[scan.at] === closing && !scan.comments) return fail(scan, `a comma stands before ${closing}`);
  return comma;
}

function stringValue(scan: Scan): string | undefined {
  const { text, at: start } = scan;
  let at = start + 1;
  let escaped = false;
  for (let code = text.charCodeAt(at); code !== 0x22; code = text.charCodeAt(at)) {
    if (!(code >= 0x20)) {
      scan.at = Math.min(at, text.length);
      return fail(
        scan,
        at < text.length ? "a string holds a line end or a control character" : "a string is not closed",
      );
    }
    escaped ||= code === 0x5c;
    at += code === 0x5c ? 2 : 1;
  }
  if (!escaped) {
    scan.at = at + 1;
    return text.slice(start + 1, at);
  }
  try {
    const meaning: unknown = JSON.parse(text.slice(start, at + 1));
    scan.at = at + 1;
    return String(meaning);
  } catch {
    return fail(scan, "a string holds an unknown escape");
  }
}

function take(scan: Scan, pattern: RegExp): string | undefined {
  pattern.lastIndex = scan.at;
  const match = pattern.exec(scan.text);
  if (match === null) return undefined;
  scan.at = pattern.lastIndex;
  return match[0];
}

function skipBlank(scan: Scan): void {
  take(scan, blank);
  while (scan.comments && take(scan, comment) !== undefined) take(scan, blank);
}

function misplaced(scan: Scan, expected: string): string {
  return scan.at >= scan.text.length ? `the file ends where ${expected} is missing` : `${expected} is missing`;
}

function fail(scan: Scan, message: string): undefined {
  scan.failure ??= message;
  return undefined;
}
