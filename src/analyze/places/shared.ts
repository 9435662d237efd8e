/** Which loads of one export alone (`lodash/get`) take it from the helper module of the whole package. */
import type { ts } from "../../typescript.ts";
import { helpedBy, type SiteDecision, usesOf } from "../verdicts/decision.ts";
import { isByDefault } from "../verdicts/exports.ts";

/**
 * The export of the package itself that an entry point has as its only one, `get` for `lodash/get`, where the place that
 * loads it can take it by that name; undefined where it keeps a helper module of its own.
 */
export function exportOfEntry(site: SiteDecision): string | undefined {
  const { era } = site;
  const { entry } = site.site;
  if (era === undefined || entry === "." || !isRenamable(site)) return undefined;
  const table = era.entries.get(entry);
  const name = entry.slice(2).replace(/\.js$/, "");
  const replacement = era.entries.get(".")?.get(name);
  if (table?.size !== 1 || replacement === undefined || table.get("default") !== replacement) return undefined;
  const isPlain = usesOf(site).every(({ reference, decision }) => {
    if (decision.kind === "inline") return helpedBy(decision).length === 0;
    return decision.kind !== "helper" || (decision.use.name === "default" && !isByDefault(era, reference));
  });
  return isPlain ? name : undefined;
}

/** True where the load can become one of a named export: a require(), and an import of nothing but the default. */
function isRenamable({ site }: SiteDecision): boolean {
  const { declaration } = site;
  if (site.form === "require") return true;
  if (declaration.kind === "import-equals") return true;
  const clause = declaration.kind === "import" ? declaration.node.importClause : undefined;
  const [binding, ...others] = site.bindings;
  if (site.form !== "import" || clause === undefined || binding === undefined || others.length > 0) return false;
  const { root, typeOnly } = binding;
  const isDefault = root.kind === "module" || (root.kind === "export" && root.name === "default");
  return isDefault && !typeOnly && !hasInnerComment(clause);
}

function hasInnerComment(node: ts.Node): boolean {
  return /\/[/*]/.test(node.getText());
}
