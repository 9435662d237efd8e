/** A piece of text in a file that is not a program: what it says, where it says it, and under which keys. */
export interface Token {
  /** Without quotes, escapes resolved. */
  readonly value: string;
  /** The keys it stands under, outermost first; list items add none. A key's own path ends before it. */
  readonly path: readonly string[];
  readonly isKey: boolean;
  /** Offset in the file of each UTF-16 unit of `value`, and of its end: `offsets.length === value.length + 1`. */
  readonly offsets: readonly number[];
}

/** Text whose every unit knows where it came from: what a shell reads out of a JSON string. */
export interface Text {
  readonly value: string;
  readonly offsets: readonly number[];
}

/** The text of [start, end) of a file, unescaped: every offset is its own. */
export function plainText(file: string, start = 0, end = file.length): Text {
  const offsets = Array.from({ length: end - start + 1 }, (_, index) => start + index);
  return { value: file.slice(start, end), offsets };
}

/** A part of a text, by its own indexes. */
export function subText(text: Text, start: number, end: number): Text {
  return { value: text.value.slice(start, end), offsets: text.offsets.slice(start, end + 1) };
}

/** Splits on a separator, keeping the places; empty parts are left out. */
export function splitText(text: Text, separator: RegExp): Text[] {
  const parts: Text[] = [];
  let from = 0;
  for (const match of text.value.matchAll(new RegExp(separator, "g"))) {
    if (match.index > from) parts.push(subText(text, from, match.index));
    from = match.index + match[0].length;
  }
  if (from < text.value.length) parts.push(subText(text, from, text.value.length));
  return parts;
}
