import { defineRecipe } from "../src/recipe.ts";

type Values = Record<string, unknown> & { _: unknown[] };

interface Options {
  alias?: Record<string, unknown>;
  string?: unknown;
  boolean?: unknown;
  default?: Record<string, unknown>;
  unknown?: (flag: string) => unknown;
}

/** What the options say of each name, as lists. */
interface Rules extends Options {
  alias: Record<string, string[]>;
  string: string[];
  boolean: string[];
}

export default defineRecipe({
  package: "mri",
  versions: ">=1.1.5 <2",
  replacement: "a loop over the arguments",
  floor: { node: "6.0.0", baseline: "2016-09" },
  deviations: [
    {
      severity: "message",
      note: "Options that are no object, and options by the name of what every object has, such as constructor, or by the name _, fail by another message.",
    },
  ],
  exports: { default: mri },
});

/** The options and the rest of a command line: `--port 80 -v file` gives `{ _: ["file"], port: 80, v: true }`. */
function mri(args?: unknown, given?: unknown): unknown {
  const list = (args || []) as string[];
  const options = (given || {}) as Options;
  const hasAliases = options.alias !== undefined;
  const rules = readRules(options);
  const known = options.unknown === undefined ? undefined : Object.keys(rules.alias);
  const argv: Values = { _: [] };
  for (let at = 0; at < list.length; at += 1) {
    const arg = list[at] as string;
    if (arg === "--") {
      argv._ = argv._.concat(list.slice(at + 1));
      break;
    }
    const dashes = countDashes(arg);
    const isNo = dashes > 0 && arg.startsWith("no-", dashes);
    if (isNo && known && !known.includes(arg.slice(dashes + 3)))
      return (options.unknown as (flag: string) => unknown)(arg);
    if (dashes === 0) {
      argv._.push(arg);
    } else if (isNo) {
      argv[arg.slice(dashes + 3)] = false;
    } else {
      const equals = arg.indexOf("=", dashes + 1);
      const name = equals === -1 ? arg.slice(dashes) : arg.slice(dashes, equals);
      let value: unknown = equals === -1 ? "" : arg.slice(equals + 1);
      if (value === "") {
        const isLast = at + 1 === list.length;
        if (isLast || String(list[at + 1]).startsWith("-")) value = true;
        else value = list[(at += 1)];
      }
      // One dash before several letters: each is an option, and the last one has the value.
      const names = dashes === 2 ? [name] : name.split("");
      for (const [index, each] of names.entries()) {
        if (known && !known.includes(each))
          return (options.unknown as (flag: string) => unknown)("-".repeat(dashes) + each);
        put(argv, each, index + 1 < names.length || value, rules);
      }
    }
  }
  for (const key in options.default) if (argv[key] === undefined) argv[key] = options.default[key];
  if (!hasAliases) return argv;
  for (const key in argv) {
    const names = rules.alias[key] || [];
    while (names.length > 0) argv[names.shift() as string] = argv[key];
  }
  return argv;
}

/** Makes lists of what the options say, in the options themselves: whoever gave them may use them again. */
function readRules(options: Options): Rules {
  const hasAliases = options.alias !== undefined;
  const rules = options as Rules;
  rules.alias = rules.alias || {};
  rules.string = listOf(options.string);
  rules.boolean = listOf(options.boolean);
  const { alias } = rules;
  for (const key in hasAliases ? alias : {}) {
    const names = listOf(alias[key]);
    alias[key] = names;
    for (let index = 0; index < names.length; index += 1) {
      const others = names.concat(key);
      others.splice(index, 1);
      alias[names[index] as string] = others;
    }
  }
  for (const list of [rules.boolean, rules.string]) {
    for (const name of [...list].reverse()) {
      const names = alias[name] || [];
      for (let index = names.length - 1; index >= 0; index -= 1) list.push(names[index] as string);
    }
  }
  for (const key in options.default) {
    const names = alias[key] || [];
    alias[key] = names;
    const list: unknown = Reflect.get(rules, typeof options.default[key]);
    if (list === undefined) continue;
    (list as string[]).push(key);
    for (let index = 0; index < names.length; index += 1) (list as string[]).push(names[index] as string);
  }
  return rules;
}

function listOf(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]) as string[];
}

function countDashes(arg: string): number {
  let count = 0;
  while (count < arg.length && arg.charCodeAt(count) === 45) count += 1;
  return count;
}

/** Adds a value to a name, as what the rules say it is; a second one makes a list. */
function put(argv: Values, key: string, value: unknown, rules: Rules): void {
  const old = argv[key];
  const next = read(argv, key, value, rules);
  if (old === undefined || old === null) argv[key] = next;
  else argv[key] = Array.isArray(old) ? old.concat(next) : [old, next];
}

function read(argv: Values, key: string, value: unknown, rules: Rules): unknown {
  if (rules.string.includes(key)) return value === undefined || value === null || value === true ? "" : String(value);
  if (typeof value === "boolean") return value;
  const amount = Number(value);
  const read = amount * 0 === 0 ? amount : value;
  if (!rules.boolean.includes(key)) return read;
  if (value === "false") return false;
  if (value === "true") return true;
  argv._.push(read);
  return Boolean(value);
}
