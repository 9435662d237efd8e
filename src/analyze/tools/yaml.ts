import { jsonTokens } from "./json.ts";
import { plainText, type Token } from "./token.ts";

interface Open {
  readonly indent: number;
  readonly key: string;
}

const KEY = /^(?:"([^"]*)"|'([^']*)'|([^\s#'"{}[\],&*!|>%@`][^#]*?))\s*:(?=\s|$)/;
const BLOCK = /^[|>][+-]?\d*\s*(?:#.*)?$/;

/**
 * Keys and scalars of a YAML text, by its lines: block mappings and lists, quoted and plain scalars, flow collections
 * on one line, block scalars (one token of several lines). Anchors and tags are skipped; nothing throws.
 */
export function yamlTokens(text: string): Token[] {
  const tokens: Token[] = [];
  const open: Open[] = [];
  const lines = linesOf(text);
  for (let index = 0; index < lines.length; index += 1) {
    const { start, line } = lines[index]!;
    let at = line.search(/\S/);
    if (at < 0 || line[at] === "#" || /^(?:---|\.\.\.)/.test(line)) continue;
    let indent = at;
    while (/^-(?=\s)/.test(line.slice(at))) {
      at += 1 + /^-(\s*)/.exec(line.slice(at))![1]!.length;
      while (open.length > 0 && open.at(-1)!.indent > indent) open.pop();
      indent = at;
    }
    const rest = line.slice(at);
    const key = KEY.exec(rest);
    if (key !== null) {
      while (open.length > 0 && open.at(-1)!.indent >= indent) open.pop();
      const name = key[1] ?? key[2] ?? key[3] ?? "";
      const keyStart = start + at + (key[3] === undefined ? 1 : 0);
      const path = open.map((entry) => entry.key);
      tokens.push({ ...plainText(text, keyStart, keyStart + name.length), path, isKey: true });
      open.push({ indent, key: name });
      at += key[0].length;
    } else if (line.search(/\S/) === at) {
      while (open.length > 0 && open.at(-1)!.indent >= indent) open.pop();
    }
    const path = open.map((entry) => entry.key);
    const gap = /^\s*(?:[&!]\S+\s+)*/.exec(line.slice(at))![0].length;
    const value = line.slice(at + gap);
    if (BLOCK.test(value)) {
      const last = blockEnd(lines, index, line.search(/\S/));
      if (last > index) {
        const from = lines[index + 1]!.start;
        const to = lines[last]!.start + lines[last]!.line.length;
        tokens.push({ ...plainText(text, from, to), path, isKey: false });
      }
      index = last;
    } else {
      tokens.push(...scalars(text, start + at + gap, value, path));
    }
  }
  return tokens;
}

function scalars(text: string, start: number, value: string, path: readonly string[]): Token[] {
  if (value === "" || value.startsWith("#")) return [];
  if (/^["'[{]/.test(value)) {
    return jsonTokens(value).map((token) => ({
      ...token,
      path: [...path, ...token.path],
      offsets: token.offsets.map((offset) => offset + start),
    }));
  }
  const plain = value.replace(/\s+#.*$/, "").trimEnd();
  return [{ ...plainText(text, start, start + plain.length), path, isKey: false }];
}

function linesOf(text: string): { start: number; line: string }[] {
  const lines: { start: number; line: string }[] = [];
  let start = 0;
  for (const raw of text.split("\n")) {
    lines.push({ start, line: raw.replace(/\r$/, "") });
    start += raw.length + 1;
  }
  return lines;
}

function blockEnd(lines: readonly { line: string }[], from: number, indent: number): number {
  let last = from;
  for (let index = from + 1; index < lines.length; index += 1) {
    const column = lines[index]!.line.search(/\S/);
    if (column < 0) continue;
    if (column <= indent) break;
    last = index;
  }
  return last;
}
