/** Words of a text, put together again in another way of writing: what the packages of change-case share. */

/** How a text is taken apart, and what becomes of its words. */
export interface CaseOptions {
  readonly splitRegexp?: RegExp | readonly RegExp[];
  readonly stripRegexp?: RegExp | readonly RegExp[];
  readonly delimiter?: string;
  readonly transform?: (word: string, index: number, words: string[]) => string;
}

const wordStarts: readonly RegExp[] = [/([a-z0-9])([A-Z])/g, /([A-Z])([A-Z][a-z])/g];
const noWord: readonly RegExp[] = [/[^A-Za-z0-9]+/g];

export function noCase(input: string, options?: CaseOptions): string;
/** A text in small words with spaces between: "no case". */
export function noCase(input: unknown, options?: unknown): string {
  const given = options === undefined ? {} : (options as CaseOptions);
  const { splitRegexp = wordStarts, stripRegexp = noWord, transform = lower, delimiter = " " } = given;
  const apart = replaceEach(input as string, splitRegexp, "$1\0$2");
  const marked = replaceEach(apart, stripRegexp, "\0");
  const words = marked.replace(/^\0+/, "").replace(/\0+$/, "").split("\0");
  return words.map(transform).join(delimiter);
}

function replaceEach(input: string, patterns: RegExp | readonly RegExp[], by: string): string {
  if (patterns instanceof RegExp) return input.replace(patterns, by);
  for (const pattern of patterns) input = input.replace(pattern, by);
  return input;
}

function lower(word: string): string {
  return word.toLowerCase();
}

function upper(word: string): string {
  return word.toUpperCase();
}

function capital(word: string): string {
  return upperCaseFirst(word.toLowerCase());
}

function camel(word: string, index: number): string {
  return index === 0 ? word.toLowerCase() : pascal(word, index);
}

function pascal(word: string, index: number): string {
  const isDigit = index > 0 && /^[0-9]/.test(word);
  return (isDigit ? `_${word.charAt(0)}` : word.charAt(0).toUpperCase()) + word.slice(1).toLowerCase();
}

function sentence(word: string, index: number): string {
  return index === 0 ? capital(word) : word.toLowerCase();
}

export function camelCase(input: string, options?: CaseOptions): string;
/** A text as a name of words without anything between: "camelCase". */
export function camelCase(input: unknown, options?: unknown): string {
  return noCase(input as string, { delimiter: "", transform: camel, ...(options as CaseOptions) });
}

export function pascalCase(input: string, options?: CaseOptions): string;
/** A text as a name of capital words: "PascalCase". */
export function pascalCase(input: unknown, options?: unknown): string {
  return noCase(input as string, { delimiter: "", transform: pascal, ...(options as CaseOptions) });
}

export function capitalCase(input: string, options?: CaseOptions): string;
/** A text in capital words with spaces between: "Capital Case". */
export function capitalCase(input: unknown, options?: unknown): string {
  return noCase(input as string, { delimiter: " ", transform: capital, ...(options as CaseOptions) });
}

export function headerCase(input: string, options?: CaseOptions): string;
/** A text as the name of a header: "Header-Case". */
export function headerCase(input: unknown, options?: unknown): string {
  return noCase(input as string, { transform: capital, delimiter: "-", ...(options as CaseOptions) });
}

export function constantCase(input: string, options?: CaseOptions): string;
/** A text as the name of a constant: "CONSTANT_CASE". */
export function constantCase(input: unknown, options?: unknown): string {
  return noCase(input as string, { delimiter: "_", transform: upper, ...(options as CaseOptions) });
}

export function dotCase(input: string, options?: CaseOptions): string;
/** A text in small words with dots between: "dot.case". */
export function dotCase(input: unknown, options?: unknown): string {
  return noCase(input as string, { delimiter: ".", ...(options as CaseOptions) });
}

export function paramCase(input: string, options?: CaseOptions): string;
/** A text in small words with dashes between: "param-case". */
export function paramCase(input: unknown, options?: unknown): string {
  return noCase(input as string, { delimiter: "-", ...(options as CaseOptions) });
}

export function pathCase(input: string, options?: CaseOptions): string;
/** A text in small words with slashes between: "path/case". */
export function pathCase(input: unknown, options?: unknown): string {
  return noCase(input as string, { delimiter: "/", ...(options as CaseOptions) });
}

export function snakeCase(input: string, options?: CaseOptions): string;
/** A text in small words with underscores between: "snake_case". */
export function snakeCase(input: unknown, options?: unknown): string {
  return noCase(input as string, { delimiter: "_", ...(options as CaseOptions) });
}

export function sentenceCase(input: string, options?: CaseOptions): string;
/** A text in small words with spaces between, the first one capital: "Sentence case". */
export function sentenceCase(input: unknown, options?: unknown): string {
  return noCase(input as string, { delimiter: " ", transform: sentence, ...(options as CaseOptions) });
}

export function upperCaseFirst(input: string): string;
/** A text with a capital first letter. */
export function upperCaseFirst(input: unknown): string {
  return (input as string).charAt(0).toUpperCase() + (input as string).substr(1);
}

export function lowerCaseFirst(input: string): string;
/** A text with a small first letter. */
export function lowerCaseFirst(input: unknown): string {
  return (input as string).charAt(0).toLowerCase() + (input as string).substr(1);
}
