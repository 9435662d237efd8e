import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
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
});

type Unit = "b" | "kb" | "mb" | "gb" | "tb" | "pb";

const sizes: Readonly<Record<string, number>> = {
  b: 1,
  kb: 1024,
  mb: 1024 ** 2,
  gb: 1024 ** 3,
  tb: 1024 ** 4,
  pb: 1024 ** 5,
};

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

function parse(text: string | number): number | null;
/** The bytes of a text like "1.5MB", rounded down; a number without a unit counts bytes. Null for anything else. */
function parse(value: unknown): number | null {
  if (typeof value === "number") return Number.isNaN(value) ? null : value;
  if (typeof value !== "string") return null;
  const [, count = "", unit = ""] = /^([-+]?\d+(?:\.\d+)?) *([kmgtp]b)$/i.exec(value) || [];
  const size = unit === "" ? Number.parseInt(value, 10) : Number.parseFloat(count);
  return Number.isNaN(size) ? null : Math.floor(size * (sizes[unit.toLowerCase() || "b"] as number));
}

function format(value: number, options?: FormatOptions): string | null;
/** A number of bytes as a text in the largest unit that fits, or in the one that is asked for; null for what is no number. */
function format(value: unknown, options?: unknown): string | null {
  if (!Number.isFinite(value)) return null;
  const {
    unitSeparator = "",
    decimalPlaces = 2,
    fixedDecimals,
    thousandsSeparator,
    unit: asked,
  } = (options || {}) as FormatOptions;
  const size = Math.abs(value as number);
  const isKnown = Boolean(asked) && Boolean(sizes[(asked as string).toLowerCase()]);
  const unit = isKnown ? (asked as string) : unitOf(size).toUpperCase();
  const fixed = ((value as number) / (sizes[unit.toLowerCase()] as number)).toFixed(decimalPlaces);
  const short = fixedDecimals ? fixed : fixed.replace(/(?:\.0*|(\.[^0]+)0+)$/, "$1");
  const [whole = "", ...rest] = short.split(".");
  const grouped = thousandsSeparator ? whole.replace(/\B(?=(?:\d{3})+(?!\d))/g, thousandsSeparator) : whole;
  return [grouped, ...rest].join(".") + (unitSeparator || "") + unit;
}

function unitOf(size: number): Unit {
  const units: readonly Unit[] = ["pb", "tb", "gb", "mb", "kb"];
  return units.find((unit) => size >= (sizes[unit] as number)) || "b";
}
