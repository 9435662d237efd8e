/** Which export of a package a path of members reaches. */
import type { Era, RecipeReplacement } from "../../catalog/catalog.ts";
import type { Root } from "../usages/site.ts";

export type Reached =
  /** `used` of the members lead to the export; the rest are read from it. */
  | { readonly kind: "export"; readonly name: string; readonly used: number; readonly replacement: RecipeReplacement }
  /** The module itself, as an object of exports. */
  | { readonly kind: "whole" }
  | { readonly kind: "none"; readonly reason: string };

/**
 * Follows a root and its members through the exports that an era of the recipe has at an entry point. `isOwnDefault`
 * says whether a CommonJS package has itself as its member `default`.
 */
export function reachExport(
  era: Era,
  entry: string,
  root: Root,
  members: readonly string[],
  isOwnDefault: () => boolean = () => false,
): Reached {
  const table = era.entries.get(entry);
  if (table === undefined) return { kind: "none", reason: `its entry point ${entry} has no replacement` };
  const [first] = members;
  const byName = (name: string, used: number): Reached | undefined => {
    const replacement = table.get(name);
    return replacement && { kind: "export", name, used, replacement };
  };
  const member = first === undefined ? undefined : byName(first, 1);
  const asModule = (): Reached => {
    if (era.require === "namespace") return member ?? (first === undefined ? { kind: "whole" } : missing(first));
    if (first !== "default") return member ?? byName("default", 0) ?? missing(first ?? "default");
    if (isOwnDefault()) {
      const [, second] = members;
      return (second === undefined ? undefined : byName(second, 2)) ?? byName("default", 1) ?? missing("default");
    }
    return { kind: "none", reason: "its member default is read, which it is not seen to have" };
  };
  switch (root.kind) {
    case "module":
      return asModule();
    case "namespace":
      return member ?? (first === undefined ? { kind: "whole" } : missing(first));
    case "promise":
      return { kind: "whole" };
    case "export":
      if (root.name !== "default") return byName(root.name, 0) ?? missing(root.name);
      // The default import of a CommonJS package is its module.exports.
      if (!table.has("default") || era.require === "default") return asModule();
      return byName("default", 0) ?? missing("default");
  }
}

/** True for a path by the member `default` of what require() gives, where that is the default export itself. */
export function isByDefault(
  era: Era,
  { root, members }: { readonly root: Root; readonly members: readonly string[] },
): boolean {
  if (members[0] !== "default") return false;
  return root.kind === "module" || (era.require === "default" && root.kind === "export" && root.name === "default");
}

function missing(name: string): Reached {
  return { kind: "none", reason: `its export ${name} has no replacement` };
}
