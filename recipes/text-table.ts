import { defineRecipe } from "../src/recipe.ts";

interface Options {
  readonly hsep?: string;
  readonly align?: readonly unknown[];
  readonly stringLength?: (text: string) => number;
}

/** A row, or the rows: an array, or what has a length and no methods of one. */
interface Items {
  readonly length: number;
  readonly [index: number]: unknown;
  readonly forEach?: (visit: (item: unknown, index: number) => void) => void;
  readonly map?: <T>(make: (item: unknown, index: number) => T) => T[];
  readonly reduce?: (visit: (sizes: undefined, item: unknown) => undefined, start: undefined) => undefined;
}

export default defineRecipe({
  package: "text-table",
  versions: "0.2.0",
  replacement: "a loop over rows and cells",
  floor: { node: "10.0.0", baseline: "2020-01" },
  exports: { default: textTable },
});

function textTable(
  rows: readonly (readonly unknown[])[],
  options?: {
    hsep?: string | undefined;
    align?: readonly ("l" | "r" | "c" | "." | null | undefined)[] | undefined;
    stringLength?(text: string): number;
  },
): string;
/** A table as text: columns as wide as their widest cell, which stands to the left, the right, the middle or at its dot. */
function textTable(rows: unknown, options?: unknown): string {
  const { hsep = "  ", align, stringLength } = (options || {}) as Options;
  const placeOf = (index: number): unknown => (align || [])[index];
  const lengthOf = stringLength || ((text: string) => String(text).length);
  const dots = widestOf(rows as Items, dotOf);
  const cells = mapItems(rows as Items, (row) =>
    mapItems(row as Items, (cell, index) => {
      const text = String(cell);
      if (placeOf(index) !== ".") return text;
      const behind = lengthOf(text) - dotOf(text);
      return text + blanks((dots[index] as number) + (text.includes(".") ? 0 : 1) - behind);
    }),
  );
  const widths = widestOf(cells, (cell) => lengthOf(cell as string));
  const lines = mapItems(cells, (row) =>
    mapItems(row as Items, (cell, index) => {
      const text = cell as string;
      const free = (widths[index] as number) - lengthOf(text) || 0;
      const place = placeOf(index);
      const all = blanks(Math.max(free, 0));
      if (place === "r" || place === ".") return all + text;
      if (place === "c") return blanks(Math.ceil(free / 2)) + text + blanks(Math.floor(free / 2));
      return text + all;
    })
      .join(hsep)
      .trimEnd(),
  );
  return lines.join("\n");
}

/** Where the last dot of a cell ends; at its end where it has none. */
function dotOf(cell: unknown): number {
  const dot = `${cell as string}`.lastIndexOf(".");
  return dot === -1 ? (cell as string).length : dot + 1;
}

/** The widest cell of each column. */
function widestOf(rows: Items, measure: (cell: unknown) => number): number[] {
  const widest: number[] = [];
  const note = (row: unknown): undefined => {
    visitItems(row as Items, (cell, index) => {
      const size = measure(cell);
      if (!widest[index] || size > (widest[index] as number)) widest[index] = size;
    });
    return undefined;
  };
  if (rows.reduce) rows.reduce((_, row) => note(row), undefined);
  else for (let index = 0; index < rows.length; index += 1) note(rows[index]);
  return widest;
}

function visitItems(items: Items, visit: (item: unknown, index: number) => void): void {
  if (items.forEach) items.forEach((item, index) => visit(item, index));
  else for (let index = 0; index < items.length; index += 1) visit(items[index], index);
}

function mapItems<T>(items: Items, make: (item: unknown, index: number) => T): T[] {
  if (items.map) return items.map((item, index) => make(item, index));
  const made: T[] = [];
  for (let index = 0; index < items.length; index += 1) made.push(make(items[index], index));
  return made;
}

function blanks(count: number): string {
  return Array(count + 1).join(" ");
}
