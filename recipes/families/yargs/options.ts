/** What the options of yargs-parser say of each name. */

import {
  hasPath,
  type Kind,
  negative,
  put,
  readValue,
  type Rules,
  setPath,
  type State,
  toCamelCase,
  type Values,
} from "./values.ts";

type Names = string | readonly string[];

export interface Options {
  readonly alias?: Readonly<Record<string, unknown>>;
  readonly array?: Names;
  readonly boolean?: Names;
  readonly count?: Names;
  readonly default?: Readonly<Record<string, unknown>>;
  readonly number?: Names;
  readonly string?: Names;
}

export function noRules(): Rules {
  const aliases = Object.create(null) as Rules["aliases"];
  return { aliases, isOf: () => false, defaultOf: () => true, putList: () => 0, putDefaults: () => undefined };
}

export function readOptions(options: Options): Rules {
  /** Names in the order that objects have them in: whole numbers first. */
  const namesOf = (names: Names = []): Set<string> =>
    new Set(Object.keys(Object.fromEntries(listOf(names).map((name) => [name, true]))).filter(Boolean));
  const kinds = {
    array: namesOf(options.array),
    boolean: namesOf(options.boolean),
    count: namesOf(options.count),
    number: namesOf(options.number),
    string: namesOf(options.string),
  };
  const groups = groupAliases(options.alias || {});
  const defaults = Object.assign(Object.create(null), options.default) as Values;
  const aliases = Object.create(null) as Record<string, string[]>;
  for (const key of [...Object.keys(groups), ...Object.keys(defaults), ...kinds.array]) {
    if (aliases[key]) continue;
    const names = [...(groups[key] || [])];
    const add = (name: string): void => {
      if (name !== key && !names.includes(name)) names.push(name);
    };
    for (const name of [...names, key]) if (/-/.test(name)) add(toCamelCase(name));
    for (const name of [...names, key]) if (name.length > 1 && /[A-Z]/.test(name)) add(toDashes(name));
    aliases[key] = names;
    for (const name of names) aliases[name] = [key, ...names.filter((other) => other !== name)];
  }
  for (const key of Object.keys(defaults)) for (const name of aliases[key] || []) defaults[name] = defaults[key];
  const isOf = (kind: Kind, key: string): boolean =>
    kinds[kind].has(key) || (aliases[key] || []).some((name) => kinds[kind].has(name));
  const defaultOf = (key: string): unknown => {
    if (!isOf("boolean", key) && !isOf("count", key) && key in defaults) return defaults[key];
    if (isOf("string", key)) return "";
    if (isOf("number", key)) return undefined;
    return isOf("boolean", key) || !isOf("array", key) ? true : [];
  };
  return {
    aliases,
    isOf,
    defaultOf,
    putList: (state, at, key, text) => putList(state, at, key, text, defaults[key]),
    putDefaults: (state) => {
      // The package does this twice, which shows where a default leads into another.
      putDefaults({ ...state, argv: Object.create(null) as State["argv"] }, defaults);
      putDefaults(state, defaults);
      for (const key of kinds.count) if (!hasPath(state.argv, key.split("."))) put(state, key, 0);
    },
  };
}

function listOf(names: Names): string[] {
  return ([] as string[]).concat(names);
}

/** All names of what has several, by the last of them: names that two of the lists share make them one. */
function groupAliases(alias: Readonly<Record<string, unknown>>): Record<string, string[]> {
  const lists = Object.keys(alias).map((key) => [...listOf(alias[key] as Names), key]);
  for (let isNew = true; isNew;) {
    isNew = false;
    for (const [at, list] of lists.entries()) {
      const other = lists.findIndex((each, index) => index > at && each.some((name) => list.includes(name)));
      if (other === -1) continue;
      list.push(...(lists.splice(other, 1)[0] as string[]));
      isNew = true;
    }
  }
  const groups = Object.create(null) as Record<string, string[]>;
  for (const list of lists) {
    const names = [...new Set(list)];
    const last: unknown = names.pop();
    if (typeof last === "string") groups[last] = names;
  }
  return groups;
}

function toDashes(text: string): string {
  const lower = text.toLowerCase();
  return text.replace(/[^]/g, (unit, at: number) =>
    at > 0 && lower.charAt(at) !== unit ? `-${lower.charAt(at)}` : unit,
  );
}

function putList(state: State, at: number, key: string, text: string | undefined, byDefault: unknown): number {
  const { args } = state;
  const next = text || args[at + 1];
  const isOption = (arg: string): boolean => /^-/.test(arg) && !negative.test(arg);
  let list: unknown[] = [];
  let taken = 0;
  if (state.isOf("boolean", key) && !/^(?:true|false)$/.test(next as string)) {
    list.push(true);
  } else if (next === undefined || (text === undefined && isOption(next))) {
    if (byDefault !== undefined) list = ([] as unknown[]).concat(byDefault);
  } else {
    if (text !== undefined) list.push(readValue(state, key, text, true));
    for (const arg of args.slice(at + 1)) {
      if (isOption(arg)) break;
      list.push(readValue(state, key, arg, false));
      taken += 1;
    }
  }
  put(state, key, list);
  return taken;
}

function putDefaults(state: State, defaults: Values): void {
  const { argv, aliases } = state;
  for (const key of Object.keys(defaults)) {
    if (hasPath(argv, key.split("."))) continue;
    for (const name of [key, ...(aliases[key] || [])])
      if (name === key || !hasPath(argv, name.split("."))) setPath(state, name.split("."), defaults[key]);
  }
}
