/** Uses of a value that no replacement of it can serve. */
import { ts } from "../../typescript.ts";
import type { NativePath } from "../../catalog/catalog.ts";
import { isWritten } from "../usages/syntax.ts";

/** Why a constant cannot stand in where this one is used; `further` is the member read of it, if any. */
export function findMisuse(node: ts.Expression, further: ts.Expression | undefined): string | undefined {
  const { parent } = node;
  if (further !== undefined && isWritten(further)) return "is changed here: a member of it is written";
  if (isSpiedOn(further ?? node)) return "is watched or replaced by a test";
  if (ts.isNewExpression(parent) || ts.isExpressionWithTypeArguments(parent)) return "is used as a class";
  return ts.isTaggedTemplateExpression((further ?? node).parent) ? "is the tag of a template" : undefined;
}

/** Functions of test tools that watch or replace what they are given. */
const spies = /(?:^|\.)(?:stub|spy|spyOn|replace|method|mock\w*|fake\w*)$/;

/** True for an argument of one: the value is not used but watched. */
export function isSpiedOn(node: ts.Expression): boolean {
  const { parent } = node;
  if (!ts.isCallExpression(parent) || !parent.arguments.includes(node)) return false;
  return spies.test(parent.expression.getText().replace(/\s+/g, ""));
}

/** True for a native that can be constructed: methods cannot, and all of them are named in lower case. */
export function isClass({ root, members }: NativePath): boolean {
  return /^[A-Z]/.test(members.at(-1) ?? ("global" in root ? root.global : root.name));
}

/** `f.call(…)`, `f.apply(…)` and `f.bind(…)`: the value of f is used, and no member of the package's own. */
export function isInvocation(access: ts.Expression, member: string): boolean {
  const parent = access.parent;
  return /^(?:call|apply|bind)$/.test(member) && ts.isCallExpression(parent) && parent.expression === access;
}
