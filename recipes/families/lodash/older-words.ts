/** Names made of the words of a text, as the packages of one method do, which take the number of "1st" for a word of its own. */
import { capitalize, upperFirst } from "./texts.ts";
import { plainWords } from "./words.ts";

function olderWords(text: unknown): string[] {
  const found = plainWords(text).map((word) => {
    const ordinal = /^(\d+)(st|nd|rd|th)$/i.exec(word);
    return ordinal === null ? [word] : ordinal.slice(1);
  });
  return ([] as string[]).concat(...found);
}

/** A text as a name in camel case. */
export function olderCamelCase(text?: unknown): string {
  return olderWords(text)
    .map((word, index) => (index === 0 ? word.toLowerCase() : capitalize(word.toLowerCase())))
    .join("");
}

/** A text as a name in kebab case. */
export function olderKebabCase(text?: unknown): string {
  return olderWords(text)
    .map((word) => word.toLowerCase())
    .join("-");
}

/** A text as a name in snake case. */
export function olderSnakeCase(text?: unknown): string {
  return olderWords(text)
    .map((word) => word.toLowerCase())
    .join("_");
}

/** The words of a text in small letters. */
export function olderLowerCase(text?: unknown): string {
  return olderWords(text)
    .map((word) => word.toLowerCase())
    .join(" ");
}

/** The words of a text, each with its first character in capitals. */
export function olderStartCase(text?: unknown): string {
  return olderWords(text)
    .map((word) => upperFirst(word))
    .join(" ");
}
