import { defineRecipe, type MemberRewrite, type MemberUse } from "../src/recipe.ts";

export default defineRecipe({
  package: "ms",
  versions: ">=2.1.2 <=2.1.3",
  replacement: "a table of units, or the number itself",
  floor: { node: "4.0.0", baseline: "2015-09" },
  exports: { default: ms },
  rewrite: foldDuration,
});

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

type Unit = readonly [pattern: RegExp, milliseconds: number];

const units: readonly Unit[] = [
  [/^(?:years?|yrs?|y)$/i, 365.25 * day],
  [/^(?:weeks?|w)$/i, 7 * day],
  [/^(?:days?|d)$/i, day],
  [/^(?:hours?|hrs?|h)$/i, hour],
  [/^(?:minutes?|mins?|m)$/i, minute],
  [/^(?:seconds?|secs?|s)$/i, second],
  [/^(?:milliseconds?|msecs?|ms)?$/i, 1],
];

const shown: readonly (readonly [milliseconds: number, short: string, long: string])[] = [
  [day, "d", "day"],
  [hour, "h", "hour"],
  [minute, "m", "minute"],
  [second, "s", "second"],
];

function ms(value: string): number;
function ms(value: number, options?: { long: boolean }): string;
/** The milliseconds of a text like "2 days", or such a text for milliseconds; undefined for another text. */
function ms(value: unknown, options?: unknown): unknown {
  if (typeof value === "string" && value.length > 0) return parseDuration(value);
  if (typeof value !== "number" || !Number.isFinite(value))
    throw new Error(`val is not a non-empty string or a valid number. val=${JSON.stringify(value)}`);
  const isLong = Boolean(options && (options as { long?: unknown }).long);
  const size = Math.abs(value);
  const [unit = 1, short = "ms", long = "ms"] = shown.find(([milliseconds]) => size >= milliseconds) || [];
  if (unit === 1) return value + (isLong ? " ms" : "ms");
  const count = Math.round(value / unit);
  return isLong ? `${count} ${long}${size >= unit * 1.5 ? "s" : ""}` : `${count}${short}`;
}

function parseDuration(text: string): number | undefined {
  const parts = splitDuration(text);
  return parts && parts.count * parts.unit;
}

function splitDuration(text: string): { count: number; unit: number } | undefined {
  const found = text.length > 100 ? null : /^(-?(?:\d+)?\.?\d+) *([a-z]*)$/i.exec(text);
  const unit = units.find(([pattern]) => found !== null && pattern.test(found[2] as string));
  return found === null || unit === undefined
    ? undefined
    : { count: Number.parseFloat(found[1] as string), unit: unit[1] };
}

const products: ReadonlyMap<number, string> = new Map([
  [second, "1000"],
  [minute, "60 * 1000"],
  [hour, "60 * 60 * 1000"],
  [day, "24 * 60 * 60 * 1000"],
  [7 * day, "7 * 24 * 60 * 60 * 1000"],
  [365.25 * day, "365.25 * 24 * 60 * 60 * 1000"],
]);

/** A text that stands in the call becomes its number, written as a product where that gives the same. */
function foldDuration({ export: name, members, args, literals }: MemberUse): MemberRewrite {
  const [text] = literals;
  if (name !== "default" || members.length > 0 || args !== 1 || typeof text !== "string") return undefined;
  const parts = splitDuration(text);
  if (parts === undefined || parts.count < 0 || Object.is(parts.count, -0)) return undefined;
  const { count, unit } = parts;
  const product = products.get(unit);
  const isSame = product && product.split(" * ").reduce((all, factor) => all * Number(factor), count) === count * unit;
  if (product === undefined || !isSame || count === 0) return { functions: [`(_text: string) => ${count * unit}`] };
  return { functions: [`(_text: string) => ${count === 1 ? product : `${count} * ${product}`}`] };
}
