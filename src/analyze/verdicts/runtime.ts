/** Whether the runtime a workspace promises has what a replacement needs. */
import { ts } from "../../typescript.ts";
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

/** What a replacement is made of: the language alone, what browsers have besides, or what Node alone has. */
export type Reach = "language" | "web" | "node";

/** Why a replacement with that floor cannot run where the workspace does; undefined when it can. */
export function findTooOld(needs: Floor, promised: RuntimeFloor, reach: Reach): string | undefined {
  if (promised.browser) {
    const because = promised.browserSource === undefined ? "" : ` (${promised.browserSource})`;
    if (reach === "node") return `its replacement is a module of Node, and this code is built for browsers${because}`;
    if (needs.baseline === undefined)
      return `its replacement is not in browsers, and this code is built for them${because}`;
    if (needs.baseline > (promised.baseline ?? assumedBaseline))
      return `its replacement is in browsers only since ${needs.baseline}, and this code is built for ${promised.baseline === undefined ? "them" : `those of ${promised.baseline}`}${because}`;
  }
  if (reach === "language" && promised.language !== undefined && !gte(promised.language.node, needs.node))
    return `its replacement needs a language that Node ${needs.node} has; the project is written in that of ${promised.language.node} (${promised.language.source})`;
  if (promised.node !== undefined && !gte(promised.node, needs.node))
    return `its replacement needs Node ${needs.node}; the project promises ${promised.node} (${promised.source})`;
  return undefined;
}

/** How far a case reaches, itself or through the declarations of its file. */
export function reachOf(one: RecipeCase): Reach {
  return one.native === undefined ? reachFrom(one.function, one.module, []) : reachOfNative(one.native);
}

/** The modules of Node that a case is made of, itself or through the declarations of its file: "fs" for "node:fs/promises". */
export function builtinsOf(one: RecipeCase): ReadonlySet<string> {
  const found = new Set<string>();
  if (one.native !== undefined) return builtinsOfNative(one.native);
  reaches(one.function, one.module, new Set(), (name, module) => {
    const builtin = module.builtins.get(name);
    if (builtin !== undefined) found.add(plainName(builtin.module));
    return false;
  });
  return found;
}

export function builtinsOfNative({ root }: NativePath): ReadonlySet<string> {
  return new Set("module" in root ? [plainName(root.module)] : []);
}

function plainName(builtin: string): string {
  return builtin.replace(/^node:|\/.*$/g, "");
}

export function reachOfValue({ name, statement, module }: RecipeValue): Reach {
  return reachFrom(statement, module, [name]);
}

function reachFrom(node: ts.Node, module: RecipeModule, seen: readonly string[]): Reach {
  if (reaches(node, module, new Set(seen), isOfNode)) return "node";
  return reaches(node, module, new Set(seen), (name) => webNames.has(name)) ? "web" : "language";
}

export function reachOfNative(native: NativePath): Reach {
  if (isBuiltin(native)) return "node";
  return "global" in native.root && webNames.has(native.root.global) ? "web" : "language";
}

/** Globals that are no part of the language: what `lib` says of its edition says nothing of them. */
const webNames: ReadonlySet<string> = new Set(
  (
    "AbortController AbortSignal Blob BroadcastChannel ByteLengthQueuingStrategy CompressionStream CountQueuingStrategy " +
    "CustomEvent DOMException DecompressionStream Event EventTarget File FormData Headers MessageChannel MessageEvent " +
    "ReadableStream Request Response TextDecoder TextEncoder TransformStream URL URLSearchParams WebAssembly WebSocket " +
    "WritableStream atob btoa clearInterval clearTimeout console crypto fetch performance queueMicrotask setInterval " +
    "setTimeout structuredClone"
  ).split(" "),
);

function isOfNode(name: string, module: RecipeModule): boolean {
  return module.builtins.has(name) || ["Buffer", "process", "setImmediate", "clearImmediate"].includes(name);
}

export function isBuiltin(native: NativePath): boolean {
  return "module" in native.root || native.root.global === "Buffer" || native.root.global === "process";
}

function reaches(
  node: ts.Node,
  module: RecipeModule,
  seen: Set<string>,
  isFar: (name: string, module: RecipeModule) => boolean,
): boolean {
  const visit = (inner: ts.Node): boolean => {
    if (ts.isIdentifier(inner) && isReference(inner)) {
      if (isFar(inner.text, module)) return true;
      const declared = findDeclaration(module, inner.text);
      if (declared !== undefined && !seen.has(inner.text)) {
        seen.add(inner.text);
        if (reaches(declared.statement, declared.module, seen, isFar)) return true;
      }
    }
    return ts.forEachChild(inner, visit) ?? false;
  };
  return visit(node);
}
