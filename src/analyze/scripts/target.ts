/** Which commands a simple command of a script calls. */
import type { SimpleCommand, Word } from "./line.ts";

export interface Called {
  readonly name: Word;
  /** Start of what is replaced with it: of `npx`, or of the name itself. */
  readonly start: number;
  /** What stands behind it. */
  readonly words: readonly Word[];
}

const assignment = /^[A-Za-z_]\w*=/;
/** Flags of npx that change nothing where the command is installed. */
const idle: ReadonlySet<string | undefined> = new Set(["-y", "--yes", "-q", "--quiet", "--no", "--no-install"]);

/**
 * Behind variables of its own, behind `npx`, or behind `cross-env`, which is a command like the one it runs: in
 * `cross-env A=b npx rimraf dist` two are called.
 */
export function findCalled({ words }: SimpleCommand): Called[] {
  const called: Called[] = [];
  for (let at = 0; ; at += 1) {
    while (assignment.test(bare(words[at]) ?? "")) at += 1;
    const first = words[at];
    if (bare(first) === "npx")
      do at += 1;
      while (idle.has(bare(words[at])));
    const name = words[at];
    if (first === undefined || name === undefined || bare(name) === undefined) return called;
    called.push({ name, start: first.start, words: words.slice(at + 1) });
    if (bare(name) !== "cross-env") return called;
  }
}

/** What a word says, where no quotes and no escapes make it up. */
function bare(word: Word | undefined): string | undefined {
  return word?.quotes === "none" && !word.isEscaped ? word.value : undefined;
}

/** The command that a word calls: by its name, or by its path from the directory that scripts run in. */
export function commandOf({ value }: Word): string | undefined {
  return /^(?:(?:\.\/)?node_modules\/\.bin\/)?([\w.-]+)$/.exec(value)?.[1];
}
