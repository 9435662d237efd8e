import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe(
  {
    package: "bytes",
    versions: "3.0.0",
    replacement: "a table of units",
    floor: { node: "7.0.0", baseline: "2017-03" },
    deviations: [
      {
        severity: "message",
        note: "The TypeError for an option that is neither a text nor a number reads differently.",
        exports: ["default", "format"],
      },
    ],
    exports: { default: bytesToTera, format: formatToTera, parse: parseToTera },
  },
  {
    package: "bytes",
    versions: "3.1.0",
    replacement: "a table of units",
    floor: { node: "7.0.0", baseline: "2017-03" },
    deviations: [
      {
        severity: "message",
        note: "The TypeError for an option that is neither a text nor a number reads differently.",
        exports: ["default", "format"],
      },
    ],
    exports: { default: bytesOfAll, format: formatAll, parse: parseAll },
  },
  {
    package: "bytes",
    versions: "3.1.1",
    replacement: "a table of units",
    floor: { node: "7.0.0", baseline: "2017-03" },
    deviations: [
      {
        severity: "message",
        note: "The TypeError for an option that is neither a text nor a number reads differently.",
        exports: ["default", "format"],
      },
    ],
    exports: { default: bytesOrNaN, format, parse: parseAll },
  },
  {
    package: "bytes",
    versions: "3.1.2",
    replacement: "a table of units",
    floor: { node: "7.0.0", baseline: "2017-03" },
    deviations: [
      {
        severity: "message",
        note: "The TypeError for an option that is neither a text nor a number reads differently.",
        exports: ["default", "format"],
      },
    ],
    exports: { default: bytes, format, parse },
  },
);

type Sizes = Readonly<Record<string, number>>;

const sizesToTera: Sizes = { b: 1, kb: 1024, mb: 1024 ** 2, gb: 1024 ** 3, tb: 1024 ** 4 };
const sizes: Sizes = { b: 1, kb: 1024, mb: 1024 ** 2, gb: 1024 ** 3, tb: 1024 ** 4, pb: 1024 ** 5 };

interface FormatOptions {
  readonly decimalPlaces?: number;
  readonly fixedDecimals?: boolean;
  readonly thousandsSeparator?: string;
  readonly unit?: string;
  readonly unitSeparator?: string;
}

function bytes(value: string): number | null;
function bytes(value: number, options?: FormatOptions): string | null;
/** The bytes of a text like "1.5MB", or such a text for a number of bytes; null for anything else. */
function bytes(value: unknown, options?: unknown): unknown {
  if (typeof value === "string") return parse(value);
  return typeof value === "number" ? format(value, options as FormatOptions) : null;
}

function bytesOrNaN(value: string): number | null;
function bytesOrNaN(value: number, options?: FormatOptions): string | null;
/** The bytes of a text like "1.5MB", or such a text for a number of bytes; null for anything else. */
function bytesOrNaN(value: unknown, options?: unknown): unknown {
  if (typeof value === "string") return parseAll(value);
  return typeof value === "number" ? format(value, options as FormatOptions) : null;
}

function bytesOfAll(value: string): number | null;
function bytesOfAll(value: number, options?: FormatOptions): string | null;
/** The bytes of a text like "1.5MB", or such a text for a number of bytes; null for anything else. */
function bytesOfAll(value: unknown, options?: unknown): unknown {
  if (typeof value === "string") return parseAll(value);
  return typeof value === "number" ? formatAll(value, options as FormatOptions) : null;
}

function bytesToTera(value: string): number | null;
function bytesToTera(value: number, options?: FormatOptions): string | null;
/** The bytes of a text like "1.5MB", or such a text for a number of bytes; null for anything else. */
function bytesToTera(value: unknown, options?: unknown): unknown {
  if (typeof value === "string") return parseToTera(value);
  return typeof value === "number" ? formatToTera(value, options as FormatOptions) : null;
}

function parse(text: string | number): number | null;
/** The bytes of a text like "1.5MB", rounded down; a number without a unit counts bytes. Null for anything else. */
function parse(value: unknown): number | null {
  const size = parseAll(value as string);
  return Number.isNaN(size) ? null : size;
}

function parseAll(text: string | number): number | null;
/** The bytes of a text like "1.5MB", rounded down; a number without a unit counts bytes. NaN for any other text. */
function parseAll(value: unknown): number | null {
  return parseWith(/^([-+]?\d+(?:\.\d+)?) *([kmgtp]b)$/i, value);
}

function parseToTera(text: string | number): number | null;
/** The bytes of a text like "1.5MB", rounded down; a number without a unit counts bytes. NaN for any other text. */
function parseToTera(value: unknown): number | null {
  return parseWith(/^([-+]?\d+(?:\.\d+)?) *([kmgt]b)$/i, value);
}

function parseWith(pattern: RegExp, value: unknown): number | null {
  if (typeof value === "number") return Number.isNaN(value) ? null : value;
  if (typeof value !== "string") return null;
  const [, count = "", unit = ""] = pattern.exec(value) || [];
  const size = unit === "" ? Number.parseInt(value, 10) : Number.parseFloat(count);
  return Math.floor(size * (sizes[unit.toLowerCase() || "b"] as number));
}

function format(value: number, options?: FormatOptions): string | null;
/** A number of bytes as a text in the largest unit that fits, or in the one that is asked for; null for what is no number. */
function format(value: unknown, options?: unknown): string | null {
  return formatWith(value, options, sizes, true);
}

function formatAll(value: number, options?: FormatOptions): string | null;
/** A number of bytes as a text in the largest unit that fits, or in the one that is asked for; null for what is no number. */
function formatAll(value: unknown, options?: unknown): string | null {
  return formatWith(value, options, sizes, false);
}

function formatToTera(value: number, options?: FormatOptions): string | null;
/** A number of bytes as a text in the largest unit that fits, or in the one that is asked for; null for what is no number. */
function formatToTera(value: unknown, options?: unknown): string | null {
  return formatWith(value, options, sizesToTera, false);
}

function formatWith(value: unknown, options: unknown, table: Sizes, isWholeGrouped: boolean): string | null {
  if (!Number.isFinite(value)) return null;
  const {
    unitSeparator = "",
    decimalPlaces = 2,
    fixedDecimals,
    thousandsSeparator,
    unit: asked,
  } = (options || {}) as FormatOptions;
  const isKnown = Boolean(asked) && Boolean(table[(asked as string).toLowerCase()]);
  const unit = isKnown ? (asked as string) : unitOf(Math.abs(value as number), table);
  const fixed = ((value as number) / (table[unit.toLowerCase()] as number)).toFixed(decimalPlaces);
  const short = fixedDecimals ? fixed : fixed.replace(/(?:\.0*|(\.[^0]+)0+)$/, "$1");
  const [whole = "", ...rest] = isWholeGrouped ? short.split(".") : [short];
  const grouped = thousandsSeparator ? whole.replace(/\B(?=(?:\d{3})+(?!\d))/g, thousandsSeparator) : whole;
  return [grouped, ...rest].join(".") + (unitSeparator || "") + unit;
}

function unitOf(size: number, table: Sizes): string {
  const units = Object.keys(table).reverse();
  return (units.find((unit) => size >= (table[unit] as number)) || "b").toUpperCase();
}
