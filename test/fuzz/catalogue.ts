/**
 * The packages of the catalogue that the programs use, with the arguments their recipes are written for: every export
 * whose calls give the same on every run and change nothing outside. A new recipe is drawn with no word about it here.
 */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { RecipeReplacement } from "../../src/catalog/catalog.ts";
import type { Family } from "../../src/catalog/module.ts";
import { parseRecipe } from "../../src/catalog/parse.ts";
import { readFamily } from "../../src/catalog/read.ts";
import type { Recipe } from "../../src/recipe.ts";
import { installOriginals, root } from "../recipes/proof/originals.ts";
import { loadRecipe, originalsOf } from "../recipes/proof/prove.ts";
import { nameIn, type ProofSettings, readSettings } from "../recipes/proof/settings.ts";
import { readRecipes, type WrittenRecipe } from "../recipes/proof/source.ts";
import { union } from "./kinds.ts";
import type { Export, Package } from "./packages.ts";
import { openRecipes, type OpenRecipes } from "./signatures.ts";

/** Shims that look at the object they are called as a member of, which no other package here does. */
const readsReceiver = /^promise\./;

/** What their proofs put around a call shows more of what it gives: what programs print of it can be compared as it is. */
const isShownMore = /^make-error$/;

/** Every pure export of every recipe's package, in every installed version, each of its entry points apart. */
export async function drawPackages(): Promise<readonly Package[]> {
  await installOriginals();
  const recipes = readRecipes();
  const opened = openRecipes(recipes.map(({ path }) => join(root, path)));
  const family = readFamily();
  const drawn: Package[] = [];
  for (const recipe of recipes) {
    const settings = await readSettings(recipe.name);
    const isAltered = settings.surround !== undefined || settings.normalise !== undefined;
    if (isAltered && !isShownMore.test(recipe.name)) continue;
    if (readsReceiver.test(recipe.name)) continue;
    drawn.push(...(await drawRecipe(recipe, settings, opened, family)));
  }
  return drawn;
}

async function drawRecipe(
  recipe: WrittenRecipe,
  settings: ProofSettings,
  opened: OpenRecipes,
  family: Family,
): Promise<readonly Package[]> {
  const drawn: Package[] = [];
  const parsed = parseRecipe(recipe.path, recipe.text, undefined, family);
  for (const [index, era] of (await loadRecipe(recipe.name)).entries()) {
    if (era.rewrite !== undefined) continue;
    for (const [entry, table] of parsed[index]?.entries ?? []) {
      const usable = [...table].filter(
        ([name, replacement]) =>
          // A shim changes what all programs share.
          !/\bshim\b/.test(`${entry} ${name}`) &&
          isComparable(era, settings, nameIn(entry, name)) &&
          opened.isPure(replacement),
      );
      const exports = usable.map(([name, replacement]) => drawExport(name, replacement, settings, opened));
      if (exports.length === 0) continue;
      for (const { alias, version } of originalsOf(era)) {
        const format = formatOf(`${alias}${entry.slice(1)}`);
        if (format === undefined) continue;
        const named = await namesOf(
          `${alias}${entry.slice(1)}`,
          format,
          exports.map(({ name }) => name),
        );
        const shape = exports.some(({ name }) => name === "default") ? "default" : "namespace";
        drawn.push({
          name: recipe.name,
          specifier: `${recipe.name}${entry.slice(1)}`,
          original: alias,
          version,
          format,
          require: entry === "." ? (era.require ?? ("default" in era.exports ? "default" : "namespace")) : shape,
          exports: exports
            .filter(({ name }) => name === "default" || shape === "namespace" || !hasTwoFaces(alias))
            .map((one) => ({ ...one, isNamed: named.has(one.name) })),
          forgives: (era.deviations ?? []).some(({ severity }) => severity === "message"),
        });
      }
    }
  }
  return drawn;
}

/** True for a package that gives ES modules another file, whose default export lacks the members of what require() gives. */
function hasTwoFaces(alias: string): boolean {
  return /"import"\s*:/.test(readFileSync(join(modules, alias, "package.json"), "utf8"));
}

/** False for an export that is refused for its deviation, or has one that a single call does not show. */
function isComparable(era: Recipe, settings: ProofSettings, name: string): boolean {
  const own = (era.deviations ?? []).filter((one) => one.exports?.includes(name) ?? one.commands === undefined);
  return own.every(({ severity, note }) => {
    if (severity === "observable") return false;
    if (severity === "message") return true;
    const shown = settings.deviations?.find((each) => each.note === note);
    return shown !== undefined && "covers" in shown;
  });
}

function drawExport(
  name: string,
  replacement: RecipeReplacement,
  settings: ProofSettings,
  opened: OpenRecipes,
): Omit<Export, "isNamed"> {
  const signatures = opened.signaturesOf(replacement, settings);
  const longest = Math.max(0, ...signatures.map(({ kinds }) => kinds.length));
  const parameters = Array.from({ length: longest }, (_, at) =>
    union(signatures.flatMap(({ kinds }) => kinds[at] ?? [])),
  );
  return {
    name,
    // Of a function that nothing is known of, any argument may be wanted.
    parameters: signatures.length === 0 ? ["anything", "anything"] : parameters,
    gives: signatures.find(({ gives }) => gives !== "anything")?.gives ?? "anything",
    rest: signatures.some(({ rest }) => rest),
    isClass: signatures.length > 0 && signatures.every(({ isClass }) => isClass),
  };
}

const modules = join(root, "test", "originals", "node_modules");
const require = createRequire(join(modules, "..", "package.json"));

/** The names an ES module can import it by; of a CommonJS module, Node finds some. */
async function namesOf(
  specifier: string,
  format: Package["format"],
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  if (format !== "cjs" || names.every((name) => name === "default")) return new Set(names);
  const namespace: object = await import(pathToFileURL(require.resolve(specifier)).href);
  return new Set(Object.keys(namespace));
}

/** What can load it on every supported Node; undefined when it is not installed. */
function formatOf(specifier: string): Package["format"] | undefined {
  const folder = join(modules, ...specifier.split("/").slice(0, specifier.startsWith("@") ? 2 : 1));
  if (!existsSync(folder)) return undefined;
  let file: string;
  try {
    file = require.resolve(specifier);
  } catch {
    return "esm";
  }
  const { exports }: { exports?: unknown } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const isBare = specifier.split("/").length === (specifier.startsWith("@") ? 2 : 1);
  if (!isBare && exports === undefined && file !== join(modules, specifier)) return "require";
  if (/\.[cm]js$/.test(file)) return file.endsWith(".mjs") ? "esm" : "cjs";
  for (let at = dirname(file); at.length >= folder.length; at = dirname(at)) {
    const manifest = join(at, "package.json");
    if (existsSync(manifest)) return /"type"\s*:\s*"module"/.test(readFileSync(manifest, "utf8")) ? "esm" : "cjs";
  }
  return "cjs";
}
