/** The catalogue as the engine sees it: recipes read as source, with their functions as syntax. */
import type { ts } from "../typescript.ts";
import type { Chains, CommandRewrite, CommandUse, Deviation, Floor, MemberRewrite, MemberUse } from "../recipe.ts";
import type { VendoredModule } from "./vendored.ts";

export interface Catalog {
  /** Every package it has a recipe for, whether or not that recipe was asked for. */
  readonly names: ReadonlySet<string>;
  /** The recipe of a package; undefined when there is none, or it was not among those read. */
  get(name: string): CatalogEntry | undefined;
}

export interface CatalogEntry {
  readonly package: string;
  readonly eras: readonly Era[];
}

/** One `Recipe` object, read. */
export interface Era {
  readonly package: string;
  readonly versions: string;
  /** Ranges of what the package loads, by name. */
  readonly loads: ReadonlyMap<string, string>;
  readonly replacement: string;
  readonly floor: Floor;
  readonly deviations: readonly Deviation[];
  /** Exports by entry point: "." is the package itself, "./v4" a subpath. */
  readonly entries: ReadonlyMap<string, ReadonlyMap<string, RecipeReplacement>>;
  readonly require: "default" | "namespace";
  readonly dropSideEffect: boolean;
  /** Its exports are the native objects themselves. */
  readonly identical: boolean;
  /** Members of its exports that may be read of the native objects, too. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  /** What calling the package, or an export of it, begins. */
  readonly chains: Chains | undefined;
  /** What may be read of what the promise of an export fulfils with; all of it where the export is not named. */
  readonly fulfils: ReadonlyMap<string, readonly string[]>;
  /** What may be done with what a call of an export gives; anything where the export is not named. */
  readonly gives: ReadonlyMap<string, readonly string[]>;
  /** What may be done with the forms that an export makes. */
  readonly forms: ReadonlyMap<string, RecipeForms>;
  readonly rewrite: ((use: MemberUse) => MemberRewrite) | undefined;
  /** What becomes of its commands in npm scripts, by name. */
  readonly commands: ReadonlyMap<string, (use: CommandUse) => CommandRewrite>;
  readonly module: RecipeModule;
}

/** `Forms` of a recipe, read. */
export interface RecipeForms {
  readonly methods: ReadonlyMap<string, RecipeReplacement>;
  readonly body: string;
  readonly headers: string;
}

export type RecipeReplacement =
  | { readonly kind: "native"; readonly native: NativePath }
  | { readonly kind: "cases"; readonly cases: readonly RecipeCase[] }
  | { readonly kind: "value"; readonly value: RecipeValue }
  /** The package's own code, moved into the project. */
  | { readonly kind: "vendored"; readonly code: VendoredModule };

/** A constant of a recipe that is no plain function (a flag, a class, or a function that carries others): only a helper has it. */
export interface RecipeValue {
  readonly name: string;
  readonly statement: ts.VariableStatement | ts.ClassDeclaration;
  /** What instances are made by: a class, or a function that may be called as well. Undefined when there are none. */
  readonly makes: "class" | "function" | undefined;
  readonly module: RecipeModule;
}

/** A native value: a global ("Object") or an export of a built-in module, and the members that lead to it. */
export interface NativePath {
  readonly root: { readonly global: string } | { readonly module: string; readonly name: string };
  readonly members: readonly string[];
}

export interface RecipeCase {
  readonly function: RecipeFunction;
  /** The file its function is written in: the recipe, or a module of its family. */
  readonly module: RecipeModule;
  /** The native it is instead of a function, for `since(floor, RegExp.escape)`. */
  readonly native: NativePath | undefined;
  readonly since: Floor | undefined;
}

export type RecipeFunction = ts.ArrowFunction | ts.FunctionExpression | ts.FunctionDeclaration;

/** A file of the catalogue, a recipe or a module of a family: what its functions may refer to. */
export interface RecipeModule {
  readonly path: string;
  readonly source: ts.SourceFile;
  /** Names imported from built-in modules. */
  readonly builtins: ReadonlyMap<string, { readonly module: string; readonly name: string }>;
  /** Top-level declarations by name. */
  readonly declarations: ReadonlyMap<string, ts.Statement>;
  /** The modules of a family whose exports it imports, by the name, which is the same here and there. */
  readonly imports: ReadonlyMap<string, RecipeModule>;
}
