/** A comparison behind `!` is the other comparison: `!isUndefined(x)` becomes `x !== undefined`. */
import { ts } from "../typescript.ts";
import type { Decision } from "../analyze/verdicts/decision.ts";

type Inlined = Extract<Decision, { readonly kind: "inline" }>;

const opposites: Readonly<Record<string, string>> = { "===": "!==", "!==": "===", "==": "!=", "!=": "==" };

/** The negation that is replaced in the call's place, and by what; undefined where the call stands behind no `!`. */
export function negate(
  decision: Inlined,
): { readonly node: ts.PrefixUnaryExpression; readonly decision: Inlined } | undefined {
  const { expr, node } = decision;
  const { parent } = node;
  const opposite = expr.kind === "binary" ? opposites[expr.operator] : undefined;
  if (expr.kind !== "binary" || opposite === undefined || !ts.isPrefixUnaryExpression(parent)) return undefined;
  // A comment between the two would be lost.
  if (parent.operator !== ts.SyntaxKind.ExclamationToken || parent.getStart() + 1 !== node.getStart()) return undefined;
  return { node: parent, decision: { ...decision, expr: { ...expr, operator: opposite } } };
}
