/** Texts. */
import { charactersOf } from "./characters.ts";
import { flagsOf, isObject, tagOf } from "./kinds.ts";
import { isVisit } from "./lists.ts";
import { toInteger, toString } from "./numbers.ts";

/** A value as a text, where nothing is a text too ("null"). */
export function textFrom(value: unknown): string {
  return value === undefined || value === null ? `${value}` : toString(value);
}

/** A text with its first character in capitals. */
export function upperFirst(text?: unknown): string {
  const [first = "", ...rest] = charactersOf(toString(text));
  return first.toUpperCase() + rest.join("");
}

/** A text with its first character in small letters. */
export function lowerFirst(text?: unknown): string {
  const [first = "", ...rest] = charactersOf(toString(text));
  return first.toLowerCase() + rest.join("");
}

/** A text in small letters, its first character in capitals. */
export function capitalize(text?: unknown): string {
  return upperFirst(toString(text).toLowerCase());
}

/** A text in small letters. */
export function toLower(text?: unknown): string {
  return toString(text).toLowerCase();
}

/** A text in capitals. */
export function toUpper(text?: unknown): string {
  return toString(text).toUpperCase();
}

/** Tells whether a text begins with another. */
export function startsWith(text?: unknown, target?: unknown, position?: unknown): boolean {
  const whole = toString(text);
  const from = Math.min(Math.max(toInteger(position), 0), whole.length);
  const start = textFrom(target);
  return whole.slice(from, from + start.length) === start;
}

/** Tells whether a text ends with another. */
export function endsWith(text?: unknown, target?: unknown, position?: unknown): boolean {
  const whole = toString(text);
  const start = textFrom(target);
  const end = position === undefined ? whole.length : Math.min(Math.max(toInteger(position), 0), whole.length);
  return end >= start.length && whole.slice(end - start.length, end) === start;
}

/** A text as HTML shows it. */
export function escape(text?: unknown): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return toString(text).replace(/[&<>"']/g, (character) => entities[character] || character);
}

/** HTML without its five entities. */
export function unescape(text?: unknown): string {
  const characters: Readonly<Record<string, string>> = {
    "&amp;": "&",
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&#39;": "'",
  };
  return toString(text).replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => characters[entity] || entity);
}

/** A text as a pattern that matches it. */
export function escapeRegExp(text?: unknown): string {
  return toString(text).replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

/** So much of a text, repeated, as fills a length. */
function filling(length: number, fill: unknown): string {
  const text = fill === undefined ? " " : textFrom(fill);
  if (length < 1 || text === "") return "";
  const characters = charactersOf(text);
  const repeated = repeat(text, Math.ceil(length / characters.length));
  return characters.length === text.length
    ? repeated.slice(0, length)
    : charactersOf(repeated).slice(0, length).join("");
}

/** Fills a text on both sides until it has a length. */
export function pad(text?: unknown, length?: unknown, fill?: unknown): string {
  const whole = toString(text);
  const size = toInteger(length);
  const missing = size ? size - charactersOf(whole).length : 0;
  if (missing <= 0) return whole;
  return filling(Math.floor(missing / 2), fill) + whole + filling(Math.ceil(missing / 2), fill);
}

/** Fills a text at its end until it has a length. */
export function padEnd(text?: unknown, length?: unknown, fill?: unknown): string {
  const whole = toString(text);
  const size = toInteger(length);
  const missing = size ? size - charactersOf(whole).length : 0;
  return missing > 0 ? whole + filling(missing, fill) : whole;
}

/** Fills a text at its start until it has a length. */
export function padStart(text?: unknown, length?: unknown, fill?: unknown): string {
  const whole = toString(text);
  const size = toInteger(length);
  const missing = size ? size - charactersOf(whole).length : 0;
  return missing > 0 ? filling(missing, fill) + whole : whole;
}

/** The whole number a text begins with. */
export function parseInt(text?: unknown, radix?: unknown, guard?: unknown): number {
  const isDefault = guard || radix === undefined || radix === null;
  return Number.parseInt(toString(text), isDefault ? 0 : +(radix as number) || 0);
}

/** A text, so many times. */
export function repeat(text?: unknown, count?: unknown, guard?: unknown): string {
  const number = (guard ? isVisit(text, count, guard) : count === undefined) ? 1 : toInteger(count);
  const whole = toString(text);
  return whole === "" || number < 1 || number > Number.MAX_SAFE_INTEGER ? "" : whole.repeat(number);
}

/** A text with what a pattern matches replaced. */
export function replace(...args: readonly unknown[]): string {
  const text = toString(args[0]);
  return args.length < 3 ? text : text.replace(args[1] as string, args[2] as string);
}

/** The parts of a text between separators. */
export function split(text?: unknown, separator?: unknown, limit?: unknown): string[] {
  const isCalled = limit && typeof limit !== "number" && isVisit(text, separator, limit);
  const most = isCalled || limit === undefined ? 0xffffffff : (limit as number) >>> 0;
  if (!most) return [];
  const whole = toString(text);
  const at = isCalled ? undefined : separator;
  const isText = whole !== "" && at !== undefined && at !== null && tagOf(at) !== "[object RegExp]";
  if (isText && textFrom(at) === "") return charactersOf(whole).slice(0, most);
  return whole.split((isText ? textFrom(at) : at) as string, most);
}

/** The characters of a text between those at its ends that are in a set. */
function between(text: string, set: unknown, isStart: boolean, isEnd: boolean): string {
  const all = charactersOf(text);
  const cut = new Set(charactersOf(textFrom(set)));
  let from = 0;
  let to = all.length;
  while (isStart && from < to && cut.has(all[from] as string)) from++;
  while (isEnd && to > from && cut.has(all[to - 1] as string)) to--;
  return all.slice(from, to).join("");
}

/** A text without white space, or some characters, at its ends. */
export function trim(text?: unknown, set?: unknown, guard?: unknown): string {
  const whole = toString(text);
  return whole && (guard || set === undefined) ? whole.trim() : whole && between(whole, set, true, true);
}

/** A text without white space, or some characters, at its end. */
export function trimEnd(text?: unknown, set?: unknown, guard?: unknown): string {
  const whole = toString(text);
  return whole && (guard || set === undefined) ? whole.trimEnd() : whole && between(whole, set, false, true);
}

/** A text without white space, or some characters, at its start. */
export function trimStart(text?: unknown, set?: unknown, guard?: unknown): string {
  const whole = toString(text);
  return whole && (guard || set === undefined) ? whole.trimStart() : whole && between(whole, set, true, false);
}

/** Cuts a text to a length, at a separator where one is given, and says so at its end. */
export function truncate(text?: unknown, options?: unknown): string {
  const given = (isObject(options) ? options : {}) as { length?: unknown; omission?: unknown; separator?: unknown };
  const most = "length" in given ? toInteger(given.length) : 30;
  const omission = "omission" in given ? textFrom(given.omission) : "...";
  const whole = toString(text);
  const characters = charactersOf(whole);
  if (most >= characters.length) return whole;
  const count = most - charactersOf(omission).length;
  if (count < 1) return omission;
  const result = characters.slice(0, count).join("");
  const { separator } = given;
  const end = result.length;
  if (separator === undefined) return result + omission;
  if (tagOf(separator) !== "[object RegExp]") {
    const mark = textFrom(separator);
    const at = whole.indexOf(mark, end) === end ? -1 : result.lastIndexOf(mark);
    return (at < 0 ? result : result.slice(0, at)) + omission;
  }
  const pattern = separator as RegExp;
  if (whole.slice(end).search(pattern) === 0) return result + omission;
  const all = pattern.global ? pattern : new RegExp(pattern.source, `${flagsOf(pattern)}g`);
  let last: number | undefined;
  all.lastIndex = 0;
  for (let found = all.exec(result); found !== null; found = all.exec(result)) last = found.index;
  return result.slice(0, last === undefined ? end : last) + omission;
}
