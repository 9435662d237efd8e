/** What becomes of a direct call: the first case whose parameters accept its arguments and whose body keeps order. */
import { ts } from "../../typescript.ts";
import type { NativePath, RecipeCase } from "../../catalog/catalog.ts";
import { accepts, isUnknown, restElement } from "../facts/accepts.ts";
import { type Fact, isNever, isOnly } from "../facts/fact.ts";
import { describeParameter } from "../facts/words.ts";
import { nameItems } from "./names.ts";
import { keepsOrder } from "./order.ts";
import { simplify } from "./simplify.ts";
import { readTemplate } from "./read-template.ts";
import type { Argument, Expr, Template } from "./template.ts";

/** A call as the cases of a recipe look at it. Facts are asked only when a parameter's type needs one. */
export interface CallSite {
  readonly node: ts.CallExpression;
  readonly args: readonly ts.Expression[];
  fact(index: number): Fact;
  argument(index: number): Argument;
  /** True when a name of the file would have no use left without the arguments that are not among these. */
  strands(kept: ReadonlySet<Argument>): boolean;
}

export type CallVerdict =
  | { readonly kind: "inline"; readonly expr: Expr }
  | { readonly kind: "native"; readonly native: NativePath }
  /** `fits` are the cases that a helper for this call may be written from. */
  | { readonly kind: "helper"; readonly fits: readonly RecipeCase[] }
  | { readonly kind: "refuse"; readonly reason: string };

/**
 * Decides a call. `cases` are those the floor allows, in order; the last is the one a helper would be written from.
 * With `mayInline` false only a helper, or a native, will do.
 */
export function judgeCall(cases: readonly RecipeCase[], call: CallSite, mayInline = true): CallVerdict {
  const misfits: Misfit[] = [];
  const fits: RecipeCase[] = [];
  const spreads = call.args.some(ts.isSpreadElement);
  for (const one of cases) {
    if (one.native !== undefined) return { kind: "native", native: one.native };
    const template = readTemplate(one);
    const misfit = findMisfit(template, call);
    if (misfit !== undefined) {
      misfits.push(misfit);
      continue;
    }
    // What is one expression is meant to stand in place of a call, not in a helper.
    if (template.body === undefined && !spreads) fits.push(one);
    if (!mayInline || spreads || template.body === undefined || hasLostComment(call)) continue;
    const args = call.args.map((_, index) => call.argument(index));
    const substituted = substitute(template, template.body, args);
    if (substituted === undefined) continue;
    const body = simplify(substituted);
    if (!keepsOrder(body, args) || call.strands(argumentsIn(body))) continue;
    const named = [nameItems(body, args), body].find((one) => !captures(one, args));
    if (named !== undefined) return { kind: "inline", expr: named };
  }
  const last = cases[cases.length - 1];
  if (last === undefined) return { kind: "refuse", reason: "no form of the replacement runs on the promised runtime" };
  const general = readTemplate(last);
  // What a function has no parameter for may be options of the package, which it would ignore.
  const hasMore = call.args.length > general.parameters.length && !general.parameters.some(({ rest }) => rest);
  if (isGeneral(general) && (spreads || !hasMore)) return { kind: "helper", fits: [...fits, last] };
  const misfit = findMisfit(general, call);
  if (misfit === undefined && !spreads) return { kind: "helper", fits: [...fits, last] };
  // The misfit that a person can do most about: what an argument is, before how many there are, for the case that takes most.
  const nearest = misfits.findLast((one) => one.argument) ?? misfits[misfits.length - 1];
  return { kind: "refuse", reason: nearest?.reason ?? "its arguments would not be evaluated as they are now" };
}

/** True when the function takes anything at all, so that it also serves where its calls are not seen. */
export function isGeneral(template: Template): boolean {
  return (
    template.gives === "value" &&
    template.parameters.every(({ type, rest }) => {
      const taken = rest ? restElement(type, template.names) : type;
      return taken === undefined || isUnknown(taken, template.names);
    })
  );
}

/** Why a call does not fit a case, for a person. */
interface Misfit {
  readonly reason: string;
  /** True when it is one of the arguments, and not how many there are. */
  readonly argument: boolean;
}

/** The first reason a call does not fit a case; undefined when it does. */
function findMisfit(template: Template, call: CallSite): Misfit | undefined {
  const count = findMiscount(template, call);
  if (count !== undefined) return { reason: count, argument: false };
  const argument = findMistype(template, call);
  if (argument !== undefined) return { reason: argument, argument: true };
  if (template.gives !== "value" && !isResultUnused(call.node, template.gives))
    return { reason: "its result is used", argument: false };
  return undefined;
}

function findMiscount(template: Template, call: CallSite): string | undefined {
  const { parameters } = template;
  const rest = parameters.find((parameter) => parameter.rest);
  if (call.args.length > parameters.length && rest === undefined)
    return `is called with ${call.args.length} arguments; the replacement takes ${parameters.length}`;
  for (const [index, parameter] of parameters.entries()) {
    if (parameter.rest || index < call.args.length || parameter.optional) continue;
    return `is called without its argument ${index + 1} (${parameter.name})`;
  }
  return undefined;
}

function findMistype(template: Template, call: CallSite): string | undefined {
  const { parameters, names } = template;
  const rest = parameters.find((parameter) => parameter.rest);
  for (const [index, node] of call.args.entries()) {
    const parameter = parameters[index]?.rest === false ? parameters[index] : rest;
    if (parameter === undefined) return "its arguments do not match the replacement's";
    const type = parameter.rest ? restElement(parameter.type, names) : parameter.type;
    if (type === undefined || isUnknown(type, names)) continue;
    if (ts.isSpreadElement(node)) return "its arguments are spread";
    const fact = call.fact(index);
    const isAbsent = parameter.optional && isOnly(fact, "undefined");
    if (!isAbsent && !accepts(type, fact, names))
      return `argument ${index + 1} (${shorten(node.getText())}) is not known to be ${describeParameter(type, names)}`;
  }
  return undefined;
}

/** True where nothing looks at what the call gives. */
function isResultUnused(call: ts.CallExpression, gives: Template["gives"]): boolean {
  const parent = call.parent;
  if (ts.isExpressionStatement(parent) || ts.isVoidExpression(parent)) return true;
  return gives === "promise of nothing" && ts.isAwaitExpression(parent) && ts.isExpressionStatement(parent.parent);
}

/** The body with arguments for parameters; undefined where a default would have to be decided at run time. */
function substitute(template: Template, body: Expr, args: readonly Argument[]): Expr | undefined {
  const { parameters } = template;
  const values: (Expr | undefined)[] = [];
  for (const [index, parameter] of parameters.entries()) {
    const argument = args[index];
    if (parameter.rest) {
      const items = args.slice(index).map((item): Expr => ({ kind: "arg", argument: item }));
      values.push({ kind: "array", items });
    } else if (
      argument === undefined ||
      (parameter.default !== undefined && argument.constant && isOnly(argument.fact, "undefined"))
    ) {
      values.push(parameter.default ?? { kind: "literal", value: undefined });
    } else if (parameter.default !== undefined && !isNever(argument.fact, "undefined")) {
      return undefined;
    } else {
      values.push({ kind: "arg", argument });
    }
  }
  let isWhole = true;
  const put = (expr: Expr): Expr =>
    mapExpr(expr, (inner) => {
      if (inner.kind !== "param") return undefined;
      const value = values[inner.index];
      if (value === undefined) isWhole = false;
      return value?.kind === "arg" || value?.kind === "literal" ? value : value && put(value);
    });
  const result = put(body);
  return isWhole ? result : undefined;
}

/** The arguments that an expression evaluates. */
function argumentsIn(body: Expr): ReadonlySet<Argument> {
  const found = new Set<Argument>();
  mapExpr(body, (expr) => {
    if (expr.kind === "arg") found.add(expr.argument);
    return undefined;
  });
  return found;
}

/** True when a name in an argument would be caught by a parameter of a function inside the body. */
function captures(body: Expr, args: readonly Argument[]): boolean {
  const bound = new Set<string>();
  mapExpr(body, (expr) => {
    if (expr.kind === "arrow") for (const name of expr.params) bound.add(name);
    return undefined;
  });
  if (bound.size === 0) return false;
  const names = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) && bound.has(node.text)) || (ts.forEachChild(node, names) ?? false);
  return args.some((argument) => names(argument.node));
}

/** The tree with every expression for which `change` has an answer replaced by it. Spreads of arrays are opened. */
export function mapExpr(expr: Expr, change: (expr: Expr) => Expr | undefined): Expr {
  const changed = change(expr);
  if (changed !== undefined) return changed;
  const of = (inner: Expr): Expr => mapExpr(inner, change);
  const open = (list: readonly Expr[]): readonly Expr[] =>
    list
      .map(of)
      .flatMap((item) => (item.kind === "spread" && item.operand.kind === "array" ? item.operand.items : [item]));
  switch (expr.kind) {
    case "member":
      return { ...expr, object: of(expr.object) };
    case "index":
      return { ...expr, object: of(expr.object), index: of(expr.index) };
    case "call":
      return { ...expr, callee: of(expr.callee), args: open(expr.args) };
    case "new":
      return { ...expr, callee: of(expr.callee), args: open(expr.args) };
    case "template":
      return { ...expr, values: expr.values.map(of) };
    case "unary":
    case "spread":
      return { ...expr, operand: of(expr.operand) };
    case "binary":
      return { ...expr, left: of(expr.left), right: of(expr.right) };
    case "conditional":
      return { ...expr, test: of(expr.test), then: of(expr.then), otherwise: of(expr.otherwise) };
    case "array":
      return { ...expr, items: open(expr.items) };
    case "object":
      return { ...expr, members: expr.members.map((member) => ({ ...member, value: of(member.value) })) };
    case "arrow":
      return { ...expr, body: of(expr.body) };
    default:
      return expr;
  }
}

/** True when a comment inside the call belongs to no argument, so that inlining would lose it. */
function hasLostComment(call: CallSite): boolean {
  const source = call.node.getSourceFile();
  const text = source.text;
  let rest = "";
  let at = call.node.expression.end;
  for (const argument of call.args) {
    rest += text.slice(at, argument.getStart(source));
    at = argument.end;
  }
  rest += text.slice(at, call.node.end);
  return rest.includes("//") || rest.includes("/*");
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 40 ? `${line.slice(0, 37)}...` : line;
}
