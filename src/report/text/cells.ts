import { stripVTControlCharacters } from "node:util";

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
let segmenter: Intl.Segmenter | undefined;

/** Characters as a reader sees them. */
function* graphemesOf(text: string): Generator<string> {
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  for (const { segment } of segmenter.segment(text)) yield segment;
}

/** Terminal cells a text takes: escape sequences none, East Asian wide characters and pictures two. */
export function getWidth(text: string): number {
  const visible = stripVTControlCharacters(text);
  if (/^[\x20-\x7e]*$/.test(visible)) return visible.length;
  let width = 0;
  for (const segment of graphemesOf(visible)) width += wide.test(segment) ? 2 : 1;
  return width;
}

/** Cuts a text without escape sequences to `width` cells, the last of them "…" when something went. */
export function truncate(text: string, width: number): string {
  if (getWidth(text) <= width) return text;
  let kept = "";
  let used = 0;
  for (const segment of graphemesOf(text)) {
    const size = wide.test(segment) ? 2 : 1;
    if (used + size > width - 1) break;
    kept += segment;
    used += size;
  }
  return `${kept.trimEnd()}…`;
}

/** Breaks a text at spaces into lines of at most `width` cells; a word that is longer stands alone. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/ +/)) {
    if (line !== "" && getWidth(line) + 1 + getWidth(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

const controls = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/**
 * Text from a project, made safe to print on one line: control characters, which could move the cursor or recolour the
 * screen, and marks that reorder text are shown as their code.
 */
export function printable(text: string): string {
  return text.replace(controls, (character) => {
    if (character === "\t") return " ";
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
