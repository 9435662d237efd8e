/** Drops from an instantiated body what its arguments make idle: the tree a person would have written. */
import { ts } from "../../typescript.ts";
import { type Fact, isNever, isOnly, type Kind, type Primitive, truthiness } from "../facts/fact.ts";
import { skipOuter } from "../usages/syntax.ts";
import type { Expr } from "./template.ts";
import { factOf, isGlobalMember, isPure } from "./value.ts";

/** The same value by fewer steps. Every rule holds for all values the facts of the arguments allow. */
export function simplify(expr: Expr): Expr {
  switch (expr.kind) {
    case "member":
      return { ...expr, object: simplify(expr.object), optional: expr.optional && mayBeNullish(simplify(expr.object)) };
    case "index":
      return simplifyIndex({ ...expr, object: simplify(expr.object), index: simplify(expr.index) });
    case "call":
      return simplifyCall({ ...expr, callee: simplify(expr.callee), args: expr.args.map(simplify) });
    case "new":
      return { ...expr, callee: simplify(expr.callee), args: expr.args.map(simplify) };
    case "template":
      return simplifyTemplate({ ...expr, values: expr.values.map(simplify) });
    case "unary":
      return simplifyUnary({ ...expr, operand: simplify(expr.operand) });
    case "binary":
      return simplifyBinary({ ...expr, left: simplify(expr.left), right: simplify(expr.right) });
    case "conditional": {
      const test = simplify(expr.test);
      const truth = isPure(test) ? truthiness(factOf(test)) : undefined;
      if (truth !== undefined) return simplify(truth ? expr.then : expr.otherwise);
      return { ...expr, test, then: simplify(expr.then), otherwise: simplify(expr.otherwise) };
    }
    case "array":
      return { ...expr, items: expr.items.map(simplify) };
    case "object":
      return { ...expr, members: expr.members.map((member) => ({ ...member, value: simplify(member.value) })) };
    case "spread":
      return { ...expr, operand: simplify(expr.operand) };
    case "arrow":
      return { ...expr, body: simplify(expr.body) };
    default:
      return expr;
  }
}

/** Arguments a native method takes by default, so that the same value need not be written: by position. */
const nativeDefaults: ReadonlyMap<string, readonly [number, Primitive]> = new Map([
  ["padStart", [1, " "]],
  ["padEnd", [1, " "]],
  ["flat", [0, 1]],
]);

/** Native methods for which a missing argument and `undefined` are the same. */
const undefinedIsMissing = new Set([
  "padStart",
  "padEnd",
  "slice",
  "substring",
  "flat",
  "includes",
  "join",
  "trim",
  "normalize",
]);

function simplifyCall(expr: Expr & { kind: "call" }): Expr {
  const [first] = expr.args;
  if (expr.args.length === 1 && first !== undefined && expr.callee.kind === "global" && !expr.optional) {
    if (expr.callee.name === "String" && isOnly(factOf(first), "string")) return first;
    if (expr.callee.name === "Number" && isOnly(factOf(first), "number")) return first;
    if (expr.callee.name === "Boolean" && isOnly(factOf(first), "boolean")) return first;
  }
  if (isGlobalMember(expr.callee, "Array", "isArray") && first !== undefined && isPure(first)) {
    const fact = factOf(first);
    if (isOnly(fact, "array")) return literal(true);
    if (isNever(fact, "array")) return literal(false);
  }
  if (expr.callee.kind !== "member") return expr;
  const args = [...expr.args];
  const known = nativeDefaults.get(expr.callee.name);
  for (let last = args[args.length - 1]; last?.kind === "literal"; last = args[args.length - 1]) {
    const isDefault = known !== undefined && known[0] === args.length - 1 && known[1] === last.value;
    const isMissing = last.value === undefined && undefinedIsMissing.has(expr.callee.name);
    if (!isDefault && !isMissing) break;
    args.pop();
  }
  return { ...expr, args };
}

/** A name in brackets behind a dot, as a person writes it; `?.` only where something may be missing. */
function simplifyIndex(expr: Expr & { kind: "index" }): Expr {
  const optional = expr.optional && mayBeNullish(expr.object);
  const written = expr.index.kind === "arg" ? skipOuter(expr.index.argument.node) : undefined;
  const name = written !== undefined && ts.isStringLiteralLike(written) ? written.text : undefined;
  const isName = name !== undefined && /^[A-Za-z_$][\w$]*$/.test(name);
  return isName ? { kind: "member", object: expr.object, name, optional } : { ...expr, optional };
}

function simplifyTemplate(template: Expr & { kind: "template" }): Expr {
  const expr = mergeTexts(template);
  const [value] = expr.values;
  const [only = ""] = expr.texts;
  if (value === undefined && !only.includes("\\")) return literal(only);
  const isAlone = expr.values.length === 1 && expr.texts.every((text) => text === "");
  return isAlone && value !== undefined && isOnly(factOf(value), "string") ? value : expr;
}

/** The template with the strings that stand in it written as its own text. */
function mergeTexts(expr: Expr & { kind: "template" }): Expr & { kind: "template" } {
  const [first = "", ...rest] = expr.texts;
  const texts = [first];
  const values: Expr[] = [];
  expr.values.forEach((value, index) => {
    const text = writtenText(value);
    const next = rest[index] ?? "";
    if (text === undefined) {
      values.push(value);
      texts.push(next);
    } else {
      texts.push(`${texts.pop() ?? ""}${text}${next}`);
    }
  });
  return { ...expr, texts, values };
}

/** The text of a string literal that a template reads as it is. */
function writtenText(value: Expr): string | undefined {
  const isWritten = value.kind === "arg" && ts.isStringLiteralLike(value.argument.node);
  const text = value.kind === "literal" ? value.value : isWritten ? value.argument.fact.literal?.value : undefined;
  return typeof text === "string" && /^[^`\\$\r\n]*$/.test(text) ? text : undefined;
}

function simplifyUnary(expr: Expr & { kind: "unary" }): Expr {
  const fact = factOf(expr.operand);
  if (expr.operator === "!" && isPure(expr.operand)) {
    const truth = truthiness(fact);
    if (truth !== undefined) return literal(!truth);
    const inner = expr.operand;
    if (inner.kind === "unary" && inner.operator === "!" && isOnly(factOf(inner.operand), "boolean"))
      return inner.operand;
  }
  if (expr.operator === "+" && isOnly(fact, "number")) return expr.operand;
  return expr;
}

function simplifyBinary(expr: Expr & { kind: "binary" }): Expr {
  const { operator, left, right } = expr;
  if (operator === "+") {
    if (isEmptyText(right) && isOnly(factOf(left), "string")) return left;
    if (isEmptyText(left) && isOnly(factOf(right), "string")) return right;
  }
  if (operator === "??") {
    if (!mayBeNullish(left)) return left;
    if (isOnly(factOf(left), "undefined", "null") && isPure(left)) return right;
  }
  if (operator === "&&" || operator === "||") {
    const truth = isPure(left) ? truthiness(factOf(left)) : undefined;
    if (truth !== undefined) return truth === (operator === "&&") ? right : left;
    const isIdle = right.kind === "literal" && right.value === (operator === "&&");
    if (isIdle && isOnly(factOf(left), "boolean")) return left;
  }
  const equal = isPure(left) && isPure(right) ? equality(operator, left, right) : undefined;
  return equal === undefined ? expr : literal(equal);
}

/** The result of a comparison that the kinds of its sides decide. */
function equality(operator: string, left: Expr, right: Expr): boolean | undefined {
  const isNegative = operator === "!==" || operator === "!=";
  if (!isNegative && operator !== "===" && operator !== "==") return undefined;
  const typeOf = left.kind === "unary" && left.operator === "typeof" ? left.operand : undefined;
  if (typeOf !== undefined && right.kind === "literal" && typeof right.value === "string") {
    const same = isOfType(factOf(typeOf), right.value);
    return same === undefined ? undefined : same !== isNegative;
  }
  const a = factOf(left);
  const b = factOf(right);
  if (operator === "==" || operator === "!=") {
    const against = right.kind === "literal" && (right.value === null || right.value === undefined);
    if (!against) return undefined;
    if (isOnly(a, "undefined", "null")) return !isNegative;
    return isNever(a, "undefined", "null") ? isNegative : undefined;
  }
  if (a.literal !== undefined && b.literal !== undefined) return (a.literal.value === b.literal.value) !== isNegative;
  return [...a.kinds].some((kind) => b.kinds.has(kind)) ? undefined : isNegative;
}

function isOfType(fact: Fact, type: string): boolean | undefined {
  const kinds: readonly Kind[] = type === "object" ? ["null", "array", "object"] : asKind(type);
  if (kinds.length > 0 && isOnly(fact, ...kinds)) return true;
  return isNever(fact, ...kinds) ? false : undefined;
}

function asKind(type: string): readonly Kind[] {
  switch (type) {
    case "string":
    case "number":
    case "boolean":
    case "bigint":
    case "symbol":
    case "undefined":
    case "function":
      return [type];
    default:
      return [];
  }
}

/** What is left of an expression whose value nobody looks at. */
export function discard(expr: Expr): Expr {
  const isOption = expr.kind === "binary" && /^(?:\?\?|\|\||&&)$/.test(expr.operator);
  return isOption && isPure(expr.right) ? discard(expr.left) : expr;
}

function mayBeNullish(expr: Expr): boolean {
  return !isNever(factOf(expr), "undefined", "null");
}

function isEmptyText(expr: Expr): boolean {
  return expr.kind === "literal" && expr.value === "";
}

function literal(value: Primitive): Expr {
  return { kind: "literal", value };
}
