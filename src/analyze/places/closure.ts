/** What a helper is made of: the declarations of its recipe, and the names that it takes from elsewhere. */
import { ts } from "../../typescript.ts";
import type { RecipeModule, RecipeReplacement } from "../../catalog/catalog.ts";
import { findDeclaration, isReference } from "../../catalog/module.ts";

export interface Closure {
  /** What the exports themselves are written in. */
  readonly roots: readonly ts.Node[];
  /** Declarations that the exports need, by their names. */
  readonly declarations: ReadonlyMap<string, ts.Statement>;
  /** Names of built-in modules' exports, by what they are called in the recipe. */
  readonly builtins: ReadonlyMap<string, { readonly module: string; readonly name: string }>;
  /** Names of neither: globals. */
  readonly globals: ReadonlySet<string>;
  /** True where all of it is functions and types, which are there from the start of the file that has them. */
  readonly isHoisted: boolean;
}

/** Gathers it for the exports of these names; undefined for a package's own code. */
export function closureOf(
  replacements: ReadonlyMap<string, RecipeReplacement>,
  names: Iterable<string>,
): Closure | undefined {
  const roots: ts.Node[] = [];
  const declarations = new Map<string, ts.Statement>();
  const builtins = new Map<string, { readonly module: string; readonly name: string }>();
  const globals = new Set<string>();
  let isHoisted = true;
  const follow = (node: ts.Node, module: RecipeModule): void => {
    const visit = (inner: ts.Node): void => {
      if (ts.isIdentifier(inner) && isReference(inner)) {
        const { text } = inner;
        const builtin = module.builtins.get(text);
        const declared = findDeclaration(module, text);
        if (builtin !== undefined) builtins.set(text, builtin);
        else if (declared === undefined) {
          if (text in globalThis || !isDeclaredIn(node, text)) globals.add(text);
        } else if (!declarations.has(text)) {
          declarations.set(text, declared.statement);
          follow(declared.statement, declared.module);
        }
      }
      ts.forEachChild(inner, visit);
    };
    visit(node);
  };
  for (const name of names) {
    const replacement = replacements.get(name);
    if (replacement === undefined || replacement.kind === "vendored") return undefined;
    const last = replacement.kind === "cases" ? replacement.cases[replacement.cases.length - 1] : undefined;
    const native = replacement.kind === "native" ? replacement.native : last?.native;
    if (native !== undefined) {
      isHoisted = false;
      if ("global" in native.root) globals.add(native.root.global);
      else builtins.set(native.root.name, native.root);
    } else if (replacement.kind === "value") {
      isHoisted = false;
      roots.push(replacement.value.statement);
      declarations.set(replacement.value.name, replacement.value.statement);
      follow(replacement.value.statement, replacement.value.module);
    } else if (last !== undefined) {
      roots.push(last.function);
      follow(last.function, last.module);
    }
  }
  isHoisted &&= [...declarations.values()].every(
    (statement) =>
      ts.isFunctionDeclaration(statement) ||
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement),
  );
  return { roots, declarations, builtins, globals, isHoisted };
}

/** True where something inside a node declares that name. */
function isDeclaredIn(node: ts.Node, name: string): boolean {
  if (
    (ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isVariableDeclaration(node) ||
      ts.isTypeParameterDeclaration(node) ||
      ts.isFunctionLike(node) ||
      ts.isClassLike(node)) &&
    node.name !== undefined &&
    ts.isIdentifier(node.name) &&
    node.name.text === name
  )
    return true;
  return ts.forEachChild(node, (inner) => isDeclaredIn(inner, name)) ?? false;
}
