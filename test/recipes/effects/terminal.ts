/** Runs in a worker of its own, whose environment, flags and terminal are the case: what differs goes to the parent. */
import { syncBuiltinESMExports } from "node:module";
import tty from "node:tty";
import { parentPort, workerData } from "node:worker_threads";
import type { Recipe } from "../../../src/recipe.ts";

/** One of the packages that colour texts, at one version. */
export interface Subject {
  readonly alias: string;
  readonly package: string;
  readonly version: string;
  readonly era: number;
  readonly shape: "default" | "namespace";
}

/** What a worker is asked. */
export interface Asked {
  readonly subjects: readonly Subject[];
  readonly isTerminal: boolean;
  /** Calls tried on each subject. */
  readonly calls: readonly ColourCall[];
}

/** `chalk.red.bold(…)`: for a package of plain functions, the arguments are what counts. */
export interface ColourCall {
  readonly styles: readonly string[];
  readonly args: readonly unknown[];
}

type Values = Readonly<Record<string, unknown>>;
type Called = (...all: readonly unknown[]) => unknown;

const { subjects, isTerminal, calls } = workerData as Asked;
tty.isatty = () => isTerminal;
syncBuiltinESMExports();
Object.defineProperty(process.stdout, "isTTY", { value: isTerminal, configurable: true });

// Loaded only now, when the terminal is as the case says.
const { loadOriginal } = await import("../proof/originals.js");

const differences: string[] = [];
for (const subject of subjects) {
  const recipe = new URL(`../../../recipes/${subject.package}.js`, import.meta.url);
  const { default: eras } = (await import(recipe.href)) as { readonly default: readonly Recipe[] };
  const era = eras[subject.era];
  const entries: [string | undefined, object][] = [
    [undefined, era?.exports ?? {}],
    ...Object.entries(era?.subpaths ?? {}),
  ];
  for (const [subpath, table] of entries) {
    const theirs = await loadOriginal(subject, subpath, subject.shape);
    const ours = table as Values;
    for (const name of Object.keys(ours)) {
      const [one, other] = [theirs[name], ours[name]];
      if (typeof other === "function" || (isObject(other) && "bold" in other))
        compareCalls(`${subject.alias} ${name}`, one as Values, other as unknown as Values);
      else compare(`${subject.alias} ${name}`, one, other);
    }
  }
}
parentPort?.postMessage(differences);

function compareCalls(name: string, theirs: Values, ours: Values): void {
  const isChain = "bold" in theirs;
  for (const { styles, args } of isChain ? calls : calls.slice(0, Math.ceil(calls.length / 8))) {
    const all = isChain ? styles.filter((each) => typeof theirs[each] === "function") : [];
    // What of chalk itself is called without a style is refused up to version 4: it would be a template.
    if (isChain && all.length === 0 && /chalk-[234]|colors|kleur/.test(name)) continue;
    const list = isChain ? args : args.length === 0 ? ["a"] : args.slice(0, 1);
    const told = `${[name, ...all].join(".")}(${JSON.stringify(list, (_, each: unknown) => (typeof each === "bigint" ? `${each}n` : each))})`;
    compare(told, outcome(theirs, all, list), outcome(ours, all, list));
  }
}

function outcome(root: Values, styles: readonly string[], args: readonly unknown[]): unknown {
  try {
    let at: unknown = root;
    for (const [index, each] of styles.entries()) {
      // The styles of an object are called one after the other: `kleur.red().bold("a")`.
      if (index > 0 && !("bold" in (at as Called))) at = (at as Called)();
      at = (at as Values)[each];
    }
    const value = (at as Called)(...args);
    if (!isObject(value) || !("bold" in value)) return value;
    // What may go on can do so twice, and keeps every style it was given.
    return [(value as Record<string, Called>)["bold"]?.("a"), (value as Record<string, Called>)["bgRed"]?.("b")];
  } catch (error) {
    return String(error);
  }
}

function compare(told: string, theirs: unknown, ours: unknown): void {
  const [one, other] = [JSON.stringify(theirs, big), JSON.stringify(ours, big)];
  if (typeof theirs !== typeof ours || one !== other) differences.push(`${told}: ${one} and ${other}`);
}

function big(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? `${value}n` : value;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
