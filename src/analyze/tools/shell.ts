import { subText, type Text } from "./token.ts";

/** A simple command of a shell text: what it sets, and its words. */
export interface Command {
  /** `NAME=value` before the command. */
  readonly assignments: readonly Text[];
  readonly words: readonly Text[];
}

const KEYWORDS = new Set(["if", "then", "else", "elif", "fi", "do", "done", "while", "until", "!", "time", "{", "}"]);
const ASSIGNMENT = /^[A-Za-z_]\w*\+?=/;

/**
 * The simple commands of a shell text, in order: split at `&&`, `||`, `;`, `|`, `&`, newlines, subshells and command
 * substitutions, with quotes resolved and comments left out. Knows no expansion: `$X` stays as written.
 */
export function shellCommands(text: Text): Command[] {
  return split(text).flatMap(({ words, nested }) => [...command(words), ...nested.flatMap(shellCommands)]);
}

function command(all: readonly Text[]): Command[] {
  let from = 0;
  while (from < all.length && KEYWORDS.has(all[from]!.value)) from += 1;
  const assignments: Text[] = [];
  while (from < all.length && ASSIGNMENT.test(all[from]!.value)) assignments.push(all[from++]!);
  const words = all.slice(from);
  return words.length === 0 && assignments.length === 0 ? [] : [{ assignments, words }];
}

interface Piece {
  words: Text[];
  nested: Text[];
}

function split(text: Text): Piece[] {
  const { value } = text;
  const pieces: Piece[] = [{ words: [], nested: [] }];
  let letters = "";
  let offsets: number[] = [];
  let inWord = false;
  let at = 0;
  const add = (index: number) => {
    if (!inWord) inWord = true;
    letters += value[index];
    offsets.push(text.offsets[index]!);
  };
  const endWord = () => {
    if (!inWord) return;
    const end = (offsets.at(-1) ?? text.offsets[at]!) + (letters === "" ? 0 : 1);
    pieces.at(-1)!.words.push({ value: letters, offsets: [...offsets, end] });
    letters = "";
    offsets = [];
    inWord = false;
  };
  const endCommand = () => {
    endWord();
    if (pieces.at(-1)!.words.length > 0) pieces.push({ words: [], nested: [] });
  };
  while (at < value.length) {
    const char = value[at]!;
    if (char === "'") {
      const close = value.indexOf("'", at + 1);
      const end = close < 0 ? value.length : close;
      inWord = true;
      for (let index = at + 1; index < end; index += 1) add(index);
      at = end + 1;
    } else if (char === '"') {
      at = doubleQuoted(at);
    } else if (char === "\\") {
      if (value[at + 1] === "\n") at += 2;
      else if (value[at + 1] === "\r" && value[at + 2] === "\n") at += 3;
      else {
        if (at + 1 < value.length) add(at + 1);
        at += 2;
      }
    } else if (value.startsWith("$(", at) && value[at + 2] !== "(") {
      at = substitution(at + 2, ")");
    } else if (char === "`") {
      at = substitution(at + 1, "`");
    } else if (char === "#" && !inWord) {
      const newline = value.indexOf("\n", at);
      at = newline < 0 ? value.length : newline;
    } else if (/[\s]/.test(char)) {
      if (char === "\n") endCommand();
      else endWord();
      at += 1;
    } else if (/[;|&()]/.test(char)) {
      // `2>&1` and `&>` redirect, they end no command.
      if (char === "&" && (/>$/.test(letters) || value[at + 1] === ">")) add(at);
      else endCommand();
      at += 1;
    } else {
      add(at);
      at += 1;
    }
  }
  endWord();
  return pieces;

  function doubleQuoted(open: number): number {
    inWord = true;
    let index = open + 1;
    while (index < value.length && value[index] !== '"') {
      if (value.startsWith("$(", index)) {
        index = substitution(index + 2, ")");
        continue;
      }
      if (value[index] === "\\" && index + 1 < value.length && /["\\$`]/.test(value[index + 1]!)) index += 1;
      add(index);
      index += 1;
    }
    return index + 1;
  }

  function substitution(from: number, close: string): number {
    let depth = 1;
    let index = from;
    while (index < value.length) {
      if (close === ")" && value[index] === "(") depth += 1;
      if (value[index] === close) depth -= 1;
      if (depth === 0) break;
      index += 1;
    }
    pieces.at(-1)!.nested.push(subText(text, from, Math.min(index, value.length)));
    inWord = true;
    return index + 1;
  }
}
