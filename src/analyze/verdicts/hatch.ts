/** The escape hatch of a recipe: replacements for chains of members, given as the source of recipe functions. */
import { ts } from "../../typescript.ts";
import type { Era, RecipeCase } from "../../catalog/catalog.ts";
import { readReplacement } from "../../catalog/replacement.ts";
import type { MemberUse } from "../../recipe.ts";

export type HatchAnswer =
  | { readonly kind: "cases"; readonly cases: readonly RecipeCase[] }
  | { readonly kind: "refuse"; readonly reason: string };

/** What the recipe's `rewrite` says of a use; undefined when it has none or no opinion. */
export function askHatch(era: Era, use: MemberUse): HatchAnswer | undefined {
  const answer = era.rewrite?.(use);
  if (answer === undefined) return undefined;
  if ("refuse" in answer) return { kind: "refuse", reason: answer.refuse };
  const text = `[${answer.functions.join(",\n")}]`;
  const source = ts.createSourceFile(
    `${era.module.path}#${use.members.join(".")}.ts`,
    text,
    ts.ScriptTarget.ESNext,
    true,
  );
  const statement = source.statements[0];
  if (statement === undefined || !ts.isExpressionStatement(statement)) return undefined;
  const replacement = readReplacement(era.module, statement.expression);
  return replacement.kind === "cases" ? { kind: "cases", cases: replacement.cases } : undefined;
}
