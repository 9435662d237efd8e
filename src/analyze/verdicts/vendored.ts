/** Where the package's own code, moved into the project, cannot serve a use. */
import { ts } from "../../typescript.ts";
import type { RecipeReplacement } from "../../catalog/catalog.ts";
import type { Site } from "../usages/site.ts";

/** True for what a helper holds as it is, members and all: a constant of a recipe, and the package's own code. */
export function isHeld({ kind }: RecipeReplacement): boolean {
  return kind === "value" || kind === "vendored";
}

/** Why this file cannot load a package's own code as it is; it is not turned into another language or another kind of module. */
export function refuseVendored(replacement: RecipeReplacement, site: Site, isTypeScript: boolean): string | undefined {
  if (replacement.kind !== "vendored") return undefined;
  const { code } = replacement;
  if (isTypeScript) return "its code is JavaScript, and a file in TypeScript would need its types";
  if (site.form === "require")
    return code.format === "cjs" ? undefined : "its code is an ES module, and this loads it by require()";
  if (site.form === "dynamic-import") {
    const isModule = ts.isExternalModule(site.node.getSourceFile());
    return isModule && code.format === "esm"
      ? undefined
      : "is loaded by import() from another kind of module than its own";
  }
  return code.format === "esm" ? undefined : "its code is CommonJS, and this loads it as an ES module";
}
