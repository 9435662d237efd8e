import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe(
  {
    package: "camelcase",
    versions: "5.0.0",
    replacement: "a function of your own",
    floor: { node: "8.3.0", baseline: "2020-01" },
    exports: { default: camelCaseFirst },
  },
  {
    package: "camelcase",
    versions: ">=5.1.0 <5.3",
    replacement: "a function of your own",
    floor: { node: "8.3.0", baseline: "2020-01" },
    exports: { default: camelCaseSecond },
  },
  {
    package: "camelcase",
    versions: "5.3.0",
    replacement: "a function of your own",
    floor: { node: "8.3.0", baseline: "2020-01" },
    exports: { default: camelCaseThird },
  },
  {
    package: "camelcase",
    versions: "5.3.1",
    replacement: "a function of your own",
    floor: { node: "8.3.0", baseline: "2020-01" },
    exports: { default: camelCaseEarly },
  },
  {
    package: "camelcase",
    versions: "6.0.0",
    replacement: "a function of your own",
    floor: { node: "10.0.0", baseline: "2020-07" },
    exports: { default: camelCaseHere },
  },
  {
    package: "camelcase",
    versions: "6.1.0",
    replacement: "a function of your own",
    floor: { node: "10.0.0", baseline: "2020-07" },
    exports: { default: camelCaseIn },
  },
  {
    package: "camelcase",
    versions: ">=6.2.0 <6.3",
    replacement: "a function of your own",
    floor: { node: "10.0.0", baseline: "2020-07" },
    exports: { default: camelCaseKept },
  },
  {
    package: "camelcase",
    versions: "6.3.0",
    replacement: "a function of your own",
    floor: { node: "10.0.0", baseline: "2020-07" },
    exports: { default: camelCase },
  },
);

interface Options {
  readonly pascalCase?: boolean;
  readonly preserveConsecutiveUppercase?: boolean;
  readonly locale?: false | string | readonly string[];
}

interface Letters {
  readonly isUpper: (unit: string) => boolean;
  readonly isLower: (unit: string) => boolean;
  readonly lower: (text: string) => string;
  readonly upper: (text: string) => string;
  readonly hasBoth?: boolean;
}

function camelCaseFirst(input: string | readonly string[], options?: Options): string;
/** A text, or a list of them, as one name: "foo-bar" as "fooBar". */
function camelCaseFirst(input: unknown, options?: unknown): string {
  return nameOf(joinParts(input), options, loose);
}

function camelCaseSecond(input: string | readonly string[], options?: Options): string;
/** A text, or a list of them, as one name: "foo-bar" as "fooBar". */
function camelCaseSecond(input: unknown, options?: unknown): string {
  return nameOf(join(input), options, loose);
}

function camelCaseThird(input: string | readonly string[], options?: Options): string;
/** A text, or a list of them, as one name: "foo-bar" as "fooBar". */
function camelCaseThird(input: unknown, options?: unknown): string {
  return nameOf(join(input), options, latin);
}

function nameOf(text: string, options: unknown, letters: Letters): string {
  const { pascalCase } = { pascalCase: false, ...(options as Options) };
  if (text.length < 2) return pascalCase ? text.toUpperCase() : text.toLowerCase();
  const words = text === text.toLowerCase() ? text : splitWords(text, letters);
  const name = /^[a-z\d]+$/.test(text) ? text : toCamel(words);
  return pascalCase ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}

function camelCaseEarly(input: string | readonly string[], options?: Options): string;
/** A text, or a list of them, as one name: "foo-bar" as "fooBar". */
function camelCaseEarly(input: unknown, options?: unknown): string {
  const { pascalCase } = { pascalCase: false, ...(options as Options) };
  const text = join(input);
  if (text.length < 2) return pascalCase ? text.toUpperCase() : text.toLowerCase();
  const words = text === text.toLowerCase() ? text : splitWords(text, latin);
  const name = toCamel(words).replace(/\d+(\w|$)/g, (run) => run.toUpperCase());
  return pascalCase ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}

/** A capital in place of what separates two words. */
function toCamel(words: string): string {
  const small = words.replace(/^[_.\- ]+/, "").toLowerCase();
  return small.replace(/[_.\- ]+(\w|$)/g, (_, next: string) => next.toUpperCase());
}

function camelCaseHere(input: string | readonly string[], options?: Options): string;
/** A text, or a list of them, as one name: "foo-bar" as "fooBar". */
function camelCaseHere(input: unknown, options?: unknown): string {
  const { pascalCase } = { pascalCase: false, ...(options as Options) };
  return localName(join(input), pascalCase, undefined);
}

function camelCaseIn(input: string | readonly string[], options?: Options): string;
/** A text, or a list of them, as one name: "foo-bar" as "fooBar". */
function camelCaseIn(input: unknown, options?: unknown): string {
  const { pascalCase, locale } = { pascalCase: false, ...(options as Options) };
  return localName(join(input), pascalCase, locale);
}

function localName(text: string, pascalCase: boolean, locale: Options["locale"]): string {
  if (text === "") return "";
  const lower = (part: string): string => part.toLocaleLowerCase(locale as string);
  const upper = (part: string): string => part.toLocaleUpperCase(locale as string);
  if (text.length === 1) return pascalCase ? upper(text) : lower(text);
  const words = (text === lower(text) ? text : splitWords(text, lettersOf(lower, upper))).replace(/^[_.\- ]+/, "");
  const name = joinWords(lower(words), upper);
  return pascalCase ? upper(name.charAt(0)) + name.slice(1) : name;
}

function camelCaseKept(input: string | readonly string[], options?: Options): string;
/** A text, or a list of them, as one name: "foo-bar" as "fooBar". */
function camelCaseKept(input: unknown, options?: unknown): string {
  const { pascalCase, preserveConsecutiveUppercase, locale } = {
    pascalCase: false,
    preserveConsecutiveUppercase: false,
    ...(options as Options),
  };
  const text = join(input);
  if (text === "") return "";
  const lower = (part: string): string => part.toLocaleLowerCase(locale as string);
  const upper = (part: string): string => part.toLocaleUpperCase(locale as string);
  if (text.length === 1) return pascalCase ? upper(text) : lower(text);
  const words = (text === lower(text) ? text : splitWords(text, lettersOf(lower, upper))).replace(/^[_.\- ]+/, "");
  const small = preserveConsecutiveUppercase
    ? words.replace(/^\p{Lu}(?!\p{Lu})/u, (first) => first.toLowerCase())
    : words.toLocaleLowerCase();
  return joinWords(pascalCase ? upper(small.charAt(0)) + small.slice(1) : small, upper);
}

function camelCase(input: string | readonly string[], options?: Options): string;
/** A text, or a list of them, as one name: "foo-bar" as "fooBar". */
function camelCase(input: unknown, options?: unknown): string {
  const text = join(input, options);
  const { pascalCase, preserveConsecutiveUppercase, locale } = {
    pascalCase: false,
    preserveConsecutiveUppercase: false,
    ...(options as Options),
  };
  if (text === "") return "";
  const lower = (part: string): string =>
    locale === false ? part.toLowerCase() : part.toLocaleLowerCase(locale as string);
  const upper = (part: string): string =>
    locale === false ? part.toUpperCase() : part.toLocaleUpperCase(locale as string);
  if (text.length === 1) return pascalCase ? upper(text) : lower(text);
  const words = (text === lower(text) ? text : splitWords(text, lettersOf(lower, upper))).replace(/^[_.\- ]+/, "");
  const small = preserveConsecutiveUppercase ? words.replace(/^\p{Lu}(?!\p{Lu})/u, lower) : lower(words);
  return joinWords(pascalCase ? upper(small.charAt(0)) + small.slice(1) : small, upper);
}

/** A capital in place of what separates two words, and behind a number. */
function joinWords(words: string, upper: (part: string) => string): string {
  return words
    .replace(/[_.\- ]+([\p{Alpha}\p{N}_]|$)/gu, (_, next: string) => upper(next))
    .replace(/\d+([\p{Alpha}\p{N}_]|$)/gu, (run) => upper(run));
}

function lettersOf(lower: (part: string) => string, upper: (part: string) => string): Letters {
  return { isUpper: (unit) => /\p{Lu}/u.test(unit), isLower: (unit) => /\p{Ll}/u.test(unit), lower, upper };
}

function join(input: unknown, _options?: unknown): string {
  if (typeof input === "string" || Array.isArray(input)) return joinParts(input);
  throw new TypeError("Expected the input to be `string | string[]`");
}

function joinParts(input: unknown): string {
  if (!Array.isArray(input)) return (input as string).trim();
  const parts = input.map((x: string) => x.trim()) as string[];
  return parts.filter((part) => part.length).join("-");
}

const latin: Letters = {
  isUpper: (unit) => /[a-zA-Z]/.test(unit) && unit.toUpperCase() === unit,
  isLower: (unit) => /[a-zA-Z]/.test(unit) && unit.toLowerCase() === unit,
  lower: (part) => part.toLowerCase(),
  upper: (part) => part.toUpperCase(),
};
/** What has no case counts as small and as large. */
const loose: Letters = { ...latin, hasBoth: true };

/** Puts a dash where a capital follows a small letter, and before the last of some capitals that small letters follow. */
function splitWords(text: string, { isUpper, isLower, lower, upper, hasBoth }: Letters): string {
  const units: string[] = [];
  let [wasLower, wasUpper, wasUpperBefore] = [false, false, false];
  for (const unit of text.split("")) {
    if (wasLower && isUpper(unit)) {
      units.push("-");
      [wasLower, wasUpperBefore, wasUpper] = [false, wasUpper, true];
    } else if (wasUpper && wasUpperBefore && isLower(unit)) {
      units.splice(-1, 0, "-");
      [wasUpperBefore, wasUpper, wasLower] = [wasUpper, false, true];
    } else {
      const [small, large] = [lower(unit) === unit, upper(unit) === unit];
      [wasLower, wasUpperBefore, wasUpper] = [small && (hasBoth || !large), wasUpper, large && (hasBoth || !small)];
    }
    units.push(unit);
  }
  return units.join("");
}
