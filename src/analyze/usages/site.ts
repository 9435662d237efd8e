/** Where a file takes hold of a package, and every place that holding reaches. */
import type { ts } from "../../typescript.ts";
import type { UsageForm } from "../usage.ts";

/** What a name, or an expression, stands for: the start of a path into the package's exports. */
export type Root =
  /** What `require()` gives. */
  | { readonly kind: "module" }
  /** The module namespace object: `import * as x`, `await import()`. */
  | { readonly kind: "namespace" }
  /** The promise of one: `import()` that is not awaited on the spot. */
  | { readonly kind: "promise" }
  | { readonly kind: "export"; readonly name: string };

/** One place that loads the package, or takes a part of it from a name that holds it (`const { sync } = rimraf`). */
export interface Site {
  readonly form: UsageForm;
  readonly package: string;
  readonly specifier: string;
  /** "." or "./sub/path". */
  readonly entry: string;
  /** What stands for it in reports. */
  readonly node: ts.Node;
  /** Where in a comment it stands: comments are no nodes. */
  readonly at?: number;
  /** The literal with the specifier; undefined for an alias. */
  readonly literal: ts.StringLiteralLike | undefined;
  /** The declaration of the function that loads it, where createRequire() made that, or the call that makes it. */
  readonly created?: ts.VariableDeclaration | ts.CallExpression;
  readonly bindings: readonly Binding[];
  /** Use of the loaded value without a name: `require("x")(…)`. */
  readonly expression: Reference | undefined;
  /** How its names are declared, for the edit that takes them away. */
  readonly declaration: Declaration;
  /** Why this form cannot be handled at all. */
  readonly refused: string | undefined;
}

export type Declaration =
  | { readonly kind: "import"; readonly node: ts.ImportDeclaration }
  | { readonly kind: "import-equals"; readonly node: ts.ImportEqualsDeclaration }
  | { readonly kind: "variable"; readonly node: ts.VariableDeclaration }
  | { readonly kind: "re-export"; readonly node: ts.ExportDeclaration }
  | { readonly kind: "statement"; readonly node: ts.Statement }
  | { readonly kind: "none" };

/** A local name for the package or a part of it. */
export interface Binding {
  readonly name: ts.Identifier;
  readonly root: Root;
  /** Members between the root and the name: `const { sync } = require("x")`. */
  readonly members: readonly string[];
  readonly typeOnly: boolean;
  readonly references: readonly Reference[];
}

/** One place that uses a name, with the members read from it there: `chalk.red.bold`. */
export interface Reference {
  readonly root: Root;
  /** Members from the root: those of the binding, then one for each longer link of the chain. */
  readonly members: readonly string[];
  /** How many of the members belong to the binding. */
  readonly fixed: number;
  /** The expression itself, then each longer member access on it: chain[i] has read `fixed + i` members. */
  readonly chain: readonly ts.Expression[];
  /** True where the name stands in a type. */
  readonly type: boolean;
  /** The declaration that takes parts of it under names of their own. */
  readonly alias: Site | undefined;
}
