/** What is known of the value of a body's expression, and whether it may be evaluated more or less often. */
import { anything, either, type Fact, isOnly, ofArray, ofKind, ofLiteral, without } from "../facts/fact.ts";
import type { Expr } from "./template.ts";

/** What is known of the value of an expression. */
export function factOf(expr: Expr): Fact {
  switch (expr.kind) {
    case "arg":
      return expr.argument.fact;
    case "literal":
      return ofLiteral(expr.value);
    case "template":
      return ofKind("string");
    case "array":
      return ofArray(anything);
    case "object":
      return ofKind("object");
    case "arrow":
      return ofKind("function");
    case "regex":
      return { kinds: new Set(["object"]), class: "RegExp" };
    case "unary":
      return expr.operator === "!" ? ofKind("boolean") : expr.operator === "typeof" ? ofKind("string") : anything;
    case "binary":
      return factOfBinary(expr);
    case "call":
      if (expr.callee.kind === "global" && expr.callee.name === "String") return ofKind("string");
      if (isGlobalMember(expr.callee, "Array", "isArray")) return ofKind("boolean");
      if (expr.callee.kind === "member" && isOnly(factOf(expr.callee.object), "string"))
        return /^(?:trim\w*|to\w+Case|slice|substring|pad\w+|replace\w*|repeat)$/.test(expr.callee.name)
          ? ofKind("string")
          : anything;
      return anything;
    default:
      return anything;
  }
}

function factOfBinary(expr: Expr & { kind: "binary" }): Fact {
  if (/^(?:[!=]==?|[<>]=?|in|instanceof)$/.test(expr.operator)) return ofKind("boolean");
  if (expr.operator === "??") {
    const left = without(factOf(expr.left), "undefined", "null");
    return left === undefined ? factOf(expr.right) : either([left, factOf(expr.right)]);
  }
  if (expr.operator === "+" && (isOnly(factOf(expr.left), "string") || isOnly(factOf(expr.right), "string")))
    return ofKind("string");
  return anything;
}

/** True when evaluating it once more, or not at all, makes no difference. */
export function isPure(expr: Expr): boolean {
  switch (expr.kind) {
    case "arg":
      return expr.argument.idle;
    case "literal":
    case "local":
    case "arrow":
    case "global":
    case "builtin":
      return true;
    case "unary":
      return (expr.operator === "!" || expr.operator === "typeof" || expr.operator === "void") && isPure(expr.operand);
    case "binary":
      return /^(?:[!=]==|&&|\|\||\?\?)$/.test(expr.operator) && isPure(expr.left) && isPure(expr.right);
    default:
      return false;
  }
}

/** True for a member of a global: `Array.isArray`. */
export function isGlobalMember(expr: Expr, object: string, name: string): boolean {
  return expr.kind === "member" && expr.name === name && expr.object.kind === "global" && expr.object.name === object;
}
