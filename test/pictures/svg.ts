/** What a terminal shows, as a picture: one text element for each run of one style, each as wide as its cells. */

import { stripVTControlCharacters } from "node:util";

interface Style {
  readonly bold: boolean;
  readonly dim: boolean;
  readonly color: string | undefined;
}

interface Run extends Style {
  readonly text: string;
  readonly column: number;
}

const plain: Style = { bold: false, dim: false, color: undefined };
const colors: Readonly<Record<string, string>> = { 31: "#ff7b72", 32: "#7ee787", 33: "#e3b341", 36: "#79c0ff" };
const cell = 8;
const row = 18;
const margin = 16;

/** The picture of a text with escape sequences for colours; `columns` is the width of the terminal. */
export function drawTerminal(text: string, columns: number): string {
  const lines = text.trimEnd().split("\n");
  const width = columns * cell + 2 * margin;
  const height = lines.length * row + 2 * margin;
  const font = "ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escape(stripVTControlCharacters(lines[0] ?? ""))}">`,
    `<rect width="${width}" height="${height}" rx="8" fill="#0d1117"/>`,
    `<g font-family="${font}" font-size="13" fill="#e6edf3">`,
    ...lines.flatMap((line, index) => drawLine(line, margin + index * row + 13)),
    "</g>",
    "</svg>",
    "",
  ].join("\n");
}

function drawLine(line: string, y: number): string[] {
  return runsOf(line).map(({ text, column, bold, dim, color }) => {
    const style = `${bold ? ' font-weight="bold"' : ""}${dim ? ' opacity=".65"' : ""}${color === undefined ? "" : ` fill="${color}"`}`;
    const length = text.length * cell;
    return `<text x="${margin + column * cell}" y="${y}" textLength="${length}"${style}>${escape(text)}</text>`;
  });
}

/** The pieces of a line that have one style; blanks between them are left out. */
function runsOf(line: string): Run[] {
  const runs: Run[] = [];
  let style = plain;
  let column = 0;
  for (const [, code, text = ""] of line.matchAll(/\u001b\[(\d*)m|((?:(?!\u001b\[\d*m).)+)/g)) {
    if (code !== undefined) {
      style = apply(style, code);
      continue;
    }
    // Browsers take several blanks for one.
    for (const piece of text.matchAll(/\S+(?: \S+)*/g))
      runs.push({ ...style, text: piece[0], column: column + piece.index });
    column += text.length;
  }
  return runs;
}

function apply(style: Style, code: string): Style {
  if (code === "1") return { ...style, bold: true };
  if (code === "2") return { ...style, dim: true };
  if (code === "22") return { ...style, bold: false, dim: false };
  if (code === "39") return { ...style, color: undefined };
  return code === "" || code === "0" ? plain : { ...style, color: colors[code] ?? style.color };
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** The text that a picture shows, without its colours. */
export function readPicture(svg: string): string {
  const lines = new Map<number, string>();
  for (const [, x, y, text = ""] of svg.matchAll(/<text x="(\d+)" y="(\d+)"[^>]*>([^<]*)<\/text>/g)) {
    const index = (Number(y) - margin - 13) / row;
    const column = (Number(x) - margin) / cell;
    lines.set(index, (lines.get(index) ?? "").padEnd(column) + unescape(text));
  }
  return Array.from({ length: Math.max(...lines.keys()) + 1 }, (_, index) => lines.get(index) ?? "").join("\n");
}

function unescape(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&gt;", ">").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}
