/** How a command line is read. */

import { isFlag, negative, put, type Rules, type State, toNumber } from "./values.ts";

/** What a command line gives: what each option is, nobody can say. */
export interface Parsed {
  [name: string]: ReturnType<typeof JSON.parse>;
  _: (string | number)[];
}

/** What differs from one version to the next. */
export interface Manner {
  /** What has dashes and no name. */
  readonly nameless: RegExp;
  /** Whether quotes go around every value, not only around one behind "=". */
  readonly unquotes: boolean;
}

export function readArguments(given: unknown, rules: Rules, { nameless, unquotes }: Manner): Parsed {
  const copy = (given as string[] | string).slice();
  const args = Array.isArray(copy) ? copy.map((arg) => (typeof arg === "string" ? arg : arg + "")) : splitText(copy);
  const argv = Object.assign(Object.create(null), { _: [] }) as State["argv"];
  const state: State = { ...rules, argv, args, unquotes: unquotes || typeof copy === "string" };
  let at = 0;
  for (; at < args.length && args[at] !== "--"; at += 1) {
    const arg = args[at] as string;
    const isNumber = negative.test(arg);
    if (nameless.test(arg)) {
      argv._.push(toNumber(state, "_", arg));
    } else if (/^--.+=/.test(arg)) {
      const [, key = "", text] = /^--?([^=]+)=([^]*)$/.exec(arg) || [];
      if (state.isOf("array", key)) at += rules.putList(state, at, key, text);
      else put(state, key, text, true);
    } else if (/^--no-.+/.test(arg)) {
      const key = firstLine(arg.slice(5));
      put(state, key, state.isOf("array", key) ? [false] : false);
    } else if (/^--.+/.test(arg)) {
      at += putNext(state, at, firstLine(arg.slice(2)), /^-/);
    } else if (/^-.\..+=/.test(arg)) {
      const [, key, text] = /^-([^=]+)=([^]*)$/.exec(arg) || [];
      if (key !== undefined) put(state, key, text);
    } else if (/^-.\..+/.test(arg) && !isNumber) {
      const key = firstLine(arg.slice(1));
      const next = args[at + 1];
      const takes = next !== undefined && !/^-/.test(next) && !isFlag(state, key);
      put(state, key, takes ? next : state.defaultOf(key));
      if (takes) at += 1;
    } else if (/^-[^-]+/.test(arg) && !isNumber) {
      at += putLetters(state, at, arg);
    } else if (/^-\d$/.test(arg) && state.isOf("boolean", arg.slice(1))) {
      put(state, arg.slice(1), state.defaultOf(arg.slice(1)));
    } else {
      argv._.push(toNumber(state, "_", arg));
    }
  }
  rules.putDefaults(state);
  for (const arg of args.slice(at + 1)) argv._.push(arg);
  return Object.assign({}, argv) as Parsed;
}

/** What spaces part that no quotes hold together, with the quotes. */
function splitText(text: string): string[] {
  return text.trim().match(/(?:[^ '"]|'[^']*(?:'|$)|"[^"]*(?:"|$))+/g) || [];
}

function firstLine(text: string): string {
  return (/^.+/.exec(text) as RegExpExecArray)[0];
}

/** Letters in one argument, `-xvf`, or one with a value, `-n5`; gives how many arguments behind it were taken. */
function putLetters(state: State, at: number, arg: string): number {
  const letters = arg.slice(1, -1).split("");
  for (const [index, letter] of letters.entries()) {
    const behind = arg.slice(index + 2);
    const follower = letters[index + 1];
    const isNumber = /[A-Za-z]/.test(letter) && /^-?\d+(?:\.\d*)?(?:e-?\d+)?$/.test(behind);
    if (follower === "=") {
      if (state.isOf("array", letter)) return state.putList(state, at, letter, behind.slice(1));
      put(state, letter, behind.slice(1));
      return 0;
    }
    if (behind === "-") {
      put(state, letter, behind);
    } else if ((isNumber && !state.isOf("boolean", behind)) || (follower && /\W/.test(follower))) {
      put(state, letter, behind);
      return 0;
    } else {
      put(state, letter, state.defaultOf(letter));
    }
  }
  return arg.endsWith("-") ? 0 : putNext(state, at, arg.slice(-1), /^--?[^-]/);
}

/** Gives an option the argument behind it, unless that is one itself; gives how many were taken. */
function putNext(state: State, at: number, key: string, option: RegExp): number {
  if (state.isOf("array", key)) return state.putList(state, at, key);
  const next = state.args[at + 1];
  const isValue = next !== undefined && (!option.test(next) || negative.test(next));
  const takes = (isValue && !isFlag(state, key)) || /^(?:true|false)$/.test(next as string);
  put(state, key, takes ? next : state.defaultOf(key));
  return takes ? 1 : 0;
}
