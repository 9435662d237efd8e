/**
 * The packages of the catalogue that the programs use, with the arguments their recipes are written for: every recipe
 * whose calls give the same on every run and change nothing outside. A new recipe is drawn with no word about it here.
 */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { ts } from "ts-morph";
import { createProgramHost } from "../../src/analyze/facts/program.ts";
import { createDisk } from "../../src/project/disk.ts";
import type { Recipe } from "../../src/recipe.ts";
import { installOriginals, root } from "../recipes/proof/originals.ts";
import { loadRecipe, originalsOf } from "../recipes/proof/prove.ts";
import { type ProofSettings, readSettings } from "../recipes/proof/settings.ts";
import { readRecipes, type WrittenExport, type WrittenRecipe } from "../recipes/proof/source.ts";
import { givenBy, kindOf, union } from "./kinds.ts";
import type { ArgumentKind, Export, Package } from "./packages.ts";

/** Built-in modules whose functions depend on their arguments alone. */
const pureModules = /^node:(?:path|util|util\/types|buffer|url|querystring|string_decoder|events|assert)$/;
const impureNames =
  /^(?:setTimeout|setInterval|setImmediate|queueMicrotask|process|performance|crypto|fetch|console|require|globalThis|AbortController|AbortSignal|MessageChannel|gc)$/;
const impureCalls = /\bMath\.random\b|\bDate\.now\b|\bnew Date\(\)|\bDate\(\)|\bimport\(/;

/** Every pure recipe's package, in every installed version, each of its entry points apart. */
export async function drawPackages(): Promise<readonly Package[]> {
  await installOriginals();
  const recipes = readRecipes();
  const paths = recipes.map(({ name }) => join(root, "recipes", `${name}.ts`));
  const host = createProgramHost(root, createDisk(root));
  const options: ts.CompilerOptions = {
    lib: ["lib.esnext.d.ts"],
    types: [],
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.NodeNext,
    allowImportingTsExtensions: true,
  };
  const program = ts.createProgram(paths, options, host);
  const checker = program.getTypeChecker();
  const drawn: Package[] = [];
  for (const [index, recipe] of recipes.entries()) {
    const source = program.getSourceFile(paths[index]!);
    if (source === undefined || !isPure(recipe.source)) continue;
    const settings = await readSettings(recipe.name);
    if (settings.surround !== undefined || settings.normalise !== undefined) continue;
    drawn.push(...(await drawRecipe(recipe, settings, source, checker)));
  }
  return drawn;
}

async function drawRecipe(
  recipe: WrittenRecipe,
  settings: ProofSettings,
  source: ts.SourceFile,
  checker: ts.TypeChecker,
): Promise<readonly Package[]> {
  const drawn: Package[] = [];
  for (const [index, era] of (await loadRecipe(recipe.name)).entries()) {
    if (era.rewrite !== undefined) continue;
    const all = recipe.eras[index]?.exports ?? [];
    for (const original of originalsOf(era)) {
      for (const subpath of new Set(all.map((one) => one.subpath))) {
        const written = all.filter((one) => one.subpath === subpath);
        const specifier = `${recipe.name}${(subpath ?? ".").slice(1)}`;
        const format = formatOf(`${original.alias}${(subpath ?? ".").slice(1)}`);
        if (format === undefined) continue;
        const comparable = written.filter(({ name }) => isComparable(era, settings, name));
        const named = await namesOf(`${original.alias}${(subpath ?? ".").slice(1)}`, format, comparable);
        const exports = comparable.map((each) => ({
          ...drawExport(each, settings, source, checker),
          isNamed: named.has(each.name),
        }));
        if (exports.length === 0) continue;
        const isDefault = exports.some(({ name }) => name === "default");
        drawn.push({
          name: recipe.name,
          specifier,
          original: original.alias,
          version: original.version,
          format,
          require:
            subpath === undefined
              ? (era.require ?? (isDefault ? "default" : "namespace"))
              : isDefault
                ? "default"
                : "namespace",
          exports,
          forgives: (era.deviations ?? []).some(({ severity }) => severity === "message"),
        });
      }
    }
  }
  return drawn;
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
  { name, cases }: WrittenExport,
  settings: ProofSettings,
  source: ts.SourceFile,
  checker: ts.TypeChecker,
): Omit<Export, "isNamed"> {
  const signatures = cases.map((one) => signatureOf(one.kind === "reference" ? one.text : one.node, source, checker));
  const known = signatures.filter((each) => each !== undefined);
  const last = known[known.length - 1];
  if (last === undefined) return { name, parameters: ["anything", "anything"], gives: "anything" };
  const isClass = known.every(({ isConstruct }) => isConstruct);
  const lists = known.map(({ signature }) => parametersOf(signature, settings, checker));
  const longest = Math.max(...lists.map((list) => list.kinds.length));
  const parameters = Array.from({ length: longest }, (_, at) => {
    const kinds = lists.flatMap(({ kinds }) => kinds[at] ?? []);
    return kinds.length === 0 ? "anything" : union(kinds);
  });
  const gives = known.map(({ signature }) => givenBy(checker, signature.getReturnType()));
  return {
    name,
    parameters,
    gives: gives.find((each) => each !== "anything") ?? "anything",
    rest: lists.some(({ rest }) => rest),
    isClass,
  };
}

interface Found {
  readonly signature: ts.Signature;
  readonly isConstruct: boolean;
}

/** The signature of a function of the recipe, found again in the program by its place, or of a native by its text. */
function signatureOf(what: string | ts.Node, source: ts.SourceFile, checker: ts.TypeChecker): Found | undefined {
  let found: Found | undefined;
  const visit = (node: ts.Node): void => {
    if (found !== undefined) return;
    if (typeof what !== "string") {
      if (node.pos === what.pos && node.end === what.end && node.kind === what.kind) {
        const signature = checker.getSignatureFromDeclaration(node as ts.FunctionDeclaration);
        if (signature !== undefined) found = { signature, isConstruct: false };
        return;
      }
    } else if (ts.isExpression(node) && node.getText(source) === what) {
      const type = checker.getTypeAtLocation(node);
      const calls = [...type.getCallSignatures()].sort((a, b) => b.getParameters().length - a.getParameters().length);
      const [signature] = calls.length > 0 ? calls : type.getConstructSignatures();
      if (signature !== undefined) found = { signature, isConstruct: calls.length === 0 };
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function parametersOf(signature: ts.Signature, settings: ProofSettings, checker: ts.TypeChecker) {
  let rest = false;
  const kinds = signature.getParameters().flatMap((parameter): ArgumentKind[] => {
    const at = parameter.valueDeclaration;
    if (parameter.name === "this") return [];
    // A value that no run can try: sizes of gigabytes, endless lengths.
    if (settings.limits?.[parameter.name] !== undefined) return ["length"];
    const written = at !== undefined && ts.isParameter(at) ? at : undefined;
    const kind = hinted(kindOf(checker, checker.getTypeOfSymbol(parameter), written?.type), parameter.name);
    if (written?.dotDotDotToken === undefined) return [kind];
    rest = true;
    return [hinted(typeof kind === "object" && "listOf" in kind ? kind.listOf : "anything", parameter.name)];
  });
  return { kinds, rest };
}

const hints: readonly (readonly [RegExp, ArgumentKind])[] = [
  [/list|array|items|values|collection/i, { oneOf: ["list", "nested"] }],
  [/text|string|word|name|prefix|suffix/i, "texty"],
  [/object|target|source|record|defaults/i, "object"],
  [/key|path|property/i, "key"],
  [/length|size|count|depth|index|from|start|end|number|^n$/i, "count"],
  [/callback|function|test|predicate|iteratee|compare|^fn$/i, "test"],
];

/** A parameter that takes anything is given most often what its name says. */
function hinted(kind: ArgumentKind, name: string): ArgumentKind {
  const hint = kind === "anything" ? hints.find(([pattern]) => pattern.test(name))?.[1] : undefined;
  return hint === undefined ? kind : { oneOf: [hint, hint, "anything"] };
}

function isPure(source: ts.SourceFile): boolean {
  if (impureCalls.test(source.text)) return false;
  let pure = true;
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const { text } = node.moduleSpecifier;
      if (text.startsWith("node:") && !pureModules.test(text)) pure = false;
      return;
    }
    if (ts.isIdentifier(node) && impureNames.test(node.text) && !ts.isPropertyAssignment(node.parent)) {
      const isMember = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
      if (!isMember) pure = false;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return pure;
}

const modules = join(root, "test", "originals", "node_modules");
const require = createRequire(join(modules, "..", "package.json"));

/** The names an ES module can import it by; of a CommonJS module, Node finds some. */
async function namesOf(
  specifier: string,
  format: Package["format"],
  exports: readonly WrittenExport[],
): Promise<ReadonlySet<string>> {
  const names = exports.map(({ name }) => name);
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
