import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import type { ts } from "../../../src/typescript.ts";
import type { RecipeCase, RecipeReplacement } from "../../../src/catalog/catalog.ts";
import { parseRecipe } from "../../../src/catalog/parse.ts";
import { readFamily } from "../../../src/catalog/read.ts";
import { root } from "./originals.ts";

/** A replacement as a recipe's source writes it: a value by reference, or a function with its parameters. */
/** A "value" is a constant of the recipe, which nobody calls. */
export type WrittenCase =
  { readonly kind: "reference" | "value" } | { readonly kind: "function"; readonly node: FunctionNode };

export type FunctionNode = RecipeCase["function"];

export interface WrittenExport {
  /** Undefined for the package itself, "./v4" for `uuid/v4`. */
  readonly subpath: string | undefined;
  readonly name: string;
  readonly cases: readonly WrittenCase[];
}

/** One argument of `defineRecipe`, as written. */
export interface WrittenEra {
  readonly exports: readonly WrittenExport[];
}

export interface WrittenRecipe {
  /** The file's name without ending: the package it should be for. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly eras: readonly WrittenEra[];
}

const family = readFamily();

/** The statements that a file's types may be declared in: its own, and those of the modules it imports from its family. */
export function statementsNear(source: ts.SourceFile): readonly ts.Statement[] {
  const module = [...family.modules.values()].find((one) => one.source === source);
  const imported = [...new Set(module?.imports.values())];
  return [source, ...imported.map((one) => one.source)].flatMap(({ statements }) => [...statements]);
}

/** Reads every recipe as source, scopes too; the modules that families share are no recipes. */
export function readRecipes(): WrittenRecipe[] {
  const folder = path.join(root, "recipes");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => file.endsWith(".ts") && !file.startsWith("families/"));
  return files.sort().map((file) => {
    const name = file.slice(0, -".ts".length);
    return readRecipe(name, readFileSync(path.join(folder, file), "utf8"));
  });
}

/** Reads one recipe; throws when it does not have the form of a recipe. */
export function readRecipe(name: string, text: string): WrittenRecipe {
  const file = `recipes/${name}.ts`;
  const eras = parseRecipe(file, text, undefined, family).map(({ entries }) => ({
    exports: [...entries].flatMap(([entry, table]) =>
      [...table].map(([key, replacement]): WrittenExport => {
        const subpath = entry === "." ? undefined : entry;
        return { subpath, name: key, cases: casesOf(replacement) };
      }),
    ),
  }));
  return { name, path: file, text, eras };
}

function casesOf(replacement: RecipeReplacement): readonly WrittenCase[] {
  if (replacement.kind === "native") return [{ kind: "reference" }];
  if (replacement.kind !== "cases") return [{ kind: "value" }];
  return replacement.cases.map((one) =>
    one.native === undefined ? { kind: "function", node: one.function } : { kind: "reference" },
  );
}
