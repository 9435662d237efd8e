import {
  isNumeric,
  type Manner,
  type Options,
  type Parsed,
  putDefaults,
  putLetters,
  readRules,
  setPath,
  type Values,
} from "./families/minimist.ts";
import { defineRecipe } from "../src/recipe.ts";

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
function minimistFirst(args: unknown, given?: unknown): Parsed {
  return readArguments(args, given, { ...mannerEarly, truth: /true|false/ });
}

/** The options and the rest of a command line: `--port 80 -v file` gives `{ _: ["file"], port: 80, v: true }`. */
function minimistEarly(args: unknown, given?: unknown): Parsed {
  return readArguments(args, given, mannerEarly);
}

/** The options and the rest of a command line: `--port 80 -v file` gives `{ _: ["file"], port: 80, v: true }`. */
function minimist(args: unknown, given?: unknown): Parsed {
  return readArguments(args, given, manner);
}

function readArguments(args: unknown, given: unknown, how: Manner): Parsed {
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
      if (!ask || ask(arg) !== false) (argv._ as unknown[]).push(rules.texts._ || !isNumeric(arg) ? arg : Number(arg));
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
  return argv as Parsed;
}
