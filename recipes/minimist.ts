import { defineRecipe } from "../src/recipe.ts";

type Values = Record<string, unknown>;

interface Options {
  readonly unknown?: unknown;
  readonly boolean?: unknown;
  readonly string?: unknown;
  readonly alias?: Record<string, string | string[]>;
  readonly default?: Values;
  readonly stopEarly?: unknown;
  readonly "--"?: unknown;
}

/** What the options say of each name. */
interface Rules {
  readonly flags: Record<string, true>;
  readonly texts: Record<string, true>;
  readonly aliases: Record<string, string[]>;
  readonly onlyFlags: boolean;
  readonly isLoose: boolean;
}

export default defineRecipe(
  {
    package: "minimist",
    versions: "1.2.0",
    replacement: "a loop over the arguments",
    floor: { node: "8.3.0", baseline: "2020-01" },
    deviations: [
      { severity: "quirk", note: "An argument without a name, such as --==, is an option, where the package fails." },
      {
        severity: "message",
        note: "An option by the name of what every object has, such as constructor, or by the name _, fails by another text.",
      },
      {
        severity: "quirk",
        note: "An option by the name constructor or __proto__ is left out, as it is from 1.2.6 on.",
      },
    ],
    exports: { default: minimistFirst },
  },
  {
    package: "minimist",
    versions: ">=1.2.1 <=1.2.5",
    replacement: "a loop over the arguments",
    floor: { node: "8.3.0", baseline: "2020-01" },
    deviations: [
      { severity: "quirk", note: "An argument without a name, such as --==, is an option, where the package fails." },
      {
        severity: "message",
        note: "An option by the name of what every object has, such as constructor, or by the name _, fails by another text.",
      },
      {
        severity: "quirk",
        note: "An option by the name constructor or __proto__ is left out, as it is from 1.2.6 on.",
      },
    ],
    exports: { default: minimistEarly },
  },
  {
    package: "minimist",
    versions: ">=1.2.6 <=1.2.7",
    replacement: "a loop over the arguments",
    floor: { node: "8.3.0", baseline: "2020-01" },
    deviations: [
      { severity: "quirk", note: "An argument without a name, such as --==, is an option, where the package fails." },
      {
        severity: "message",
        note: "An option by the name of what every object has, such as constructor, or by the name _, fails by another text.",
      },
    ],
    exports: { default: minimistEarly },
  },
  {
    package: "minimist",
    versions: "1.2.8",
    replacement: "a loop over the arguments",
    floor: { node: "8.3.0", baseline: "2020-01" },
    deviations: [
      { severity: "quirk", note: "An argument without a name, such as --==, is an option, where the package fails." },
      {
        severity: "message",
        note: "An option by the name of what every object has, such as constructor, or by the name _, fails by another text.",
      },
    ],
    exports: { default: minimist },
  },
);

/** What differs from one version to the next. */
interface Manner {
  /** What stands behind an option and is one itself. */
  readonly option: RegExp;
  /** What stands behind letters and says whether they are true. */
  readonly truth: RegExp;
  /** What a letter is given in its own argument; undefined where that gives it nothing. */
  readonly given: (behind: string) => string | undefined;
  /** The other names of a text that are texts, too. */
  readonly others: (names: string[]) => string[];
  /** Whether a name below a value that is no object goes without a word. */
  readonly isLoose: boolean;
}

const manner: Manner = {
  option: /^--?[^-]/,
  truth: /^(?:true|false)$/,
  given: (behind) => (behind[0] === "=" ? behind.slice(1) : undefined),
  others: (names) => names,
  isLoose: false,
};

const mannerEarly: Manner = {
  option: /^-/,
  truth: /^(?:true|false)$/,
  given: (behind) => (behind.includes("=") ? behind.split("=")[1] : undefined),
  others: (names) => [String(names)],
  isLoose: true,
};

/** The options and the rest of a command line: `--port 80 -v file` gives `{ _: ["file"], port: 80, v: true }`. */
function minimistFirst(args: unknown, given?: unknown): Values {
  return readArguments(args, given, { ...mannerEarly, truth: /true|false/ });
}

/** The options and the rest of a command line: `--port 80 -v file` gives `{ _: ["file"], port: 80, v: true }`. */
function minimistEarly(args: unknown, given?: unknown): Values {
  return readArguments(args, given, mannerEarly);
}

/** The options and the rest of a command line: `--port 80 -v file` gives `{ _: ["file"], port: 80, v: true }`. */
function minimist(args: unknown, given?: unknown): Values {
  return readArguments(args, given, manner);
}

function readArguments(args: unknown, given: unknown, how: Manner): Values {
  const options = (given || {}) as Options;
  const rules = readRules(options, how);
  const defaults = options.default || {};
  const ask = typeof options.unknown === "function" ? (options.unknown as (arg: string) => unknown) : undefined;
  const argv: Values = { _: [] };
  const isKnown = (key: string, arg: string): unknown =>
    (rules.onlyFlags && /^--[^=]+$/.test(arg)) || rules.texts[key] || rules.flags[key] || rules.aliases[key];
  const put = (key: string, text: unknown, arg?: string): void => {
    if (arg && ask && !isKnown(key, arg) && ask(arg) === false) return;
    const value = !rules.texts[key] && isNumeric(text) ? Number(text) : text;
    for (const name of [key, ...(rules.aliases[key] || [])]) setPath(argv, name.split("."), value, rules);
  };
  for (const key of Object.keys(rules.flags)) put(key, defaults[key] === undefined ? false : defaults[key]);
  const all = args as string[];
  const end = all.indexOf("--");
  const list = end === -1 ? all : all.slice(0, end);
  /** Puts what stands behind a name; gives how many arguments that took. */
  const putNext = (key: string, arg: string, next: string | undefined, takes: boolean, truth: RegExp): number => {
    const isFree = takes && !rules.flags[key];
    if (isFree && !(rules.aliases[key] || []).some((name) => rules.flags[name])) put(key, next, arg);
    else if (truth.test(next as string)) put(key, next === "true", arg);
    else {
      put(key, rules.texts[key] ? "" : true, arg);
      return 0;
    }
    return 1;
  };
  for (let at = 0; at < list.length; at += 1) {
    const arg = list[at] as string;
    const next = list[at + 1];
    const assigned = /^--([^=]+)=([\s\S]*)$/.exec(arg);
    if (assigned !== null && /^--.+=/.test(arg)) {
      const [, key = "", text] = assigned;
      put(key, rules.flags[key] ? text !== "false" : text, arg);
    } else if (/^--no-.+/.test(arg)) {
      put((/^--no-(.+)/.exec(arg) as RegExpExecArray)[1] as string, false, arg);
    } else if (/^--.+/.test(arg)) {
      const key = (/^--(.+)/.exec(arg) as RegExpExecArray)[1] as string;
      const takes = next !== undefined && !rules.onlyFlags && !how.option.test(next);
      at += putNext(key, arg, next, takes, /^(?:true|false)$/);
    } else if (/^-[^-]+/.test(arg)) {
      const last = putLetters(arg, put, rules, how);
      const takes = Boolean(next) && !/^--?[^-]/.test(next as string);
      if (last !== undefined) at += putNext(last, arg, next, takes, how.truth);
    } else {
      if (!ask || ask(arg) !== false)
        (argv._ as unknown[]).push(rules.texts["_"] || !isNumeric(arg) ? arg : Number(arg));
      if (options.stopEarly) {
        (argv._ as unknown[]).push(...list.slice(at + 1));
        break;
      }
    }
  }
  putDefaults(argv, defaults, rules);
  const behind = end === -1 ? [] : all.slice(end + 1);
  if (options["--"]) argv["--"] = behind;
  else for (const arg of behind) (argv._ as unknown[]).push(arg);
  return argv;
}

function readRules(options: Options, how: Manner): Rules {
  const onlyFlags = options.boolean === true;
  const rules: Rules = { flags: {}, texts: {}, aliases: {}, onlyFlags, isLoose: how.isLoose };
  const { flags, texts, aliases } = rules;
  if (!onlyFlags) for (const key of namesOf(options.boolean)) flags[key] = true;
  for (const key of Object.keys(options.alias || {})) {
    const names = namesOrOne(options.alias ? options.alias[key] : undefined);
    aliases[key] = names;
    for (const name of names) aliases[name] = [key, ...names.filter((other) => other !== name)];
  }
  for (const key of namesOf(options.string))
    for (const name of [key, ...(aliases[key] ? how.others(namesOrOne(aliases[key])) : [])]) texts[name] = true;
  return rules;
}

function namesOf(value: unknown): string[] {
  return namesOrOne(value).filter(Boolean);
}

function namesOrOne(value: unknown): string[] {
  return ([] as unknown[]).concat(value) as string[];
}

/** Letters in one argument, `-xvf`: gives the last one where it may still take the next argument. */
function putLetters(
  arg: string,
  put: (key: string, text: unknown, arg: string) => void,
  rules: Rules,
  how: Manner,
): string | undefined {
  const letters = arg.slice(1, -1).split("");
  for (const [index, letter] of letters.entries()) {
    const behind = arg.slice(index + 2);
    const isLetter = /[A-Za-z]/.test(letter);
    const isNumber = isLetter && /-?\d+(?:\.\d*)?(?:e-?\d+)?$/.test(behind);
    const follower = letters[index + 1];
    if (behind === "-") {
      put(letter, behind, arg);
    } else if (isLetter && how.given(behind) !== undefined) {
      put(letter, how.given(behind), arg);
      return undefined;
    } else if (isNumber || (follower && /\W/.test(follower))) {
      put(letter, behind, arg);
      return undefined;
    } else {
      put(letter, rules.texts[letter] ? "" : true, arg);
    }
  }
  const last = arg.slice(-1);
  return last === "-" ? undefined : last;
}

function putDefaults(argv: Values, defaults: Values, { aliases, ...rules }: Rules): void {
  for (const key of Object.keys(defaults)) {
    if (hasPath(argv, key.split("."))) continue;
    for (const name of [key, ...(aliases[key] || [])])
      setPath(argv, name.split("."), defaults[key], { ...rules, aliases });
  }
}

function hasPath(object: Values, path: string[]): boolean {
  const parent = path.slice(0, -1).reduce((at, key) => (at[key] || {}) as Values, object);
  return (path[path.length - 1] as string) in parent;
}

/** Sets a value at a path; a second one there makes a list. What a prototype would get is left out. */
function setPath(object: Values, path: string[], value: unknown, { flags, isLoose }: Rules): void {
  let at = object;
  for (const key of path.slice(0, -1)) {
    if (isUnsafe(at, key)) return;
    if (at[key] === undefined || isPrototype(at[key])) assign(at, key, {}, isLoose);
    if ((at[key] as unknown) === Array.prototype) assign(at, key, [], isLoose);
    at = at[key] as Values;
  }
  const last = path[path.length - 1] as string;
  if (isUnsafe(at, last)) return;
  const old = at[last];
  if (old === undefined || flags[last] || typeof old === "boolean") assign(at, last, value, isLoose);
  else if (Array.isArray(old)) old.push(value);
  else assign(at, last, [old, value], isLoose);
}

function assign(object: Values, key: string, value: unknown, isLoose: boolean): void {
  "use strict";
  if (!isLoose) object[key] = value;
  else if (Object(object) === object) Reflect.set(object, key, value);
}

function isUnsafe(object: Values, key: string): boolean {
  return key === "__proto__" || (key === "constructor" && typeof object[key] === "function");
}

function isPrototype(value: unknown): boolean {
  return value === Object.prototype || value === Number.prototype || value === String.prototype;
}

function isNumeric(value: unknown): boolean {
  if (typeof value === "number" || /^0x[0-9a-f]+$/i.test(value as string)) return true;
  return /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/.test(value as string);
}
