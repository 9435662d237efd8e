/** What options of a command line are given: what reads them is in `read.ts`, what is said of them in `options.ts`. */

export type Values = Record<string, unknown>;

export type Kind = "array" | "boolean" | "count" | "number" | "string";

export const negative = /^-(?:\d+(?:\.\d+)?|\.\d+)$/;

/** What the options say of each name. */
export interface Rules {
  readonly aliases: Record<string, string[]>;
  readonly isOf: (kind: Kind, key: string) => boolean;
  /** What an option has that is given no value. */
  readonly defaultOf: (key: string) => unknown;
  /** Gives a list all arguments up to the next option; gives how many were taken. */
  readonly putList: (state: State, at: number, key: string, text?: string) => number;
  readonly putDefaults: (state: State) => void;
}

/** What the options say, and what was read. */
export interface State extends Rules {
  readonly argv: Values & { _: unknown[] };
  readonly args: readonly string[];
  readonly unquotes: boolean;
}

export function isFlag(state: State, key: string): boolean {
  return state.isOf("boolean", key) || state.isOf("count", key);
}

/** Gives a value to an option and to its other names, which a name with dashes has from now on. */
export function put(state: State, key: string, given: unknown, isQuoted = false): void {
  const { aliases } = state;
  if (key.includes("-")) {
    const camel = key.split(".").map(toCamelCase).join(".");
    if (!(aliases[key] || []).length) aliases[key] = [camel];
    if (!(aliases[camel] || []).length) aliases[camel] = [key];
  }
  const value = readValue(state, key, given, isQuoted);
  const [first, ...rest] = key.split(".") as [string, ...string[]];
  const names = aliases[key] || [];
  for (const name of [key, ...names]) setPath(state, name.split("."), value);
  if (rest.length === 0) return;
  for (const name of aliases[first] || []) {
    const path = [...name.split("."), ...rest];
    if (!names.includes(path.join("."))) setPath(state, path, value);
  }
}

export function readValue(state: State, key: string, given: unknown, isQuoted: boolean): unknown {
  const quoted = (isQuoted || state.unquotes) && typeof given === "string" ? /^(['"])([^]*)\1$/.exec(given) : null;
  const text = quoted === null ? given : quoted[2];
  const truth = isFlag(state, key) && typeof text === "string" ? text === "true" : text;
  const value = Array.isArray(truth) ? truth.map((each) => toNumber(state, key, each)) : toNumber(state, key, truth);
  const isCounted = state.isOf("count", key) && (value === undefined || typeof value === "boolean");
  return isCounted ? 1 : value;
}

export function toNumber(state: State, key: string, value: unknown): unknown {
  if (state.isOf("string", key) || state.isOf("boolean", key) || Array.isArray(value)) return value;
  const isSafe = isNumeric(value) && Number.isSafeInteger(Math.floor(parseFloat(String(value))));
  return isSafe || (value !== undefined && state.isOf("number", key)) ? Number(value) : value;
}

function isNumeric(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (typeof value === "number" || /^0x[0-9a-f]+$/i.test(value as string)) return true;
  return /^(?!0[^.])-?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/.test(value as string);
}

export function toCamelCase(text: string): string {
  const isMixed = text !== text.toLowerCase() && text !== text.toUpperCase();
  const start = (isMixed ? text : text.toLowerCase()).replace(/^(?:-+|_)/, "");
  return start.replace(/[-_]+([^]?)/g, (_, letter: string) => letter.toUpperCase());
}

export function hasPath(object: Values, path: readonly string[]): boolean {
  const parent = path.slice(0, -1).reduce((at, key) => (at[key] || {}) as Values, object);
  return typeof parent === "object" && (path[path.length - 1] as string) in parent;
}

/** Sets a value at a path: 1 counts up what is there, another value makes a list with it. */
export function setPath(state: State, path: readonly string[], value: unknown): void {
  "use strict";
  const keys = path.map((key) => (key === "__proto__" ? "___proto___" : key));
  const key = keys.pop() as string;
  let at = state.argv as Values;
  for (const name of keys) {
    if (at[name] === undefined) at[name] = {};
    const inner = at[name];
    const isObject = typeof inner === "object" && !Array.isArray(inner);
    if (Array.isArray(inner)) inner.push({});
    else if (!isObject) at[name] = [inner, {}];
    at = (isObject ? inner : (at[name] as unknown[])[(at[name] as unknown[]).length - 1]) as Values;
  }
  const old = at[key];
  const isList = state.isOf("array", path.join("."));
  if (value === 1) at[key] = old === undefined ? 1 : (old as number) + 1;
  else if (Array.isArray(old)) at[key] = old.concat(isList ? value : [value]);
  else if (old === undefined) at[key] = isList && !Array.isArray(value) ? [value] : value;
  else at[key] = isFlag(state, key) ? value : [old, value];
}
