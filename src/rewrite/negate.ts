/** A comparison behind `!` is the other comparison, and so are several: `!isUndefined(x)` becomes `x !== undefined`. */
import { ts } from "../typescript.ts";
import type { Decision } from "../analyze/verdicts/decision.ts";
import type { Expr } from "../analyze/verdicts/template.ts";

type Inlined = Extract<Decision, { readonly kind: "inline" }>;

const opposites: Readonly<Record<string, string>> = { "===": "!==", "!==": "===", "==": "!=", "!=": "==" };

/** The negation that is replaced in the call's place, and by what; undefined where the call stands behind no `!`. */
export function negate(
  decision: Inlined,
): { readonly node: ts.PrefixUnaryExpression; readonly decision: Inlined } | undefined {
  const { expr, node } = decision;
  const { parent } = node;
  const opposite = oppositeOf(expr);
  if (opposite === undefined || !ts.isPrefixUnaryExpression(parent)) return undefined;
  // A comment between the two would be lost.
  if (parent.operator !== ts.SyntaxKind.ExclamationToken || parent.getStart() + 1 !== node.getStart()) return undefined;
  return { node: parent, decision: { ...decision, expr: opposite } };
}

function oppositeOf(expr: Expr): Expr | undefined {
  if (expr.kind !== "binary") return undefined;
  const operator = opposites[expr.operator];
  if (operator !== undefined) return { ...expr, operator };
  if (expr.operator !== "||" && expr.operator !== "&&") return undefined;
  const [left, right] = [oppositeOf(expr.left), oppositeOf(expr.right)];
  return left && right && { ...expr, operator: expr.operator === "||" ? "&&" : "||", left, right };
}
