/** Writing limits into a settings file's text, with everything else left as it is. */
import { locateJson, type JsonLocation } from "../project/json.ts";

/** A number, and the keys that lead to it. */
export interface NumberAt {
  readonly path: readonly string[];
  readonly value: number;
}

/** The text with the numbers in it: replaced in place, or added at the end of their object, which is made where missing. */
export function setNumbers(text: string, numbers: readonly NumberAt[]): string {
  let result = text;
  for (const { path, value } of numbers) {
    const there = locateJson(result, path);
    result =
      there === undefined
        ? insert(result, path, String(value))
        : result.slice(0, there.start) + String(value) + result.slice(there.end);
  }
  return result;
}

/** Adds a property behind the last of its object, in the style of the text; objects on the way are made. */
function insert(text: string, path: readonly string[], value: string): string {
  const key = path.at(-1);
  if (key === undefined) return text;
  const within = path.slice(0, -1);
  const container = locateJson(text, within);
  if (container === undefined) {
    const withContainer = insert(text, within, "{}");
    return withContainer === text ? text : insert(withContainer, path, value);
  }
  if (container.node.kind !== "object") return text;
  const last = container.node.members.at(-1);
  const property = `${JSON.stringify(key)}: ${value}`;
  const end = lineEnd(text);
  const isInline = last !== undefined && !text.slice(container.start, container.end).includes("\n");
  if (isInline) return splice(text, last.value.end, last.value.end, `, ${property}`);
  // A document on one line stays on one line; an empty one is begun as npm would.
  const isOneLine = within.length > 0 && !text.trim().includes("\n");
  if (last === undefined && isOneLine) return splice(text, container.start, container.end, `{ ${property} }`);
  const outer = indentOf(text, container);
  const inner = `${end}${outer}${indentUnit(text)}`;
  if (last === undefined) return splice(text, container.start, container.end, `{${inner}${property}${end}${outer}}`);
  return splice(text, last.value.end, last.value.end, `,${inner}${property}`);
}

function splice(text: string, start: number, end: number, between: string): string {
  return text.slice(0, start) + between + text.slice(end);
}

/** Blanks before the first character of the line a value's key stands on. */
function indentOf(text: string, { property }: JsonLocation): string {
  const lineStart = text.lastIndexOf("\n", property.start - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? "";
}

function indentUnit(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? "  ";
}

function lineEnd(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}
