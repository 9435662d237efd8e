import type { Token } from "./token.ts";

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };

interface Level {
  readonly path: readonly string[];
  readonly list: boolean;
  key: string | undefined;
  expectsKey: boolean;
}

/**
 * Every string and bare scalar of a JSON text. Comments, trailing commas, single quotes and bare keys (JSON5) are taken
 * as they come, and nothing throws: a file that is half broken still gives what can be read.
 */
export function jsonTokens(text: string): Token[] {
  const tokens: Token[] = [];
  const levels: Level[] = [{ path: [], list: true, key: undefined, expectsKey: false }];
  let at = 0;
  const push = (value: string, offsets: readonly number[]) => {
    const level = levels.at(-1)!;
    if (level.expectsKey) {
      tokens.push({ value, path: level.path, isKey: true, offsets });
      level.key = value;
      level.expectsKey = false;
    } else {
      const path = level.key === undefined ? level.path : [...level.path, level.key];
      tokens.push({ value, path, isKey: false, offsets });
    }
  };
  while (at < text.length) {
    const char = text[at]!;
    if (char === '"' || char === "'") {
      const string = readString(text, at);
      push(string.value, string.offsets);
      at = string.end;
    } else if (char === "{" || char === "[") {
      const level = levels.at(-1)!;
      const path = level.key === undefined ? level.path : [...level.path, level.key];
      levels.push({ path, list: char === "[", key: undefined, expectsKey: char === "{" });
      at += 1;
    } else if (char === "}" || char === "]") {
      if (levels.length > 1) levels.pop();
      at += 1;
    } else if (char === ",") {
      const level = levels.at(-1)!;
      if (!level.list) {
        level.key = undefined;
        level.expectsKey = true;
      }
      at += 1;
    } else if (text.startsWith("//", at)) {
      at = endOf(text.indexOf("\n", at), text);
    } else if (text.startsWith("/*", at)) {
      const close = text.indexOf("*/", at + 2);
      at = close < 0 ? text.length : close + 2;
    } else if (/[\w$.+-]/.test(char)) {
      const word = /^[\w$.+-]+/.exec(text.slice(at, at + 1000))![0];
      push(
        word,
        Array.from({ length: word.length + 1 }, (_, index) => at + index),
      );
      at += word.length;
    } else {
      at += 1;
    }
  }
  return tokens;
}

function endOf(index: number, text: string): number {
  return index < 0 ? text.length : index;
}

function readString(text: string, open: number): { value: string; offsets: number[]; end: number } {
  const quote = text[open]!;
  let value = "";
  const offsets: number[] = [];
  let at = open + 1;
  while (at < text.length && text[at] !== quote && text[at] !== "\n") {
    offsets.push(at);
    if (text[at] !== "\\") {
      value += text[at];
      at += 1;
    } else if (text[at + 1] === "u") {
      value += String.fromCharCode(Number.parseInt(text.slice(at + 2, at + 6), 16) || 0);
      at += 6;
    } else {
      const escaped = text[at + 1] ?? "";
      value += ESCAPES[escaped] ?? escaped;
      if (escaped === "") offsets.pop();
      at += 2;
    }
  }
  offsets.push(Math.min(at, text.length));
  return { value, offsets, end: at + 1 };
}
