import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe(
  {
    package: "camelcase",
    versions: "5.3.1",
    replacement: "a function of your own",
    floor: { node: "8.3.0", baseline: "2020-01" },
    exports: { default: camelCaseEarly },
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
}

function camelCaseEarly(input: string | readonly string[], options?: Options): string;
/** A text, or a list of them, as one name: "foo-bar" as "fooBar". */
function camelCaseEarly(input: unknown, options?: unknown): string {
  const { pascalCase } = { pascalCase: false, ...(options as Options) };
  const text = join(input);
  const lower = (part: string): string => part.toLowerCase();
  const upper = (part: string): string => part.toUpperCase();
  if (text.length < 2) return pascalCase ? upper(text) : lower(text);
  const isLetter = (unit: string): boolean => /[a-zA-Z]/.test(unit);
  const letters: Letters = {
    isUpper: (unit) => isLetter(unit) && upper(unit) === unit,
    isLower: (unit) => isLetter(unit) && lower(unit) === unit,
    lower,
    upper,
  };
  const words = text === lower(text) ? text : splitWords(text, letters);
  const name = lower(words.replace(/^[_.\- ]+/, ""))
    .replace(/[_.\- ]+(\w|$)/g, (_, next: string) => upper(next))
    .replace(/\d+(\w|$)/g, upper);
  return pascalCase ? upper(name.charAt(0)) + name.slice(1) : name;
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
  const letters: Letters = {
    isUpper: (unit) => /\p{Lu}/u.test(unit),
    isLower: (unit) => /\p{Ll}/u.test(unit),
    lower,
    upper,
  };
  const words = (text === lower(text) ? text : splitWords(text, letters)).replace(/^[_.\- ]+/, "");
  const small = preserveConsecutiveUppercase ? words.replace(/^\p{Lu}(?!\p{Lu})/u, lower) : lower(words);
  const first = pascalCase ? upper(small.charAt(0)) + small.slice(1) : small;
  return first
    .replace(/[_.\- ]+([\p{Alpha}\p{N}_]|$)/gu, (_, next: string) => upper(next))
    .replace(/\d+([\p{Alpha}\p{N}_]|$)/gu, (run) => upper(run));
}

function join(input: unknown, _options?: unknown): string {
  if (typeof input === "string") return input.trim();
  if (!Array.isArray(input)) throw new TypeError("Expected the input to be `string | string[]`");
  const parts = input.map((x: string) => x.trim()) as string[];
  return parts.filter((part) => part.length).join("-");
}

/** Puts a dash where a capital follows a small letter, and before the last of some capitals that small letters follow. */
function splitWords(text: string, { isUpper, isLower, lower, upper }: Letters): string {
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
      [wasLower, wasUpperBefore, wasUpper] = [small && !large, wasUpper, large && !small];
    }
    units.push(unit);
  }
  return units.join("");
}
