/** A chain as it stands in the source: where it begins, the calls of its links, and where it ends. */
import { ts } from "../../typescript.ts";
import type { Chains } from "../../recipe.ts";

/** One call of a chain. */
export interface Link {
  readonly name: string;
  readonly node: ts.CallExpression;
  readonly access: ts.PropertyAccessExpression;
}

/** A chain from the call that begins it to the one that ends it, which is no link where it only gives the value. */
export interface Chain {
  readonly start: ts.CallExpression;
  /** What the chain begins with. */
  readonly value: ts.Expression;
  readonly links: readonly Link[];
  readonly end: ts.CallExpression;
}

/** The links of a chain, or why it cannot be followed to its end. */
export function readChain(chains: Chains, start: ts.CallExpression, isExplicit: boolean): Chain | string {
  const [value, ...others] = start.arguments;
  if (value === undefined || others.length > 0 || ts.isSpreadElement(value))
    return "begins a chain with something else than one value";
  const links: Link[] = [];
  let at = start;
  for (;;) {
    const access: ts.Node = at.parent;
    const call = access.parent;
    const isLink =
      ts.isPropertyAccessExpression(access) &&
      access.expression === at &&
      ts.isCallExpression(call) &&
      call.expression === access;
    if (!isLink) return "is a chain that does not end here: end it with .value() in the same expression";
    if (access.questionDotToken !== undefined || call.questionDotToken !== undefined)
      return "is a chain with an optional link";
    const name = access.name.text;
    if (chains.ends.includes(name))
      return call.arguments.length === 0
        ? { start, value, links, end: call }
        : `is a chain whose end, ${name}, is given arguments`;
    links.push({ name, node: call, access });
    if (!isExplicit && !chains.links.includes(name)) return { start, value, links, end: call };
    at = call;
  }
}

/** True for a comment between the parentheses of a call that belongs to no argument. */
export function hasStrayComment(call: ts.CallExpression): boolean {
  const { text } = call.getSourceFile();
  let rest = "";
  let at = call.expression.end;
  for (const argument of call.arguments) {
    rest += text.slice(at, argument.getStart());
    at = argument.end;
  }
  return /\/[/*]/.test(rest + text.slice(at, call.end));
}
