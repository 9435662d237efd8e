/** The parts of a command line as minimist reads it. */

export type Values = Record<string, unknown>;

/** What a command line gives: what each option is, nobody can say. */
export interface Parsed {
  [name: string]: ReturnType<typeof JSON.parse>;
  "--"?: string[];
  _: string[];
}

export interface Options {
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

/** What differs from one version to the next. */
export interface Manner {
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

export function readRules(options: Options, how: Manner): Rules {
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
export function putLetters(
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

export function putDefaults(argv: Values, defaults: Values, { aliases, ...rules }: Rules): void {
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
export function setPath(object: Values, path: string[], value: unknown, { flags, isLoose }: Rules): void {
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

export function isNumeric(value: unknown): boolean {
  if (typeof value === "number" || /^0x[0-9a-f]+$/i.test(value as string)) return true;
  return /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/.test(value as string);
}
