import type { Recipe } from "../../../src/recipe.ts";
import { topics } from "../../../src/catalog/advice/index.ts";
import { loadRecipe } from "../proof/prove.ts";
import { type WrittenExport, type WrittenRecipe, readRecipes } from "../proof/source.ts";
import { ts } from "../../../src/typescript.ts";

/** What a use of an export becomes where nothing stands in the way. */
export type Becoming = "reference" | "inline" | "inline or helper" | "helper";

/** One recipe with all that is known of it without running it. */
export interface Entry {
  readonly name: string;
  readonly written: WrittenRecipe;
  readonly eras: readonly Recipe[];
}

export interface Numbers {
  readonly packages: number;
  /** Exports with a replacement, each counted once per package however many eras have it. */
  readonly exports: number;
  readonly becoming: Readonly<Record<Becoming, number>>;
  /** Entry points that are dropped: polyfills the floor makes idle. */
  readonly dropped: number;
  readonly commands: number;
  readonly deviations: Readonly<Record<"message" | "quirk" | "observable", number>>;
  /** Packages without a recipe that there is advice on. */
  readonly advised: number;
}

/** Every recipe, by name. */
export async function readEntries(): Promise<Entry[]> {
  return await Promise.all(
    readRecipes().map(async (written) => ({ name: written.name, written, eras: await loadRecipe(written.name) })),
  );
}

export function count(entries: readonly Entry[]): Numbers {
  const becoming: Record<Becoming, number> = { reference: 0, inline: 0, "inline or helper": 0, helper: 0 };
  const deviations = { message: 0, quirk: 0, observable: 0 };
  let [exports, dropped, commands] = [0, 0, 0];
  for (const { written, eras } of entries) {
    const byKey = new Map(written.eras.flatMap((era) => era.exports).map((each) => [keyOf(each), each]));
    exports += byKey.size;
    for (const each of byKey.values()) becoming[becomingOf(each)] += 1;
    if (eras.some((era) => era.dropSideEffect)) dropped += 1;
    dropped += namesOf(eras.map((era) => era.subpaths ?? {}).map(emptyOnes)).size;
    commands += namesOf(eras.map((era) => Object.keys(era.commands ?? {}))).size;
    const notes = new Map(eras.flatMap((era) => era.deviations ?? []).map((each) => [each.note, each.severity]));
    for (const severity of notes.values()) deviations[severity] += 1;
  }
  const names = new Set(entries.map(({ name }) => name));
  const advised = Object.values(topics).flatMap((groups) => groups.flatMap(({ packages }) => packages));
  return {
    packages: entries.length,
    exports,
    becoming,
    dropped,
    commands,
    deviations,
    advised: advised.filter((name) => !names.has(name)).length,
  };
}

/** "default", "./v4 default". */
export function keyOf({ subpath, name }: WrittenExport): string {
  return subpath === undefined ? name : `${subpath} ${name}`;
}

function becomingOf({ cases }: WrittenExport): Becoming {
  const kinds = new Set(
    cases.map((each) =>
      each.kind === "reference"
        ? "reference"
        : each.kind === "function" && isExpression(each.node.body)
          ? "inline"
          : "helper",
    ),
  );
  if (kinds.size === 1) return [...kinds][0]!;
  return kinds.has("helper") ? "inline or helper" : "inline";
}

function isExpression(body: ts.Node | undefined): boolean {
  return body !== undefined && !ts.isBlock(body);
}

function emptyOnes(subpaths: NonNullable<Recipe["subpaths"]>): string[] {
  return Object.keys(subpaths).filter((path) => Object.keys(subpaths[path] ?? {}).length === 0);
}

function namesOf(lists: readonly (readonly string[])[]): ReadonlySet<string> {
  return new Set(lists.flat());
}
