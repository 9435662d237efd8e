import { getWidth, truncate } from "./cells.ts";

export interface Column {
  readonly title: string;
  readonly align: "left" | "right";
}

/** A cell wider than this pushes its own row to the right, not the whole column. */
const widestColumn = 36;

/**
 * Lines of an aligned table, its titles first, indented by two, with two spaces between columns. All columns but the
 * last are as wide as their cells; the last is cut to what is left of `width` (never below 8 cells).
 */
export function layOutTable(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string[] {
  const table = [columns.map((column) => column.title), ...rows];
  const widths = columns.map((_, index) => {
    const cells = table.map((row) => getWidth(row[index] ?? ""));
    return Math.max(...cells.filter((cell) => cell <= widestColumn));
  });
  return table.map((row) => {
    const cells = columns.slice(0, -1).map((column, index) => {
      const cell = row[index] ?? "";
      const space = " ".repeat(Math.max((widths[index] ?? 0) - getWidth(cell), 0));
      return column.align === "right" ? space + cell : cell + space;
    });
    const line = `  ${cells.map((cell) => `${cell}  `).join("")}`;
    return (line + truncate(row[columns.length - 1] ?? "", Math.max(width - getWidth(line), 8))).trimEnd();
  });
}
