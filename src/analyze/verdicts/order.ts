/**
 * Whether a body evaluates its arguments as the call did: each exactly once, in order, before anything of the body's
 * own runs. Constants are free of this: they may be read at any moment, any number of times.
 */
import { ts } from "../../typescript.ts";
import { skipOuter } from "../usages/syntax.ts";
import { isNever, isOnly, isPrimitive } from "../facts/fact.ts";
import { factOf } from "./value.ts";
import type { Argument, Expr } from "./template.ts";

type Step =
  | { readonly kind: "argument"; readonly argument: Argument; readonly once: boolean; readonly inside: boolean }
  /** Something that may run code of the user's, or throw. */
  | { readonly kind: "effect" };

/** True when putting the arguments into the body keeps what is evaluated, how often, and in which order. */
export function keepsOrder(body: Expr, args: readonly Argument[]): boolean {
  const steps: Step[] = [];
  walk(body, true, steps);
  // A function written at the call may be made at any moment, once.
  const isFree = (argument: Argument): boolean => {
    if (argument.constant || !isFunctionLiteral(argument)) return argument.constant;
    const uses = steps.filter((step) => step.kind === "argument" && step.argument === argument);
    return uses.length <= 1 && uses.every((step) => step.kind === "argument" && !step.inside);
  };
  const pending = args.filter((argument) => !isFree(argument));
  let hadEffect = false;
  for (const step of steps) {
    if (step.kind === "effect") {
      hadEffect = true;
      continue;
    }
    if (isFree(step.argument)) continue;
    if (!step.once || hadEffect) return false;
    // An argument that may be left unevaluated can be skipped; one that was passed over cannot come later.
    while (pending.length > 0 && pending[0] !== step.argument && pending[0]?.idle) pending.shift();
    if (pending.shift() !== step.argument) return false;
  }
  return pending.every((argument) => argument.idle);
}

function isFunctionLiteral({ node }: Argument): boolean {
  const inner = skipOuter(node);
  return ts.isArrowFunction(inner) || ts.isFunctionExpression(inner);
}

/** True for a chain that ends early where something is missing: what follows is not evaluated then. */
export function isChained(expr: Expr): boolean {
  if (expr.kind === "call") return expr.optional || isChained(expr.callee);
  return (expr.kind === "member" || expr.kind === "index") && (expr.optional || isChained(expr.object));
}

function walk(expr: Expr, once: boolean, steps: Step[]): void {
  const effect = (): void => {
    steps.push({ kind: "effect" });
  };
  const each = (list: readonly Expr[]): void => {
    for (const item of list) walk(item, once, steps);
  };
  switch (expr.kind) {
    case "arg":
      steps.push({ kind: "argument", argument: expr.argument, once, inside: false });
      return;
    case "member":
      walk(expr.object, once, steps);
      // The length of an array is what it is at that moment.
      if (!isPlainRead(expr.object) || (expr.name === "length" && isOnly(factOf(expr.object), "array"))) effect();
      return;
    case "index":
      walk(expr.object, once, steps);
      walk(expr.index, once && !expr.optional, steps);
      effect();
      return;
    case "call":
      walk(expr.callee, once, steps);
      for (const argument of expr.args) walk(argument, once && !expr.optional && !isChained(expr.callee), steps);
      effect();
      return;
    case "new":
      walk(expr.callee, once, steps);
      each(expr.args);
      effect();
      return;
    case "template":
      for (const value of expr.values) {
        walk(value, once, steps);
        if (!isPrimitive(factOf(value)) || !isNever(factOf(value), "symbol")) effect();
      }
      return;
    case "unary":
      walk(expr.operand, once, steps);
      if (!/^(?:!|typeof|void)$/.test(expr.operator) && !isOnly(factOf(expr.operand), "number")) effect();
      return;
    case "binary":
      walkBinary(expr, once, steps);
      return;
    case "conditional":
      walk(expr.test, once, steps);
      walk(expr.then, false, steps);
      walk(expr.otherwise, false, steps);
      return;
    case "array":
      each(expr.items);
      return;
    case "object":
      for (const member of expr.members) {
        walk(member.value, once, steps);
        if (member.key === undefined) effect();
      }
      return;
    case "spread":
      walk(expr.operand, once, steps);
      effect();
      return;
    case "arrow": {
      const inner: Step[] = [];
      walk(expr.body, false, inner);
      for (const step of inner) steps.push(step.kind === "argument" ? { ...step, inside: true } : step);
      return;
    }
    default:
      return;
  }
}

function walkBinary(expr: Expr & { kind: "binary" }, once: boolean, steps: Step[]): void {
  walk(expr.left, once, steps);
  const isLogical = expr.operator === "&&" || expr.operator === "||" || expr.operator === "??";
  walk(expr.right, once && !isLogical, steps);
  if (isLogical || expr.operator === "===" || expr.operator === "!==") return;
  const isTame = [expr.left, expr.right].every((side) => isOnly(factOf(side), "string", "number", "boolean"));
  if (!isTame) steps.push({ kind: "effect" });
}

/** True when reading a member of it runs nothing: primitives, arrays, natives, and forms that the file itself makes. */
function isPlainRead(object: Expr): boolean {
  if (object.kind === "global" || object.kind === "builtin" || object.kind === "regex") return true;
  if (object.kind === "member") return isPlainRead(object.object) && isNative(object.object);
  const fact = factOf(object);
  return fact.class === "FormData" || isOnly(fact, "string", "number", "boolean", "bigint", "symbol", "array");
}

function isNative(expr: Expr): boolean {
  return expr.kind === "global" || expr.kind === "builtin" || (expr.kind === "member" && isNative(expr.object));
}
