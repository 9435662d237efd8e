/** Where an expression stands: what is done with its value. */
import { ts } from "../../typescript.ts";
import type { Reference } from "../usages/site.ts";
import { isAssignment, outermost } from "../usages/syntax.ts";
import type { CallVerdict } from "./call.ts";

/** True where the value itself goes somewhere, from where its members may be read. */
export function isHandedOn(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return parent.expression !== node;
  if (ts.isExpressionWithTypeArguments(parent) || ts.isTypeOfExpression(parent) || ts.isTypeQueryNode(parent))
    return false;
  return !(ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword);
}

/** True where an assignment takes members of the value: `({ length } = f)`. */
export function isTakenApart(node: ts.Expression): boolean {
  const { parent } = node;
  if (!ts.isBinaryExpression(parent) || parent.right !== node) return false;
  return isAssignment(parent) && ts.isObjectLiteralExpression(parent.left);
}

/** True for the object that has the exports as members, none of them read here. */
export function isWholeObject({ root, members }: Reference): boolean {
  return (root.kind !== "export" || root.name === "default") && members.every((member) => member === "default");
}

/** Why no replacement can stand in where an object of exports is handed on. */
export function howHandedOn(node: ts.Expression): string {
  const { parent } = node;
  return ts.isElementAccessExpression(parent) && parent.expression === node
    ? "a member of it is read by a computed name"
    : "is handed on as a whole; take the exports that are meant";
}

/** True where a member in place of the call would hand its object on as `this`, or be deleted from it. */
export function isReceiver(verdict: CallVerdict, call: ts.CallExpression): boolean {
  if (verdict.kind !== "inline" || (verdict.expr.kind !== "member" && verdict.expr.kind !== "index")) return false;
  const at = outermost(call);
  const { parent } = at;
  if (ts.isDeleteExpression(parent)) return true;
  if (ts.isCallExpression(parent)) return parent.expression === at;
  return ts.isTaggedTemplateExpression(parent) && parent.tag === at;
}
