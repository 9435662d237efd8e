/** One word of a command. `start` and `end` are its place in the script, quotes included. */
export interface Word {
  /** Quotes resolved; an expansion stays as written. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly quotes: "none" | "double" | "other";
  /** True when a backslash escapes something in it. */
  readonly isEscaped: boolean;
}

/** One simple command of a script. */
export interface SimpleCommand {
  readonly words: readonly Word[];
  /** Where it first reads or writes a file by `<` or `>`; the file is among the words. */
  readonly redirect: number | undefined;
  /** True for the one that npm puts further arguments behind. */
  readonly isLast: boolean;
}

export type Line = { readonly commands: readonly SimpleCommand[] } | { readonly refuse: string };

/**
 * Splits an npm script as sh does: into words, and into commands at `&&`, `||`, `;`, `|`, `&` and parentheses. Gives a
 * reason where what follows is no plain list of commands. cmd.exe knows no `;`: a script that has it is one of sh.
 */
export function readLine(script: string): Line {
  const commands: { words: Word[]; redirect: number | undefined; isLast: boolean }[] = [];
  let words: Word[] = [];
  let redirect: number | undefined;
  let at = 0;
  const endCommand = () => {
    if (words.length > 0) commands.push({ words, redirect, isLast: false });
    words = [];
    redirect = undefined;
  };
  while (at < script.length) {
    const char = script[at]!;
    if (char === "\n" || char === "\r") return { refuse: "the script has several lines" };
    if (char === "#") return { refuse: "the script has a comment, which cmd.exe does not know" };
    if (/\s/.test(char)) {
      at += 1;
    } else if (/^&?[<>]/.test(script.slice(at, at + 2))) {
      // `2>&1`: the digit is no word, and the ampersand ends no command.
      const last = words.at(-1);
      if (last?.end === at && /^\d+$/.test(script.slice(last.start, last.end))) words.pop();
      redirect ??= at;
      at += /^&?[<>]+&?/.exec(script.slice(at))![0].length;
    } else if (/[;|&()]/.test(char)) {
      if (char === "(" && words.length > 0) return { refuse: "the script has parentheses inside a command" };
      endCommand();
      at += 1;
    } else {
      const word = readWord(script, at);
      if ("refuse" in word) return word;
      words.push(word);
      at = word.end;
    }
  }
  const last = words.length > 0;
  endCommand();
  if (last) commands.at(-1)!.isLast = true;
  return { commands };
}

function readWord(script: string, start: number): Word | { readonly refuse: string } {
  let value = "";
  let at = start;
  let quoted = 0;
  let isDouble = false;
  let isEscaped = false;
  let quote: string | undefined;
  for (; at < script.length; at += 1) {
    const char = script[at]!;
    if (quote !== "'" && (char === "`" || script.startsWith("$(", at)))
      return { refuse: "the script puts the output of a command into another one" };
    if (char === quote) {
      quote = undefined;
    } else if (quote === undefined && (char === '"' || char === "'")) {
      quote = char;
      quoted += 1;
      isDouble = char === '"';
    } else if (char === "\\" && quote !== "'") {
      isEscaped = true;
      value += script[(at += 1)] ?? "";
    } else if (quote === undefined && /[\s;|&<>()]/.test(char)) {
      if (char === "(") return { refuse: "the script has parentheses inside a command" };
      break;
    } else {
      value += char;
    }
  }
  if (quote !== undefined) return { refuse: `the script has a ${quote} that nothing closes` };
  const isWhole = quoted === 1 && isDouble && script[start] === '"' && script[at - 1] === '"';
  return {
    value,
    start,
    end: Math.min(at, script.length),
    quotes: quoted === 0 ? "none" : isWhole ? "double" : "other",
    isEscaped,
  };
}

/** Why sh, cmd.exe and PowerShell do not all read a word as `value`; undefined when they do. */
export function findAmbiguity(word: Word, isPosix: boolean): string | undefined {
  if (word.isEscaped) return `${word.value} is written with a backslash, which is a part of the path to cmd.exe`;
  const expanded = /[$%]/.exec(word.value)?.[0];
  if (expanded !== undefined) return `${word.value} holds a variable`;
  if (/[*?[\]{}!]/.test(word.value)) return `${word.value} is a pattern, which is left to the shell or to the package`;
  if (word.quotes === "other" && !isPosix) return `${word.value} is quoted in a way that cmd.exe does not know`;
  if (!/^[\p{L}\p{M}\p{N} _./:=@,+-]+$/u.test(word.value) || (word.quotes === "none" && word.value.startsWith("~")))
    return `${word.value === "" ? "an empty word" : word.value} means something to a shell`;
  return undefined;
}
