/**
 * Chains of a package's exports as methods, `_(list).map(f).value()`, as the same calls one inside the other. Each link is
 * judged as an ordinary call whose first argument is the chain so far, so that what holds for calls holds for links.
 */
import { ts } from "../../typescript.ts";
import type { RecipeCase, RecipeReplacement } from "../../catalog/catalog.ts";
import type { Chains } from "../../recipe.ts";
import { anything, type Fact, isOnly, ofArray, ofKind } from "../facts/fact.ts";
import type { Reference, Site } from "../usages/site.ts";
import { isGeneral, judgeCall, mapExpr } from "./call.ts";
import type { Decision, ExportUse, ReferenceDecision } from "./decision.ts";
import { type Chain, hasStrayComment, type Link, readChain } from "./links.ts";
import { isChained } from "./order.ts";
import { findFusion, isFixed } from "./fusion.ts";
import { readTemplate } from "./read-template.ts";
import { callSite, casesFor, globalsOf, type Surroundings } from "./surroundings.ts";
import type { Argument, Expr } from "./template.ts";

/** Undefined where the reference begins no chain. */
export function judgeChain(at: Surroundings, site: Site, reference: Reference): ReferenceDecision | undefined {
  const { chains } = at.era;
  const node = reference.chain[reference.chain.length - 1];
  if (chains === undefined || node === undefined || reference.type || site.entry !== ".") return undefined;
  const { parent } = node;
  if (!ts.isCallExpression(parent) || parent.expression !== node) return undefined;
  const isExplicit = beginsExplicitly(chains, reference);
  if (!isExplicit && !isWhole(reference)) return undefined;
  const name = isExplicit ? chains.explicit : "default";
  const refuse = (reason: string): ReferenceDecision => ({
    reference,
    export: name,
    decision: { kind: "refuse", node, reason },
  });
  if (site.form === "dynamic-import" || parent.questionDotToken !== undefined) return refuse("begins a chain");
  const chain = readChain(chains, parent, isExplicit);
  if (typeof chain === "string") return refuse(chain);
  const calls = [chain.start, ...chain.links.map((link) => link.node), chain.end];
  if (calls.some(hasStrayComment)) return refuse("is a chain with a comment that would have no place");
  const fusion =
    findFusion(at, chains, chain.links, isExplicit) ??
    firstOf(chain.links.slice(1), ({ node: link }) => findUnfixed(at, reference, link));
  if (fusion !== undefined) return refuse(fusion);
  const decision = unfold(at, site, reference, chain);
  return typeof decision === "string" ? refuse(decision) : { reference, export: name, decision };
}

function firstOf<Item>(list: readonly Item[], find: (item: Item) => string | undefined): string | undefined {
  for (const item of list) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** True for `_` of `_(…)`, whatever way it came. */
function isWhole({ root, members }: Reference): boolean {
  const isModule = root.kind === "module" || (root.kind === "export" && root.name === "default");
  return isModule && members.length === 0;
}

function beginsExplicitly({ explicit }: Chains, { root, members }: Reference): boolean {
  const [first, ...others] = members;
  if (root.kind === "export" && root.name !== "default") return root.name === explicit && members.length === 0;
  return root.kind !== "promise" && first === explicit && others.length === 0;
}

/** Why an argument of a link may not be evaluated after the links before it have run. */
function findUnfixed(at: Surroundings, reference: Reference, link: ts.CallExpression): string | undefined {
  const [root] = reference.chain;
  const symbol = root !== undefined && ts.isIdentifier(root) ? at.scope.symbolOf(root) : undefined;
  const isPart = (node: ts.Expression): boolean =>
    ts.isPropertyAccessExpression(node) &&
    ts.isIdentifier(node.expression) &&
    symbol !== undefined &&
    at.scope.symbolOf(node.expression) === symbol;
  const moved = link.arguments.find((argument) => !isPart(argument) && !isFixed(at.scope, argument));
  return (
    moved && `is a chain that evaluates ${shorten(moved.getText())} before it runs; take that into a constant first`
  );
}

/** The chain as calls inside each other, or why not. */
function unfold(at: Surroundings, site: Site, reference: Reference, chain: Chain): Decision | string {
  const table = at.era.entries.get(site.entry);
  const helped: ExportUse[] = [];
  let expr: Expr | undefined;
  let before: ts.CallExpression = chain.start;
  let result: Fact = anything;
  for (const link of chain.links) {
    const replacement = table?.get(link.name);
    if (replacement === undefined) return `its method ${link.name} has no replacement`;
    const cases = casesFor(at, replacement);
    if (typeof cases === "string") return cases;
    const first = expr === undefined ? chain.value : before;
    const call = callSite(at, link.node, [first, ...link.node.arguments], expr && factOfChain(at, before, result));
    // What is called on an optional chain would be a part of it.
    const mayInline = expr === undefined || !isChained(expr);
    const next = judgeLink(at, site, reference, { replacement, cases, link, call, mayInline });
    if (typeof next === "string") return next;
    if (next.use !== undefined) helped.push(next.use);
    const so: Expr | undefined = expr;
    expr = withGap(so === undefined ? next.expr : put(next.expr, before, so), gapBefore(link));
    result = resultOf(cases);
    before = link.node;
  }
  if (expr === undefined) return "is a chain without a link";
  const isMember = expr.kind === "member" || expr.kind === "index";
  if (isMember && (ts.isCallExpression(chain.end.parent) || ts.isTaggedTemplateExpression(chain.end.parent)))
    return "is a chain whose value is called";
  return { kind: "inline", node: chain.end, expr, helped };
}

interface Judged {
  readonly replacement: RecipeReplacement;
  readonly cases: readonly RecipeCase[];
  readonly link: Link;
  readonly call: ReturnType<typeof callSite>;
  readonly mayInline: boolean;
}

function judgeLink(
  at: Surroundings,
  site: Site,
  reference: Reference,
  { replacement, cases, link, call, mayInline }: Judged,
): { readonly expr: Expr; readonly use?: ExportUse } | string {
  const args = call.args.map((_, index): Expr => ({ kind: "arg", argument: call.argument(index) }));
  if (call.args.some(ts.isSpreadElement)) return "is a chain whose arguments are spread";
  if (replacement.kind === "value" || replacement.kind === "vendored") return `its method ${link.name} is no function`;
  const direct =
    replacement.kind === "native"
      ? ({ kind: "native", native: replacement.native } as const)
      : judgeCall(cases, call, mayInline);
  if (direct.kind === "refuse") return direct.reason;
  if (direct.kind === "native") {
    const { root: from, members } = direct.native;
    const whole: Expr = "global" in from ? { kind: "global", name: from.global } : { kind: "builtin", ...from };
    const callee = members.reduce<Expr>((object, name) => ({ kind: "member", object, name, optional: false }), whole);
    const native: Expr = { kind: "call", callee, args, optional: false };
    const isShadowed = globalsOf(native).some((name) => at.scope.lookup(name, link.node) !== undefined);
    return isShadowed ? `its method ${link.name} needs a global that means something else here` : { expr: native };
  }
  const isShadowed =
    direct.kind === "inline" && globalsOf(direct.expr).some((name) => at.scope.lookup(name, link.node) !== undefined);
  if (direct.kind === "inline" && !isShadowed) return { expr: direct.expr };
  const last = cases[cases.length - 1];
  if (last === undefined || (direct.kind === "inline" && !isGeneral(readTemplate(last))))
    return `its method ${link.name} needs a global that means something else here`;
  const root = nameOfWhole(reference);
  if (root === undefined || site.created !== undefined)
    return "begins a chain without a name for the package, by which a helper could be called";
  const object: Expr = { kind: "local", name: root.text };
  const expr: Expr = {
    kind: "call",
    callee: { kind: "member", object, name: link.name, optional: false },
    args,
    optional: false,
  };
  const fits = direct.kind === "helper" ? direct.fits : [last];
  return { expr, use: { entry: site.entry, name: link.name, replacement, fits } };
}

/** The name of the package, where it has one here. */
function nameOfWhole({ chain: [root], root: from, fixed }: Reference): ts.Identifier | undefined {
  const isNamed = root !== undefined && ts.isIdentifier(root) && fixed === 0;
  return isNamed && (from.kind !== "export" || from.name === "default") ? root : undefined;
}

/** What is known of what the chain has come to: by the types of the wrapper, or by what the last link always gives. */
function factOfChain(at: Surroundings, node: ts.CallExpression, result: Fact): Fact {
  const typed = at.types.factOfWrapped(at.path, node.getStart(), node.end);
  if (typed === undefined || typed.kinds.size > result.kinds.size) return result;
  return result.isDense === true && isOnly(typed, "array") ? { ...typed, isDense: true } : typed;
}

/** What the general form of a method says it gives. */
function resultOf(cases: readonly RecipeCase[]): Fact {
  const type = cases[cases.length - 1]?.function.type;
  if (type === undefined) return anything;
  if (ts.isArrayTypeNode(type)) return { ...ofArray(anything), isDense: true };
  if (type.kind === ts.SyntaxKind.StringKeyword) return ofKind("string");
  if (type.kind === ts.SyntaxKind.NumberKeyword) return ofKind("number");
  return type.kind === ts.SyntaxKind.BooleanKeyword ? ofKind("boolean") : anything;
}

/** The expression of a link with the chain before it in its place. */
function put(expr: Expr, before: ts.CallExpression, so: Expr): Expr {
  const isBefore = (argument: Argument): boolean => argument.node === before;
  return mapExpr(expr, (inner) => (inner.kind === "arg" && isBefore(inner.argument) ? so : undefined));
}

/** The line break before the name of a link, where nothing else stands there. */
function gapBefore({ access }: Link): string {
  const text = access.getSourceFile().text.slice(access.expression.end, access.name.getStart());
  const gap = /^(\s*\r?\n[ \t]*)\.$/.exec(text)?.[1];
  return gap ?? "";
}

/** A method called on the value itself, or on one that was broken, stays on the line that it stood on. */
function withGap(expr: Expr, gap: string): Expr {
  if (gap === "" || expr.kind !== "call" || expr.callee.kind !== "member") return expr;
  const { object } = expr.callee;
  const isBroken = object.kind === "call" && object.callee.kind === "member" && object.callee.gap !== undefined;
  return object.kind === "arg" || isBroken ? { ...expr, callee: { ...expr.callee, gap } } : expr;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 40 ? `${line.slice(0, 37)}...` : line;
}
