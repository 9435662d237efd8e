/** Conversions to numbers, texts and property names. */
import { isObject, isSymbol } from "./kinds.ts";

/** A value as a number; NaN for what is none. */
export function toNumber(value: unknown): number {
  if (typeof value === "number") return value;
  if (isSymbol(value)) return Number.NaN;
  if (!isObject(value)) return +(value as number);
  const primitive: unknown = typeof value.valueOf === "function" ? value.valueOf() : value;
  return +((isObject(primitive) ? primitive + "" : primitive) as number);
}

/** A value as a finite number; 0 for what is none. */
export function toFinite(value: unknown): number {
  if (!value) return value === 0 ? value : 0;
  const number = toNumber(value);
  if (Math.abs(number) === Infinity) return Math.sign(number) * Number.MAX_VALUE;
  return Number.isNaN(number) ? 0 : number;
}

/** A value as a whole number, cut towards zero. */
export function toInteger(value: unknown): number {
  const number = toFinite(value);
  const rest = number % 1;
  return rest ? number - rest : number;
}

/** A value as a text; nothing is an empty one. */
export function toString(value: unknown): string {
  if (value === undefined || value === null) return "";
  const textOf = (one: unknown): string => {
    if (typeof one === "string") return one;
    if (Array.isArray(one)) return Array.from(one, textOf) + "";
    if (isSymbol(one)) return Symbol.prototype.toString.call(one);
    const text = (one as string) + "";
    return text === "0" && 1 / (one as number) === -Infinity ? "-0" : text;
  };
  return textOf(value);
}

/** A value as the name of a property. */
export function toKey(value: unknown): PropertyKey {
  if (typeof value === "string" || isSymbol(value)) return value;
  const text = (value as string) + "";
  return text === "0" && 1 / (value as number) === -Infinity ? "-0" : text;
}
