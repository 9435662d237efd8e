/** A form that is made, filled and given to the global fetch: what of that the native one, which fetch reads itself, serves. */
import { ts } from "../../typescript.ts";
import type { RecipeCase, RecipeForms } from "../../catalog/catalog.ts";
import { isOnly, ofClass } from "../facts/fact.ts";
import { declaredNames } from "../usages/references.ts";
import type { Site } from "../usages/site.ts";
import { outermost } from "../usages/syntax.ts";
import { judgeCall } from "./call.ts";
import type { Decision } from "./decision.ts";
import { readTemplate } from "./read-template.ts";
import { findSent } from "./sent.ts";
import { callSite, casesFor, globalsOf, isNamedAlike, type Surroundings } from "./surroundings.ts";
import type { Expr } from "./template.ts";

type Changes = Pick<Extract<Decision, { kind: "inline" }>, "calls" | "dropped">;

/** The decision on a reference to what makes forms. `made` are the cases for making one. */
export function judgeForm(
  at: Surroundings,
  site: Site,
  node: ts.Expression,
  forms: RecipeForms,
  made: readonly RecipeCase[] | string,
): Decision {
  const refuse = (reason: string): Decision => ({ kind: "refuse", node, reason });
  if (typeof made === "string") return refuse(made);
  const making = node.parent;
  const isMaking =
    (ts.isNewExpression(making) || (ts.isCallExpression(making) && making.questionDotToken === undefined)) &&
    making.expression === node;
  if (!isMaking) return refuse("is passed on, and what it makes may be used anyhow");
  if (site.form === "dynamic-import") return refuse("is loaded where it is used");
  if ((making.arguments ?? []).length > 0) return refuse("is given options, which the native form does not take");
  const body = made[0] && readTemplate(made[0]).body;
  if (body === undefined) return refuse("has no replacement in one expression");
  const shadowed = globalsOf(body).find(
    (name) => at.scope.lookup(name, node) !== undefined && !isNamedAlike(at, node, name),
  );
  if (shadowed !== undefined)
    return refuse(`its replacement needs the global ${shadowed}, which means something else here`);
  const changes = findChanges(at, making, forms);
  return typeof changes === "string" ? refuse(changes) : { kind: "inline", node: making, expr: body, ...changes };
}

/** What changes where a form is used; a reason where something is done with it that the native one cannot serve. */
function findChanges(at: Surroundings, making: ts.Expression, forms: RecipeForms): Changes | string {
  const declaration = outermost(making).parent;
  if (!ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name))
    return "what it makes is not kept in a variable of its own";
  const names = declaration.type === undefined ? declaredNames(at.scope, declaration) : undefined;
  if (names === undefined) return "what it makes is kept in a variable that is typed, exported or assigned again";
  const { name } = declaration;
  const symbol = at.scope.symbolOf(name);
  const same = at.scope.identifiers(name.getSourceFile()).get(name.text) ?? [];
  const calls: { readonly node: ts.Expression; readonly expr: Expr }[] = [];
  const dropped: ts.ObjectLiteralElementLike[] = [];
  const headers = new Set<ts.Expression>();
  const bodies: ts.CallExpression[] = [];
  const fills: ts.CallExpression[] = [];
  for (const form of same) {
    if (form === name || at.scope.symbolOf(form) !== symbol) continue;
    const call = callOn(form);
    if (call === undefined) return refuseOther(form);
    const method = call.expression.name.text;
    if (method === forms.headers && call.node.arguments.length === 0) headers.add(call.node);
    else if (method === forms.body && call.node.arguments.length === 0) bodies.push(call.node);
    else {
      const expr = judgeMethod(at, form, call, forms);
      if (typeof expr === "string") return expr;
      fills.push(call.node);
      if (expr !== undefined) calls.push({ node: call.node, expr });
    }
  }
  for (const body of bodies) {
    const sent = findSent(at.scope, body, headers, fills);
    if (typeof sent === "string") return sent;
    calls.push({ node: body, expr: { kind: "arg", argument: callSite(at, body, [formOf(body)]).argument(0) } });
    headers.delete(sent.headers);
    // Without any headers, those of a Request would be sent, and its Content-Type among them.
    if (sent.all === undefined || !mayBeRequest(at, sent.call)) dropped.push(sent.member);
    else calls.push({ node: sent.all, expr: { kind: "object", members: [] } });
  }
  if (headers.size > 0) return `${forms.headers} is asked of it elsewhere than beside its ${forms.body} in a fetch`;
  return { calls, dropped };
}

/** True where what is fetched is not known to be an address. */
function mayBeRequest(at: Surroundings, call: ts.CallExpression): boolean {
  const fact = callSite(at, call).fact(0);
  return fact.class !== "URL" && !isOnly(fact, "string");
}

interface FormCall {
  readonly node: ts.CallExpression;
  readonly expression: ts.PropertyAccessExpression;
}

/** `form.append(…)` for the form in it. */
function callOn(form: ts.Expression): FormCall | undefined {
  const expression = form.parent;
  if (!ts.isPropertyAccessExpression(expression) || expression.expression !== form) return undefined;
  const node = expression.parent;
  if (!ts.isCallExpression(node) || node.expression !== expression) return undefined;
  return node.questionDotToken || expression.questionDotToken ? undefined : { node, expression };
}

function formOf(call: ts.CallExpression): ts.Expression {
  return ts.isPropertyAccessExpression(call.expression) ? call.expression.expression : call.expression;
}

/** Why a use of the form that is no call of its methods cannot be served. */
function refuseOther(form: ts.Identifier): string {
  const { parent } = outermost(form);
  if (ts.isPropertyAccessExpression(parent) && parent.expression === form)
    return `${parent.name.text} is read of the form, which the native one does not have`;
  const isBody =
    (ts.isPropertyAssignment(parent) && parent.name.getText() === "body") ||
    (ts.isShorthandPropertyAssignment(parent) && form.text === "body");
  return isBody
    ? "the form itself is a body: the global fetch sends it as the text [object FormData], so that something else takes it here; make that the global fetch, and give it form.getBuffer() with form.getHeaders()"
    : "the form is handed on: its replacement only serves what is filled and given to the global fetch in one function";
}

/** What a method becomes; undefined where it is the same, and a reason where it is none of those that may be called. */
function judgeMethod(
  at: Surroundings,
  form: ts.Identifier,
  { node, expression }: FormCall,
  forms: RecipeForms,
): Expr | undefined | string {
  const method = expression.name.text;
  const replacement = forms.methods.get(method);
  if (replacement === undefined) return `${method} is called on the form, which the native one does not have`;
  const cases = casesFor(at, replacement);
  if (typeof cases === "string") return cases;
  const args = [form, ...openOptions(node.arguments, cases)];
  const verdict = judgeCall(cases, callSite(at, node, args, ofClass("FormData")));
  if (verdict.kind === "refuse") return `${method} of the form: ${inItsCount(verdict.reason)}`;
  if (verdict.kind !== "inline") return `${method} of the form has no replacement in one expression`;
  const shadowed = globalsOf(verdict.expr).find((name) => at.scope.lookup(name, node) !== undefined);
  if (shadowed !== undefined) return `its replacement needs the global ${shadowed}, which means something else here`;
  return isSame(verdict.expr, method, args) ? undefined : verdict.expr;
}

/** A reason that counts the form as the first argument, by what is written. */
function inItsCount(reason: string): string {
  return reason.replace(
    /(argument |called with |takes )(\d+)/g,
    (_, before: string, count: string) => `${before}${Number(count) - 1}`,
  );
}

/** The arguments, with the options of an object literal at their end one by one, where a case names them as parameters. */
function openOptions(args: readonly ts.Expression[], cases: readonly RecipeCase[]): readonly ts.Expression[] {
  const last = args[args.length - 1];
  if (last === undefined || !ts.isObjectLiteralExpression(last) || /\/[/*]/.test(last.getText())) return args;
  const options = new Map<string, ts.Expression>();
  for (const member of last.properties) {
    if (!ts.isPropertyAssignment(member) || !ts.isIdentifier(member.name)) return args;
    options.set(member.name.text, member.initializer);
  }
  if (options.size < last.properties.length) return args;
  for (const one of cases) {
    const named = readTemplate(one)
      .parameters.slice(args.length)
      .map(({ name }) => options.get(name));
    const found = named.filter((option) => option !== undefined);
    if (found.length === options.size && found.length === named.length) return [...args.slice(0, -1), ...found];
  }
  return args;
}

/** True for the very call that is there. */
function isSame(expr: Expr, method: string, args: readonly ts.Expression[]): boolean {
  if (expr.kind !== "call" || expr.callee.kind !== "member" || expr.callee.name !== method) return false;
  const found = [expr.callee.object, ...expr.args];
  return (
    found.length === args.length && found.every((one, index) => one.kind === "arg" && one.argument.node === args[index])
  );
}
