/** The lines that most of a lockfile is made of. */
import type { YamlMember, YamlNode } from "./node.ts";

/** The key of a line. */
export interface Key {
  readonly text: string;
  readonly colon: number;
  /** Written with `?`. */
  readonly isExplicit: boolean;
}

/**
 * Most lines of a lockfile: a key in letters or single quotes, and behind it nothing, a word, "{}" or "{word: word}".
 * Looked at by one pattern, since looking at each character takes several times as long.
 */
const plainPattern =
  /([A-Za-z0-9][^\s:#]*|'[^'\s]+'):(?: (?:([A-Za-z0-9][^\s:#]*)|\{(?:([A-Za-z]\w*): ([A-Za-z0-9][\w+/=.-]*))?\}))?(?=\n)/y;

/** The key and the value of the line at `at`, the value undefined where none stands; undefined for another line. */
export function plainLine(
  text: string,
  at: number,
): { readonly key: Key; readonly value: YamlNode | undefined } | undefined {
  plainPattern.lastIndex = at;
  const match = plainPattern.exec(text);
  if (match === null) return undefined;
  const [, written = "", word, inner, innerWord = ""] = match;
  const end = plainPattern.lastIndex;
  const colon = at + written.length;
  const key = { text: written.startsWith("'") ? written.slice(1, -1) : written, colon, isExplicit: false };
  const start = colon + 2;
  if (word !== undefined) return { key, value: { kind: "scalar", text: word, quoted: false, start, end } };
  if (end === colon + 1) return { key, value: undefined };
  const members = new Map<string, YamlMember>();
  if (inner !== undefined) {
    const last = end - 1;
    const value = {
      kind: "scalar",
      text: innerWord,
      quoted: false,
      start: last - innerWord.length,
      end: last,
    } as const;
    members.set(inner, { key: inner, value, start: start + 1, end: last });
  }
  return { key, value: { kind: "map", members, flow: true, start, end } };
}
