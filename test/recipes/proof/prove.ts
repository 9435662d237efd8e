/**
 * Runs recipes against the packages they replace.
 *
 * For every era of a recipe, every version of its package in test/originals/package.json that the era speaks for, every
 * export and every case: inputs are generated from the case's own parameter types, built twice, and given to the package
 * and to the replacement. What they return or throw, and what became of the arguments, must be the same.
 *
 * To prove a recipe:
 * 1. add the lowest version of each of its ranges, and the highest it speaks for, to test/originals/package.json
 *    ("left-pad-1.1.0": "npm:left-pad@1.1.0"), then run `npm install --ignore-scripts` there;
 * 2. if it declares deviations, disk access or inputs that types cannot say, write test/recipes/settings/<package>.ts with
 *    a default export of {@link ProofSettings};
 * 3. `npm run build && npm run proof -- left-pad` prints the numbers and the first difference of each case.
 *
 * Every run, at a terminal or not, shows colours: without them most of a colour package is `String`. The rest of what the
 * environment decides is tried in effects/.
 *
 * SHRINKDEPS_PROOF_RUNS sets the inputs per case (30 in `npm test`, 1000 in `npm run test:full`), SHRINKDEPS_PROOF_SEED
 * repeats a run.
 */
import path from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import semver from "semver";
import type { Deviation, Recipe } from "../../../src/recipe.ts";
import { argumentsOf, ignoresValue } from "./calls.ts";
import { type Original, listOriginals, loadOriginal, root } from "./originals.ts";
import { type Callable, type Outcome, difference, outcomeOf } from "./outcome.ts";
import type { Sample } from "./sample.ts";
import { type Deviating, nameIn, type ProofSettings, readSettings } from "./settings.ts";
import type { WrittenCase, WrittenRecipe } from "./source.ts";

process.env["FORCE_COLOR"] = "1";
for (const name of ["NO_COLOR", "CI"]) delete process.env[name];

export interface ProofOptions {
  /** Inputs tried per case. */
  readonly runs: number;
  readonly seed: number;
}

/** One case of one export, at one version of the package. */
export interface Proof {
  readonly package: string;
  readonly version: string;
  /** "default[0]", "./v4 default[0]". */
  readonly case: string;
  /** Inputs tried; 0 when this Node is older than the case's floor, or only a longer run tries it. */
  readonly inputs: number;
  /** Inputs on which a declared deviation showed. */
  readonly declared: number;
  /** The first undeclared difference, with its shrunken input and the seed that repeats it. */
  readonly difference?: string;
}

/** One case with what is needed to run it. */
export interface Bench {
  readonly package: string;
  readonly version: string;
  readonly key: string;
  /** The keys of the same function under other names, which are not tried again. */
  readonly others: string[];
  readonly index: number;
  /** Index of the export's last case, the one that serves callbacks. */
  readonly last: number;
  readonly export: string;
  readonly written: WrittenCase;
  readonly original: Callable;
  readonly replacement: Callable;
  readonly deviations: readonly Deviation[];
  readonly settings: ProofSettings;
  /** False when this Node is older than the case's floor. */
  readonly runsHere: boolean;
}

/** The options the environment sets. A run tries the same inputs as the last one, unless it is given another seed. */
export function proofOptions(): ProofOptions {
  const seed = process.env["SHRINKDEPS_PROOF_SEED"];
  return {
    runs: Number(process.env["SHRINKDEPS_PROOF_RUNS"] ?? 15),
    seed: Number(seed ?? 20_261_122),
  };
}

/** Proves one recipe of the catalogue: one result per version, export and case. */
export async function proveRecipe(written: WrittenRecipe, options: ProofOptions): Promise<Proof[]> {
  const proofs: Proof[] = [];
  for (const bench of await benchesOf(written)) proofs.push(await proveCase(bench, options));
  return proofs;
}

/** The recipe as a value, from the build of this repository. */
export async function loadRecipe(name: string): Promise<readonly Recipe[]> {
  const file = path.join(root, "dist", "recipes", `${name}.js`);
  return ((await import(pathToFileURL(file).href)) as { readonly default: readonly Recipe[] }).default;
}

/** Every case of a recipe beside every installed version of its package it speaks for. */
export async function benchesOf(written: WrittenRecipe): Promise<Bench[]> {
  const eras = await loadRecipe(written.name);
  const settings = await readSettings(written.name);
  const benches: Bench[] = [];
  for (const [index, era] of eras.entries()) {
    for (const original of originalsOf(era)) {
      // One function under several names (`lodash/get`, `lodash/get.js`) is tried once.
      const known = new Map<unknown, { readonly ours: unknown; readonly others: string[] }>();
      for (const each of written.eras[index]?.exports ?? []) {
        const shape = era.require ?? ("default" in era.exports ? "default" : "namespace");
        const theirs = (await loadOriginal(original, each.subpath, shape))[each.name];
        const ours = (each.subpath === undefined ? era.exports : era.subpaths?.[each.subpath])?.[each.name];
        const key = each.subpath === undefined ? each.name : `${each.subpath} ${each.name}`;
        const name = nameIn(each.subpath, each.name);
        const same = known.get(theirs);
        if (same !== undefined && same.ours === ours) {
          same.others.push(key);
          continue;
        }
        const others: string[] = [];
        known.set(theirs, { ours, others });
        for (const [place, caseOfIt] of each.cases.entries()) {
          // An object of a runtime's module (`fs.constants`) is no more called than a constant of the recipe.
          const isObject = caseOfIt.kind === "reference" && typeof theirs === "object";
          const writtenCase: WrittenCase = isObject ? { kind: "value" } : caseOfIt;
          const isValue = writtenCase.kind === "value";
          // A function with members is shown by a test of its own: what it does with its arguments is no constant.
          if (isValue && typeof ours === "function") continue;
          const replacement = unwrap(Array.isArray(ours) && !isValue ? ours[place] : ours);
          const runsHere = semver.gte(process.version, replacement.floor ?? era.floor.node);
          const use = runsHere ? replacement.use : notHere;
          benches.push({
            package: written.name,
            version: original.version,
            key,
            others,
            index: place,
            last: each.cases.length - 1,
            export: name,
            written: writtenCase,
            original: callable(isValue ? () => theirs : theirs, `${original.alias} has no function ${key}`),
            replacement: callable(isValue ? () => use : use, `the recipe for ${written.name} has no function ${key}`),
            deviations: (era.deviations ?? []).filter(
              (one) => one.exports?.includes(name) ?? one.commands === undefined,
            ),
            settings,
            runsHere,
          });
        }
      }
    }
  }
  return benches;
}

/** The installed versions an era speaks for, lowest first. */
export function originalsOf(era: Recipe): Original[] {
  return listOriginals().filter((each) => each.package === era.package && semver.satisfies(each.version, era.versions));
}

/** Tries one case; the result tells the first input on which the two sides differ without a declared deviation. */
export async function proveCase(bench: Bench, options: ProofOptions): Promise<Proof> {
  const told = { package: bench.package, version: bench.version, case: `${bench.key}[${bench.index}]` };
  if (!bench.runsHere) return { ...told, inputs: 0, declared: 0 };
  let declared = 0;
  const { share = 1 } = bench.settings;
  const part = typeof share === "number" ? share : share(options.runs, bench.key);
  if (part === 0) return { ...told, inputs: 0, declared: 0 };
  const isValue = bench.written.kind === "value";
  const numRuns = isValue ? 1 : Math.max(1, Math.ceil(options.runs * part));
  const { ends } = bench.settings;
  const all = argumentsOf(bench.written, bench.key, bench.index, bench.settings);
  const lists =
    ends === undefined ? all : all.filter((samples) => ends(valuesOf(samples), bench.export, bench.version));
  const property = fc.asyncProperty(lists, async (samples) => {
    const found = await compareCalls(bench, samples);
    if (found === undefined) return;
    const covering = coveringOf(bench, samples);
    if (covering.length === 0) throw new Error(found);
    const rest = await compareWhatIsSame(bench, samples, covering);
    if (rest !== undefined) throw new Error(`beside what is declared, ${rest}`);
    declared += 1;
  });
  const checked = await fc.check(property, { seed: options.seed, numRuns });
  if (!checked.failed) return { ...told, inputs: checked.numRuns, declared };
  const input = checked.counterexample?.[0].map((each) => each.text).join(", ") ?? "";
  const reason = checked.errorInstance instanceof Error ? checked.errorInstance.message : String(checked.errorInstance);
  const repeat = `seed ${options.seed}, ${options.runs} runs`;
  return { ...told, inputs: checked.numRuns, declared, difference: `(${input}): ${reason} (${repeat})` };
}

/** How a call is compared: with the texts of errors in any case, or of results and callbacks a part only. */
interface Comparison {
  readonly strict?: boolean;
  readonly same?: (value: unknown) => unknown;
}

/** Calls both sides with the same inputs; the difference in words, or undefined. */
export async function compareCalls(
  bench: Bench,
  samples: readonly Sample[],
  { strict = false, same = (value) => value }: Comparison = {},
): Promise<string | undefined> {
  const surround = bench.settings.surround ?? ((call: () => unknown) => call());
  const theirs = normal(await outcomeOf(bench.original, samples, surround), bench.settings, same);
  const ours = normal(await outcomeOf(bench.replacement, samples, surround), bench.settings, same);
  return difference(theirs, ours, {
    ignoresValue: bench.written.kind === "function" && ignoresValue(bench.written.node),
    ignoresMessages: !strict && bench.deviations.some((each) => each.severity === "message" && !isBounded(each, bench)),
  });
}

/** True for a deviation whose settings say which arguments it is about: other errors are the same to the letter. */
function isBounded({ note }: Deviation, { settings }: Bench): boolean {
  return settings.deviations?.some((each) => each.note === note && "covers" in each) ?? false;
}

function normal(outcome: Outcome, settings: ProofSettings, same: (value: unknown) => unknown): Outcome {
  const failed = outcome.end === "threw" || outcome.end === "rejected";
  const calls = outcome.calls.map(same);
  if (failed) return { ...outcome, calls };
  const value = settings.normalise === undefined ? outcome.value : settings.normalise(outcome.value);
  return { ...outcome, calls, value: same(value) };
}

/** The declared deviations that explain a difference of these arguments. */
function coveringOf(bench: Bench, samples: readonly Sample[]): Deviating[] {
  const args = valuesOf(samples);
  const place = { export: bench.export, version: bench.version, isLast: bench.index === bench.last };
  const declared = new Set(bench.deviations.map((each) => each.note));
  const shown = bench.settings.deviations?.filter((each) => declared.has(each.note)) ?? [];
  return shown.filter((each) => each.covers?.(args, place) ?? false);
}

/** What differs also in that part of the results that is the same by what every one of these deviations says. */
async function compareWhatIsSame(
  bench: Bench,
  samples: readonly Sample[],
  covering: readonly Deviating[],
): Promise<string | undefined> {
  const parts = covering.flatMap(({ same }) => (same === undefined ? [] : [same]));
  if (parts.length < covering.length) return undefined;
  const same = (value: unknown): unknown => parts.reduce((rest, part) => part(rest), value);
  return compareCalls(bench, samples, { same });
}

function valuesOf(samples: readonly Sample[]): unknown[] {
  return samples.map((each) => each.make({ calls: [] }));
}

function unwrap(value: unknown): { readonly use: unknown; readonly floor?: string } {
  const isSince = typeof value === "object" && value !== null && "since" in value && "use" in value;
  return isSince ? { use: value.use, floor: (value.since as { readonly node: string }).node } : { use: value };
}

/** Stands for what this Node does not have; never called. */
function notHere(): never {
  throw new Error("this Node is older than the replacement's floor");
}

function callable(value: unknown, complaint: string): Callable {
  if (typeof value !== "function") throw new Error(complaint);
  return value as Callable;
}
