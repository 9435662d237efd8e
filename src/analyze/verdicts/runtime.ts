/** Whether the runtime a workspace promises has what a replacement needs. */
import { ts } from "ts-morph";
import { gte } from "semver";
import type { NativePath, RecipeCase, RecipeModule, RecipeValue } from "../../catalog/catalog.ts";
import { findDeclaration, isReference } from "../../catalog/module.ts";
import type { RuntimeFloor } from "../../project/project.ts";
import type { Floor } from "../../recipe.ts";

/**
 * The newest month of web features that browser code is taken to have when the project names no browsers: those every
 * major browser has had since.
 */
export const assumedBaseline = "2021-12";

/** Why a replacement with that floor cannot run where the workspace does; undefined when it can. */
export function findTooOld(needs: Floor, promised: RuntimeFloor, usesBuiltins: boolean): string | undefined {
  if (promised.browser) {
    const because = promised.browserSource === undefined ? "" : ` (${promised.browserSource})`;
    if (usesBuiltins) return `its replacement is a module of Node, and this code is built for browsers${because}`;
    if (needs.baseline === undefined)
      return `its replacement is not in browsers, and this code is built for them${because}`;
    if (needs.baseline > assumedBaseline)
      return `its replacement is in browsers only since ${needs.baseline}, and this code is built for them${because}`;
  }
  if (promised.node !== undefined && !gte(promised.node, needs.node))
    return `its replacement needs Node ${needs.node}; the project promises ${promised.node} (${promised.source})`;
  return undefined;
}

/** True when a case refers to a built-in module, itself or through the declarations of its file. */
export function usesBuiltins(one: RecipeCase): boolean {
  if (one.native !== undefined) return isBuiltin(one.native);
  return reaches(one.function, one.module, new Set());
}

export function valueUsesBuiltins({ name, statement, module }: RecipeValue): boolean {
  return reaches(statement, module, new Set([name]));
}

export function isBuiltin(native: NativePath): boolean {
  return "module" in native.root || native.root.global === "Buffer" || native.root.global === "process";
}

function reaches(node: ts.Node, module: RecipeModule, seen: Set<string>): boolean {
  const visit = (inner: ts.Node): boolean => {
    if (ts.isIdentifier(inner) && isReference(inner)) {
      if (module.builtins.has(inner.text) || inner.text === "Buffer" || inner.text === "process") return true;
      const declared = findDeclaration(module, inner.text);
      if (declared !== undefined && !seen.has(inner.text)) {
        seen.add(inner.text);
        if (reaches(declared.statement, declared.module, seen)) return true;
      }
    }
    return ts.forEachChild(inner, visit) ?? false;
  };
  return visit(node);
}
