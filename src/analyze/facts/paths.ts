/** What a literal, or a call of node:path, says of a path. */
import { type Fact, type PathShape, type Primitive } from "./fact.ts";

/** What is special to one glob or another: quotation marks are, line breaks, space at an end, and more than one dot for a folder. */
export const globMagic = /[*?[\]{}()!+@|"\\\n\r\u2028\u2029]|^\s|\s$|\.\/\.\//;

/** The shape of a literal path; undefined when `path.resolve` could change more than make it absolute. */
export function shapeOfLiteral(value: Primitive): PathShape | undefined {
  if (typeof value !== "string" || value === "" || value.includes("\0")) return undefined;
  const segments = value.split(/[\\/]/);
  const firstName = segments.findIndex(isName);
  if (firstName >= 0 && segments.slice(firstName).some((segment) => segment === "." || segment === ".."))
    return undefined;
  const last = segments[segments.length - 1] ?? "";
  return { entry: isName(last) && !last.includes(":"), plain: !globMagic.test(value) };
}

/** The shape of what `join`, `resolve` or `normalize` of node:path gives: they leave no empty path and no inner "..". */
export function shapeOfCall(args: readonly Fact[]): PathShape {
  const last = args[args.length - 1];
  return {
    entry: last !== undefined && (shapeOf(last)?.entry ?? false),
    plain: args.length > 0 && args.every((arg) => isPlain(arg)),
  };
}

/** The shape of a value as far as its fact says. */
export function shapeOf(fact: Fact): PathShape | undefined {
  return fact.literal === undefined ? fact.path : shapeOfLiteral(fact.literal.value);
}

function isPlain(fact: Fact): boolean {
  const value = fact.literal?.value;
  return typeof value === "string" ? !globMagic.test(value) : (fact.path?.plain ?? false);
}

function isName(segment: string): boolean {
  return segment !== "" && segment !== "." && segment !== "..";
}
