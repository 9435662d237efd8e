import { printable } from "./cells.ts";

/** Text from a project as Markdown that shows it as it is: no markup, no HTML, no mention of a user. */
export function escapeMarkdown(text: string): string {
  return printable(text)
    .replace(/[\\`*_{}[\]<>#|~!]/g, "\\$&")
    .replaceAll("@", "&#64;");
}

/** A code span; the fence is longer than any run of backticks inside. A bar is escaped, as tables need it. */
export function codeSpan(text: string): string {
  const safe = printable(text);
  const longest = Math.max(0, ...[...safe.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = safe.startsWith("`") || safe.endsWith("`") ? " " : "";
  return `${fence}${pad}${safe.replaceAll("|", "\\|")}${pad}${fence}`;
}

/** Lines of a Markdown table. Cells are Markdown already. */
export function markdownTable(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string[] {
  const rule = titles.map((_, index) => (right.includes(index) ? "--:" : "---"));
  return [titles, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`);
}

/** Text of a project inside an HTML element of Markdown, where no markup of Markdown is read. */
export function elementText(text: string): string {
  return printable(text).replace(/[&<>"'@]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A block of a diff whose fence is longer than any in it. */
export function fencedDiff(lines: readonly string[]): string[] {
  const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map(({ length }) => length)));
  const fence = "`".repeat(longest + 1);
  return [`${fence}diff`, ...lines, fence];
}
