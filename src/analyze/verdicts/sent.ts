/** Where the bytes of a form are sent: by the global fetch, which reads a native form itself and tells its headers, too. */
import { ts } from "../../typescript.ts";
import type { Scope } from "../usages/scope.ts";
import { enclosingFunction, outermost, skipOuter } from "../usages/syntax.ts";

export interface Sent {
  readonly call: ts.CallExpression;
  /** The call that gives the headers. */
  readonly headers: ts.Expression;
  /** All the headers of the request, where there are no others. */
  readonly all: ts.Expression | undefined;
  /** What is said of the headers, which goes: the member of that name, or what is spread into it. */
  readonly member: ts.ObjectLiteralElementLike;
}

/** Where bytes of the form are the body of the global fetch, and its headers those beside it; a reason if not. */
export function findSent(
  scope: Scope,
  body: ts.CallExpression,
  headers: ReadonlySet<ts.Node>,
  fills: readonly ts.CallExpression[],
): Sent | string {
  const elsewhere = "its bytes go elsewhere than into the body of the global fetch";
  const property = outermost(body).parent;
  if (!ts.isPropertyAssignment(property) || keyOf(property) !== "body") return elsewhere;
  const options = property.parent;
  const call = outermost(options).parent;
  if (!ts.isCallExpression(call)) return elsewhere;
  const { expression: asking, arguments: args } = call;
  const [asked, told] = args;
  if (asked === undefined || ts.isSpreadElement(asked) || args.length !== 2) return elsewhere;
  if (skipOuter(told ?? asked) !== options || !ts.isIdentifier(asking) || asking.text !== "fetch") return elsewhere;
  if (scope.lookup("fetch", asking) !== undefined) return `${elsewhere}: fetch is a name of this file here`;
  if (replacesFetch.test(body.getSourceFile().text)) return "another fetch is put in the place of the global one here";
  const { properties } = options;
  if (properties.some((one) => keyOf(one) === undefined))
    return "the fetch has options that are spread or computed, of which headers may be one";
  if (properties.some((one) => one !== property && keyOf(one) === "body")) return "the fetch has another body, too";
  const late = properties.slice(properties.indexOf(property) + 1);
  if (late.some((one) => mayFill(one, headers, fills))) return "the form may be filled further behind its bytes";
  const found = findHeaders(properties, headers);
  return typeof found === "string" ? found : { ...found, call };
}

/** Where the headers of the form are told among the options of a fetch, and nothing else of the content beside them. */
function findHeaders(
  options: readonly ts.ObjectLiteralElementLike[],
  headers: ReadonlySet<ts.Node>,
): Omit<Sent, "call"> | string {
  const [told, ...more] = options.filter((one) => keyOf(one) === "headers");
  if (told === undefined || more.length > 0) return "its bytes are sent without its headers, which name their boundary";
  if (!ts.isPropertyAssignment(told)) return "the headers beside its bytes are not written out";
  const value = skipOuter(told.initializer);
  if (headers.has(value)) return hasComment(told) ?? { headers: value, all: value, member: told };
  if (!ts.isObjectLiteralExpression(value)) return "the headers beside its bytes are not written out";
  const spread = value.properties.find((one) => ts.isSpreadAssignment(one) && headers.has(skipOuter(one.expression)));
  if (spread === undefined || !ts.isSpreadAssignment(spread))
    return "its bytes are sent without its headers, which name their boundary";
  const [member, all] = value.properties.length === 1 ? [told, value] : [spread, undefined];
  return findOwnHeader(value, spread) ?? hasComment(member) ?? { headers: skipOuter(spread.expression), all, member };
}

/** What is said in a member that goes. */
function hasComment(member: ts.ObjectLiteralElementLike): string | undefined {
  return /\/[/*]/.test(member.getText()) ? "a comment stands in its headers, which would go" : undefined;
}

/** True where fields may be added while a member is evaluated: fetch reads a native form only after all of them. */
function mayFill(
  member: ts.ObjectLiteralElementLike,
  headers: ReadonlySet<ts.Node>,
  fills: readonly ts.CallExpression[],
): boolean {
  const isElsewhere = fills.some((fill) => enclosingFunction(fill) !== enclosingFunction(member));
  const visit = (node: ts.Node): boolean => {
    if (ts.isAwaitExpression(node) || ts.isYieldExpression(node) || fills.some((fill) => fill === node)) return true;
    const isCall = ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isTaggedTemplateExpression(node);
    if (isCall && isElsewhere && !(ts.isCallExpression(node) && (headers.has(node) || isOfSignal(node)))) return true;
    return ts.forEachChild(node, visit) ?? false;
  };
  return visit(member);
}

/** `AbortSignal.timeout(…)` */
function isOfSignal({ expression }: ts.CallExpression): boolean {
  return ts.isPropertyAccessExpression(expression) && expression.expression.getText() === "AbortSignal";
}

/** Why the other headers cannot stay as they are without those of the form. */
function findOwnHeader(headers: ts.ObjectLiteralExpression, but?: ts.SpreadAssignment): string | undefined {
  for (const member of headers.properties) {
    if (member === but) continue;
    const key = keyOf(member);
    if (key !== undefined) {
      if (/^(?:content-|transfer-encoding$)/i.test(key)) return `the header ${key} stands beside those of the form`;
      continue;
    }
    const inner = ts.isSpreadAssignment(member) ? skipOuter(member.expression) : undefined;
    const branches = inner && ts.isConditionalExpression(inner) ? [inner.whenTrue, inner.whenFalse] : [inner];
    for (const branch of branches.map((one) => one && skipOuter(one))) {
      if (branch === undefined || !ts.isObjectLiteralExpression(branch))
        return "headers are spread or computed beside those of the form, of which one may be a content-type";
      const found = findOwnHeader(branch);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** The name of a member of an object literal, where it is written there with a value. */
function keyOf(member: ts.ObjectLiteralElementLike): string | undefined {
  if (!ts.isPropertyAssignment(member) && !ts.isShorthandPropertyAssignment(member)) return undefined;
  const { name } = member;
  const key = ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : undefined;
  return key === "__proto__" ? undefined : key;
}

/** What puts another fetch in the place of the global one. */
const replacesFetch =
  /\b(?:global|globalThis|window|self)\s*(?:\??\.\s*fetch|\[\s*["'`]fetch["'`]\s*\])\s*(?:\?\?|\|\|)?=(?!=)|\b(?:spyOn|stub|stubGlobal|mock|method|replace)\s*\([^)]*["'`]fetch["'`]/;
