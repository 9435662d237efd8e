/**
 * The indented text both dialects of yarn.lock are written in, with places, so that an edit touches nothing else. Read as
 * strictly as yarn writes it. Offsets are UTF-16 units.
 */

/** Classic (yarn 1) puts a value behind a blank and lists its keys; berry (yarn 2 and later) writes a part of YAML. */
export type YarnDialect = "classic" | "berry";

export interface SymlText {
  /** What is meant: unquoted. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface SymlMember {
  /** One; in classic, an entry's several. */
  readonly keys: readonly SymlText[];
  readonly value: SymlText | readonly SymlMember[];
  /** Where its first line starts. */
  readonly start: number;
  /** Behind the line break of its last line. */
  readonly end: number;
}

export type SymlReading =
  | { readonly members: readonly SymlMember[] }
  /** `message` is a clause with "it". */
  | { readonly error: { readonly line: number; readonly message: string } };

interface Line {
  readonly number: number;
  readonly indent: number;
  /** Where its first character behind the blanks is. */
  readonly start: number;
  readonly end: number;
  /** Where the next line starts. */
  readonly next: number;
}

interface Scan {
  readonly text: string;
  readonly dialect: YarnDialect;
  readonly lines: readonly Line[];
  at: number;
  failure: { line: number; message: string } | undefined;
}

/** The members of a text, in its order. Comments and empty lines count for nothing. */
export function readSyml(text: string, dialect: YarnDialect): SymlReading {
  const scan: Scan = { text, dialect, lines: splitLines(text), at: 0, failure: undefined };
  const members = readBlock(scan, 0);
  return scan.failure === undefined ? { members } : { error: scan.failure };
}

/** The texts of a member that is a map of texts; a member without it has none. */
export function textsOf(members: readonly SymlMember[], key: string): readonly (readonly [string, string])[] {
  const value = members.find((member) => member.keys[0]?.text === key)?.value;
  if (value === undefined || "text" in value) return [];
  return value.flatMap((member) =>
    "text" in member.value ? [[member.keys[0]?.text ?? "", member.value.text] as const] : [],
  );
}

/** The text a member has; undefined for a map, or when there is no such member. */
export function textOf(members: readonly SymlMember[], key: string): string | undefined {
  const value = members.find((member) => member.keys[0]?.text === key)?.value;
  return value !== undefined && "text" in value ? value.text : undefined;
}

function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let number = 0;
  for (let at = text.startsWith("\uFEFF") ? 1 : 0; at < text.length;) {
    const lineBreak = text.indexOf("\n", at);
    const next = lineBreak === -1 ? text.length : lineBreak + 1;
    let end = lineBreak === -1 ? text.length : lineBreak;
    if (text.charCodeAt(end - 1) === 0x0d) end--;
    let start = at;
    while (text.charCodeAt(start) === 0x20) start++;
    number++;
    if (start < end && text[start] !== "#") lines.push({ number, indent: start - at, start, end, next });
    at = next;
  }
  return lines;
}

function readBlock(scan: Scan, indent: number): SymlMember[] {
  const members: SymlMember[] = [];
  for (let line = scan.lines[scan.at]; line !== undefined && scan.failure === undefined; line = scan.lines[scan.at]) {
    if (line.indent < indent) return members;
    if (line.indent > indent) return fail(scan, line, "it has a line that stands too far to the right");
    const member = readMember(scan, line);
    if (member === undefined) return members;
    members.push(member);
  }
  return members;
}

function readMember(scan: Scan, line: Line): SymlMember | undefined {
  scan.at++;
  const start = line.start - line.indent;
  // Berry writes a key of more than 1,024 characters on a line of its own, and the colon on the next.
  const isLong = scan.dialect === "berry" && scan.text.startsWith("? ", line.start);
  const keys = readKeys(scan, line, line.start + (isLong ? 2 : 0));
  let end = keys?.at(-1)?.end;
  if (keys === undefined || end === undefined) return undefined;
  if (isLong) {
    const colon = scan.lines[scan.at];
    if (end !== line.end || colon === undefined || scan.text.slice(colon.start, colon.end) !== ":") {
      return fail(scan, line, "it has a long key without a colon on the next line")[0];
    }
    scan.at++;
    end = colon.start;
    line = colon;
  }
  const rest = scan.text.slice(end, line.end);
  if (rest === ":") {
    const block = readBlock(scan, line.indent + 2);
    if (scan.failure !== undefined) return undefined;
    if (block.length === 0) return fail(scan, line, "it has a key with nothing below it")[0];
    return { keys, value: block, start, end: block.at(-1)?.end ?? line.next };
  }
  const between = scan.dialect === "berry" ? ": " : " ";
  if (isLong || keys.length > 1 || !rest.startsWith(between)) return fail(scan, line, unexpected(scan))[0];
  const value = readScalar(scan, line, end + between.length, "value");
  if (value === undefined) return undefined;
  if (value.end !== line.end) return fail(scan, line, unexpected(scan))[0];
  return { keys, value, start, end: line.next };
}

function readKeys(scan: Scan, line: Line, at: number): SymlText[] | undefined {
  const keys: SymlText[] = [];
  for (let start = at; ;) {
    const key = readScalar(scan, line, start, "key");
    if (key === undefined) return undefined;
    keys.push(key);
    if (scan.dialect === "berry" || !scan.text.startsWith(", ", key.end)) return keys;
    start = key.end + 2;
  }
}

const plain: Record<YarnDialect, Record<"key" | "value", RegExp>> = {
  classic: { key: /[^\s:,"[\]\\]+/y, value: /[^\s:,"[\]\\]+/y },
  // A colon belongs to a plain text of YAML unless a blank follows it; what starts with one of its signs is quoted.
  berry: { key: /(?![-?:,[\]{}#&*!|>'"%@`\s])[^\s:]+/y, value: /(?![,[\]{}#&*!|>'"%@`\s]|[-?:]\s).*[^\s]/y },
};

function readScalar(scan: Scan, line: Line, start: number, place: "key" | "value"): SymlText | undefined {
  if (scan.text[start] !== '"') {
    const pattern = plain[scan.dialect][place];
    pattern.lastIndex = start;
    const match = pattern.exec(scan.text);
    if (match === null || pattern.lastIndex > line.end) return fail(scan, line, unexpected(scan))[0];
    return { text: match[0], start, end: pattern.lastIndex };
  }
  let end = start + 1;
  while (end < line.end && scan.text[end] !== '"') end += scan.text[end] === "\\" ? 2 : 1;
  if (end >= line.end) return fail(scan, line, "it has a text in quotes that is not closed")[0];
  try {
    const meaning: unknown = JSON.parse(scan.text.slice(start, end + 1));
    return { text: String(meaning), start, end: end + 1 };
  } catch {
    return fail(scan, line, "it has a text in quotes with an unknown escape")[0];
  }
}

function unexpected(scan: Scan): string {
  return scan.dialect === "berry"
    ? "it has a line that yarn does not write"
    : "it has a line that yarn 1 does not write";
}

/** Nothing, so that it can be returned where a member is due. */
function fail(scan: Scan, line: Line, message: string): never[] {
  scan.failure ??= { line: line.number, message };
  return [];
}
