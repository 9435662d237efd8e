import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "strip-json-comments",
  versions: "3.1.1",
  replacement: "a loop over the characters",
  floor: { node: "6.0.0", baseline: "2016-09" },
  deviations: [{ severity: "message", note: "Options that are null fail by another message." }],
  exports: { default: stripJsonComments },
});

function stripJsonComments(jsonString: string, options?: { readonly whitespace?: boolean }): string;
/** JSON without its comments: spaces stand in their place, or nothing if `whitespace` is false. */
function stripJsonComments(jsonString: unknown, options: unknown = {}): string {
  if (typeof jsonString !== "string")
    throw new TypeError(`Expected argument \`jsonString\` to be a \`string\`, got \`${typeof jsonString}\``);
  const { whitespace } = options as { whitespace?: unknown };
  const blank = (comment: string): string => (whitespace === false ? "" : comment.replace(/\S/g, " "));
  let [result, isText, at, start] = ["", false, 0, 0];
  while (at < jsonString.length) {
    const two = jsonString.slice(at, at + 2);
    if (two[0] === '"' && !isEscaped(jsonString, at)) isText = !isText;
    if (isText || (two !== "//" && two !== "/*")) {
      at += 1;
      continue;
    }
    const end = endOfComment(jsonString, at, two);
    result += jsonString.slice(start, at) + blank(jsonString.slice(at, end));
    start = end;
    at = end;
  }
  return result + jsonString.slice(start);
}

/** Whether an odd number of backslashes stands before a quote. */
function isEscaped(text: string, quote: number): boolean {
  let at = quote - 1;
  while (text[at] === "\\") at -= 1;
  return (quote - at) % 2 === 0;
}

/** Where a comment ends: before the line feed, or behind its mark. */
function endOfComment(text: string, start: number, opening: string): number {
  const end = text.indexOf(opening === "//" ? "\n" : "*/", start + 2);
  if (end === -1) return text.length;
  return opening === "//" ? end : end + 2;
}
