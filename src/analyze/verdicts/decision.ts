/** What is decided of each site and reference: the input of the rewrite. */
import type { ts } from "../../typescript.ts";
import type { Era, NativePath, RecipeCase, RecipeReplacement } from "../../catalog/catalog.ts";
import type { Reference, Site } from "../usages/site.ts";
import type { Expr } from "./template.ts";

/** An export of the package, by entry point. */
export interface ExportUse {
  readonly entry: string;
  readonly name: string;
  readonly replacement: RecipeReplacement;
  /** The cases that serve this use of it; only the last one, where that is not said. */
  readonly fits?: readonly RecipeCase[];
}

export type Decision =
  /** The call becomes an expression. */
  | {
      readonly kind: "inline";
      readonly node: ts.Expression;
      readonly expr: Expr;
      /** What the expression takes from a helper module by the name that the package has in the source. */
      readonly helped?: readonly ExportUse[];
      /** What changes elsewhere with it: calls on what it makes, and headers that stay empty. */
      readonly calls?: readonly { readonly node: ts.Expression; readonly expr: Expr }[];
      /** What goes elsewhere with it: headers that the native form tells itself. */
      readonly dropped?: readonly ts.ObjectLiteralElementLike[];
    }
  /** The expression becomes a native one. */
  | { readonly kind: "native"; readonly node: ts.Expression; readonly native: NativePath }
  /** The source stays: its name comes from a helper module. */
  | { readonly kind: "helper"; readonly node: ts.Node; readonly use: ExportUse; readonly whole: boolean }
  /** It declares names for parts of the package, and goes or stays with them. */
  | { readonly kind: "alias"; readonly node: ts.Node; readonly site: SiteDecision }
  | { readonly kind: "refuse"; readonly node: ts.Node; readonly reason: string };

export interface ReferenceDecision {
  readonly reference: Reference;
  /** The export it reaches, where one is known. */
  readonly export: string | undefined;
  readonly decision: Decision;
}

export interface SiteDecision {
  readonly site: Site;
  readonly era: Era | undefined;
  readonly references: readonly ReferenceDecision[];
  /** Decisions on the names a re-export passes on, or on the site's own expression, are among `references`. */
  readonly refused: string | undefined;
}

export interface FileDecisions {
  readonly path: string;
  readonly workspace: string;
  readonly source: ts.SourceFile;
  readonly sites: readonly SiteDecision[];
}

/** The decisions on the uses of a site, those of names that were taken from its names among them. */
export function usesOf(site: SiteDecision): readonly ReferenceDecision[] {
  return site.references.flatMap((use) => (use.decision.kind === "alias" ? usesOf(use.decision.site) : [use]));
}

/** What a decision takes from a helper module, `whole` where the value itself is handed on. */
export function helpedBy(decision: Decision): readonly { readonly use: ExportUse; readonly whole: boolean }[] {
  if (decision.kind === "helper") return [decision];
  return decision.kind === "inline" ? (decision.helped ?? []).map((use) => ({ use, whole: false })) : [];
}
