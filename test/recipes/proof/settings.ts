import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type fc from "fast-check";
import { root } from "./originals.ts";
import type { Surround } from "./outcome.ts";
import type { Sample, Samples } from "./sample.ts";

/** Where a call happened: for settings that differ by version or export. */
export interface Place {
  readonly export: string;
  readonly version: string;
  /** True for the last case of the export, the one that is given anything. */
  readonly isLast: boolean;
}

/** The name by which deviations know an export of an entry point: `map` for the default of `lodash/map`. */
export function nameIn(entry: string | undefined, name: string): string {
  return name === "default" && entry?.startsWith("./") === true ? entry.slice(2).replace(/\.js$/, "") : name;
}

/** A test of one declared deviation. */
export type Deviating = ShownDeviation | DeviationElsewhere;

/** A deviation that no single call shows: another test does, and has the note in its text. */
export interface DeviationElsewhere {
  readonly note: string;
  /** The test, from test/recipes: "effects/colours.test.ts". */
  readonly test: string;
  /** True for arguments whose difference this deviation explains. */
  readonly covers?: (args: readonly unknown[], place: Place) => boolean;
  /** What of a result is the same on both sides all the same (a list in another order); nothing, when absent. */
  readonly same?: (value: unknown) => unknown;
}

/** An input on which the package and its replacement really differ. */
export interface ShownDeviation {
  /** The note of the deviation in the recipe, word for word. */
  readonly note: string;
  /** The export to call; "default" when absent. */
  readonly export?: string;
  /** Only these versions show it (an npm range); all of the recipe's when absent. */
  readonly versions?: string;
  /** The case to call, counted from 0; the last one when absent. */
  readonly case?: number;
  readonly example: () => unknown[];
  /** True for arguments whose difference this deviation explains. Severity "message" without it is about every error. */
  readonly covers?: (args: readonly unknown[], place: Place) => boolean;
  /** What of a result is the same on both sides all the same (a list in another order); nothing, when absent. */
  readonly same?: (value: unknown) => unknown;
}

/** What the proof of a package needs beyond what its types say. Every field may be left out. */
export interface ProofSettings {
  /** Values of a parameter, by its name, that a run can try: a text of 2 ** 28 characters takes gigabytes. */
  readonly limits?: Readonly<Record<string, (value: unknown) => boolean>>;
  /** True for arguments with which the package itself comes to an end; by the export's own name ("dropWhile"). */
  readonly ends?: (args: readonly unknown[], name: string, version: string) => boolean;
  /** Inputs of a parameter, by its name, in place of those of its type. */
  readonly parameters?: Readonly<Record<string, Samples>>;
  /** Inputs of a parameter that takes anything, by its name: anything still, but more often what means something to it. */
  readonly unknowns?: Readonly<Record<string, Samples>>;
  /** Inputs of every parameter of a type, by the type as the recipe writes it ("string", "NormalPath | URL"). */
  readonly types?: Readonly<Record<string, Samples>>;
  /** Whole argument lists by export ("default") or by case ("default[0]"). */
  readonly arguments?: Readonly<Record<string, fc.Arbitrary<Sample[]>>>;
  /** Puts every call into surroundings of its own (a temporary folder) and answers what is to be compared. */
  readonly surround?: Surround;
  /** Answers what of a result is to be compared (the form of a random id). */
  readonly normalise?: (value: unknown) => unknown;
  /** One per deviation of the recipe. */
  readonly deviations?: readonly Deviating[];
  /** Fewer inputs for slow calls, or many: this share of the usual number. */
  readonly share?: number | ((runs: number, key: string) => number);
}

/** The settings of a package (test/recipes/settings/<package>.ts), empty when it needs none. */
export async function readSettings(name: string): Promise<ProofSettings> {
  const family = /^lodash\./.test(name) ? await readFamilySettings(name) : undefined;
  if (family !== undefined) return family;
  // The source says whether there are any: a build leaves files of deleted sources behind.
  if (!existsSync(path.join(root, "test", "recipes", "settings", `${name}.ts`))) return {};
  const file = path.join(root, "dist", "test", "recipes", "settings", `${name}.js`);
  const module = (await import(pathToFileURL(file).href)) as { readonly default: ProofSettings };
  return module.default;
}

/** The settings of a package that has them from its family, unless it has its own. */
async function readFamilySettings(name: string): Promise<ProofSettings | undefined> {
  if (existsSync(path.join(root, "test", "recipes", "settings", `${name}.ts`))) return undefined;
  const file = path.join(root, "dist", "test", "recipes", "settings", "families", "lodash-methods.js");
  const module = (await import(pathToFileURL(file).href)) as { readonly settingsOf: (name: string) => ProofSettings };
  return module.settingsOf(name);
}
